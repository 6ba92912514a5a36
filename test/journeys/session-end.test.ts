import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { paper, startFormOf } from './filing-steps.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import { giveBothFactors, type Journey, signIn } from './sign-up-steps.ts'
import { atName, field, fillUpTo, says } from './typing.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock

before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const maria = 'maria@example.test'
const given = 'Given name (first name)'
const idle = { minutes: 16 }

/** Pressed too late: signing in leads back to the page, which has everything that was typed and says that it is not saved. */
async function signInAndFindIt(who: Person, at: string, value: string) {
  assert.equal(who.at(), '/sign-in')
  await giveBothFactors(who, journey, maria)
  assert.equal(who.page.url().replace(running.portalUrl, ''), at)
  assert.match(await who.text(), /You were signed out while you worked\. What you typed is here again/)
  assert.equal(await field(who.page).inputValue(), value)
}

const path = (who: Person) => who.page.url().replace(running.portalUrl, '')

for (const javaScript of waysGone([false, true], 0)) {
  const scripts = javaScript ? 'with scripts' : 'without scripts'

  test(`a page of a form that is saved after the session ran out is there again after signing in, ${scripts}`, async () => {
    const who = await person({ javaScript })
    await atName(who, journey, maria)
    const at = path(who)
    clock.pass(idle)
    await field(who.page).fill('Toolate')
    await field(who.page, given).fill('Maria')
    await who.press('Save and continue')
    await signInAndFindIt(who, at, 'Toolate')
    assert.equal(await who.press('Save and continue'), 200)
    assert.match(who.at(), /birth-and-number$/)
    await who.end()
  })

  test(`so is one that is saved after Sign Out in another tab, ${scripts}`, async () => {
    const who = await person({ javaScript })
    await atName(who, journey, maria)
    const at = path(who)
    const other = await person({ javaScript, beside: who })
    await other.goTo(`${running.portalUrl}/account`)
    await other.press('Sign Out')
    await field(who.page).fill('Signedout')
    await field(who.page, given).fill('Maria')
    await who.press('Save and continue')
    await signInAndFindIt(who, at, 'Signedout')
    await who.end()
  })

  test(`a server that is restarted in the middle of a page takes it as ever, ${scripts}`, async () => {
    const who = await person({ javaScript, serverGoesAway: true })
    await atName(who, journey, maria)
    await field(who.page).fill('Restarted')
    await running.restart()
    await field(who.page, given).fill('Maria')
    assert.equal(await who.press('Save and continue'), 200)
    assert.match(who.at(), /birth-and-number$/)
    await who.follow('Back')
    assert.equal(await field(who.page).inputValue(), 'Restarted')
    await who.end()
  })

  test(`a session that runs out while the server is down loses nothing either, ${scripts}`, async () => {
    const who = await person({ javaScript, serverGoesAway: true })
    await atName(who, journey, maria)
    const at = path(who)
    await field(who.page).fill('Wasdown')
    clock.pass(idle)
    await running.restart()
    await who.press('Save and continue')
    await signInAndFindIt(who, at, 'Wasdown')
    await who.end()
  })
}

test('what is typed after the session ran out waits on its page though Save is never pressed and the page is gone', async () => {
  const who = await person({ javaScript: true, width: 390 })
  await atName(who, journey, maria)
  const at = path(who)
  clock.pass(idle)
  await field(who.page).fill('Neverpressed')
  await says(who, 'Not kept: you are signed out')
  const other = await person({ javaScript: true, beside: who })
  await who.page.close()
  await other.goTo(`${running.portalUrl}${at}`)
  await signInAndFindIt(other, at, 'Neverpressed')
  await who.end()
})

