import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayHere, type ScenarioPerson, scenariosOf } from '../../src/filing/index.ts'
import { samplePdf, samplePicture } from '../../src/platform/preview/sample-files.ts'
import type { RunningPortolan } from '../running.ts'
import type { Person } from './browser.ts'
import { eventually, type Mailbox } from './post.ts'

/** The scenario people of a form, as `portolan forms scenarios FORM --json` prints them. */
export const scenarioPeople = ({ deployment: { agency, services } }: RunningPortolan, form: string): readonly ScenarioPerson[] =>
  scenariosOf(agency, form, dayHere(agency, services.clock.now())) ?? []

/** A scenario person of Form I-90. */
export function scenarioPerson(running: RunningPortolan, name: string): ScenarioPerson {
  const found = scenarioPeople(running, 'i-90').find((each) => each.name === name)
  assert.ok(found, `a scenario person “${name}”`)
  return found
}

/** From the front page to the task list of a new draft of Form I-90; returns the draft's address. */
export async function startForm(who: Person, { portalUrl }: RunningPortolan): Promise<string> {
  await who.goTo(`${portalUrl}/`)
  await who.follow('File a form online')
  assert.equal(who.at(), '/file')
  await who.follow('Look at this form')
  assert.equal(who.at(), '/file/i-90')
  return pressStart(who)
}

/** From a form's own page to the task list of a new draft. */
export async function startFormOf(who: Person, { portalUrl }: RunningPortolan, form: string): Promise<string> {
  await who.goTo(`${portalUrl}/file/${form}`)
  return pressStart(who)
}

async function pressStart(who: Person): Promise<string> {
  await who.press('Start form')
  assert.match(who.at(), /^\/drafts\/[^/]+$/)
  return who.at()
}

/** Answers one question by its words, whatever control it has. */
async function answer(who: Person, label: string, value: string | readonly string[]) {
  if (typeof value !== 'string') {
    for (const each of value) await who.choose(each, label)
    return
  }
  const group = who.page.getByRole('group', { name: label, exact: true })
  if ((await group.count()) === 0) return who.enter(label, value)
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return who.date(label, value)
  return who.choose(value, label)
}

/** The page of a list's next entry opens from the list's own page. */
async function openEntry(who: Person, path: string) {
  if (!path.endsWith('/new') || who.at().endsWith('/new')) return
  await who.follow(await who.page.locator('a[href$="/new"]').first().innerText())
}

/** With the query, in which a page of an entry is named; not with what a page shows besides. */
const hereIn = (who: Person) => who.at() + (/[?]part=[^&]+/.exec(who.page.url())?.[0] ?? '')

/** `<entry>` stands for the key of an entry, which is drawn anew each time. */
const asPattern = (path: string) =>
  new RegExp(`^${path.split('<entry>').map((piece) => piece.replace(/[?]/g, '\\$&')).join('[^/?]+')}$`)

/** Fills every page the form shows, in its order, from the first. */
export async function fillPages(who: Person, draft: string, { pages }: ScenarioPerson) {
  for (const { path, values } of pages) {
    await openEntry(who, path)
    assert.match(hereIn(who), asPattern(path.replace('/drafts/<id>', draft)), 'the form leads to the page that is next')
    for (const [label, value] of Object.entries(values)) await answer(who, label, value)
    assert.equal(await who.press('Save and continue'), 200, `${path}: ${await errorsOn(who)}`)
  }
}

export const errorsOn = async (who: Person) => (await who.page.locator('.error-summary').allInnerTexts()).join(' ')

const folder = mkdtempSync(join(tmpdir(), 'portolan-papers-'))

/** A paper of this name on disk, different for every label so that none is the same file twice. */
export function paper(name: string, pages = 1): string {
  const path = join(folder, name)
  writeFileSync(path, samplePdf({ pages }))
  return path
}

/** The same, but a picture where the name says so. */
async function paperOrPicture(name: string, turn: number): Promise<string> {
  const path = paper(name, turn)
  if (/\.jpe?g$/.test(name)) writeFileSync(path, await samplePicture('jpeg', 60 + turn))
  return path
}

/** Chooses a file for the document asked for and presses the **Upload** of its own form. */
export async function upload(who: Person, label: string, path: string) {
  await who.upload(label, path)
  return who.pressIn(label, 'Upload')
}

export async function uploadAll(who: Person, { files }: ScenarioPerson) {
  for (const [index, [label, name]] of Object.entries(files).entries()) await upload(who, label, await paperOrPicture(name, index + 1))
}

/** The last steps ask for a fresh code when the sign-in was more than five minutes ago, and wait for files being checked. */
export async function goOnToSign(who: Person, mailbox: Mailbox, email: string) {
  await who.follow('Go on to sign')
  if (who.at() === '/sign-in/again') {
    await who.type('Secure One-time Password', await mailbox.code(email))
    await who.press('Submit')
  }
  await eventually('the check of the files', async () => {
    if (!/still checking the files/.test(await who.text())) return true
    await who.reload()
    return undefined
  })
}

/** Lets everybody who helped sign first, each on their own step. */
async function signAsHelpers(who: Person) {
  const links = who.page.getByRole('link', { name: /^Sign as (interpreter|preparer): / })
  for (let first = await links.count(); first > 0; first = await links.count()) {
    const label = await links.first().innerText()
    const [, capacity, name] = /^(Sign as \w+): (.+)$/.exec(label) ?? []
    assert.ok(capacity && name, label)
    await who.follow(label)
    await who.choose(`I am ${name}, and I sign this myself`, 'Who signs now')
    await who.type('Full legal name', name)
    assert.equal(await who.press(capacity), 200, await errorsOn(who))
  }
}

/** Types the name that the form holds and presses the button, after everybody who helped. */
export async function sign(who: Person, button: 'Sign and continue' | 'Submit') {
  await signAsHelpers(who)
  const name = /Type (.+)\. This is your signature/.exec(await who.text())?.[1]
  assert.ok(name, 'the page says which name to type')
  await who.type('Full legal name', name)
  return who.press(button)
}

export const goodCard = '4242 4242 4242 4242'
export const declinedCard = '4000 0000 0000 0002'

export async function payAtCashier(who: Person, card: string) {
  await who.type('Card number', card)
  await who.type('Expiry date', '04/40')
  await who.type('Security code', '123')
  await who.type('Name on card', 'Maria Example')
  return who.press('Pay')
}

/** A receipt number issued here, as pages show it. */
export const receiptIn = (text: string) => /\bIOE\s?\d{10}\b/.exec(text)?.[0].replace(/\s/g, '')

/** The receipt number, on the submission's page at once or after pressing **Check again**. */
export const receiptNumber = (who: Person) =>
  eventually('a receipt number', async () => {
    const shown = receiptIn(await who.text())
    if (!shown) await who.reload()
    return shown
  })