test('a page of an entry that has several comes back on that page, also to who opens the entry from its list', async () => {
  const who = await person({ javaScript: true })
  await signIn(who, journey, maria)
  const draft = await fillUpTo(who, running, 'i-539', 'visitor who becomes a student, with husband and child', /part=numbers/)
  assert.match(path(who), /\?part=numbers/)
  const [at, entry = ''] = [path(who), /co-applicants\/([^?]+)/.exec(path(who))?.[1]]
  const first = who.page.locator('main form input[type=text]').first()
  const name = await first.getAttribute('name')
  clock.pass(idle)
  await first.fill('A099990044')
  await who.press('Save and continue')
  assert.equal(who.at(), '/sign-in')
  await who.goTo(`${running.portalUrl}/sign-in?next=${encodeURIComponent(`${draft}/co-applicants/${entry}`)}`)
  await giveBothFactors(who, journey, maria)
  assert.equal(await who.page.locator(`input[name="${name}"]`).inputValue(), 'A099990044')
  assert.match(await who.text(), /What you typed is here again/)
  await who.goTo(`${running.portalUrl}${at}`)
  assert.equal(await who.page.locator(`input[name="${name}"]`).inputValue(), '', 'once, and not a second time')
  await who.end()
})

async function lateFile(javaScript: boolean) {
  const who = await person({ javaScript })
  await signIn(who, journey, maria)
  const draft = await startFormOf(who, running, 'i-90')
  await who.goTo(`${running.portalUrl}${draft}/evidence`)
  clock.pass(idle)
  const form = who.page.locator('main form', { has: who.page.locator('input[type=file]') }).first()
  await form.locator('input[type=file]').setInputFiles(paper('late.pdf', 2))
  return { who, draft, press: () => form.getByRole('button', { name: 'Upload', exact: true }).click() }
}

test('a file that comes too late is asked for again, in words, without scripts', async () => {
  const { who, draft, press } = await lateFile(false)
  await Promise.all([who.page.waitForURL('**/sign-in?*'), press()])
  await giveBothFactors(who, journey, maria)
  assert.equal(who.at(), `${draft}/evidence`)
  assert.match(await who.text(), /You were signed out before your file got here\. Choose it again/)
  await who.end()
})

test('a file that comes too late waits on its page with scripts, and goes on after signing in in another tab', async () => {
  const { who, press } = await lateFile(true)
  await press()
  await who.page.getByText('You were signed out. Sign in again').waitFor()
  const beside = await person({ javaScript: true, beside: who })
  await beside.goTo(`${running.portalUrl}/sign-in`)
  await giveBothFactors(beside, journey, maria)
  await beside.page.close()
  await who.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await who.page.locator('.evidence-file').first().waitFor()
  await who.end()
})

test('the eligibility check goes on where it was: what was said is in its address, and nobody need be signed in', async () => {
  const who = await person({ javaScript: false })
  await signIn(who, journey, maria)
  await who.goTo(`${running.portalUrl}/file/i-90`)
  const answer = async () => {
    await who.page.locator('#check input[type=radio]').first().check()
    await who.press('Next')
    return new URL(who.page.url()).searchParams
  }
  const said = await answer()
  clock.pass(idle)
  const more = await answer()
  assert.ok(more.size > said.size)
  for (const [name, value] of said) if (name !== 'asked') assert.equal(more.get(name), value)
  await who.end()
})

test('a page on which somebody goes on typing knows that its session goes on, and warns of no end before it comes', async () => {
  const who = await person({ javaScript: true })
  const url = await atName(who, journey, maria)
  await who.page.clock.install()
  await who.page.goto(url)
  const ends = who.page.locator('[data-idle-ends]')
  const before = await ends.textContent()
  const warnings = who.page.locator('[data-idle-dialog][open]')
  clock.pass({ minutes: 10 })
  await who.page.clock.fastForward('10:00')
  await field(who.page).fill('Still here')
  await who.page.clock.fastForward('00:02')
  await says(who, 'What you typed was kept at')
  assert.notEqual(await ends.textContent(), before)
  await who.page.clock.fastForward('05:00')
  assert.equal(await warnings.count(), 0)
  assert.equal(await who.page.locator('[data-idle-ended]').isVisible(), false)
  await who.page.clock.fastForward('08:00')
  assert.equal(await warnings.count(), 1)
  await who.end()
})
