import { readFileSync } from 'node:fs'
import { form } from '../../agency/us/forms/i-90/2025-01-20/form.ts'
import type { Answer, Answers, FormDefinition } from '../../src/filing/definition/definition.ts'
import { kindOf } from '../../src/filing/definition/kinds/kinds.ts'
import { outlineOf } from '../../src/filing/journey/outline.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { openProven } from './filer.ts'
import { type FormValues, plainText, type WebClient } from '../web-client.ts'

const definition: FormDefinition = form
const texts: Record<string, string> = JSON.parse(readFileSync(new URL('../../agency/us/texts/en/i-90.json', import.meta.url), 'utf8'))

/** A scenario with a fee, and one without. */
export const paidScenario = 'lost card'
export const freeScenario = 'card never received'

export const scenarioNamed = (name: string) => {
  const found = definition.scenarios.find((each) => each.name === name)
  if (!found) throw new Error(`no scenario ${name}`)
  return found
}

function postedOn(page: string, answers: Answers): FormValues {
  const questions = outlineOf(definition).pageById.get(page)?.page.questions ?? []
  return Object.assign(
    {},
    ...questions.map((question) => {
      const answer = answers[question.id]
      return answer === undefined || answer === null ? {} : kindOf(question).posted(question, answer as Answer)
    }),
  )
}

const here = (client: WebClient) => client.last.at.replace(/\?.*/, '')
const lastPiece = (path: string) => path.split('/').at(-1) ?? ''
const draftIn = (path: string) => /\/drafts\/([^/]+)/.exec(path)?.[1] ?? ''

/** Starts a form and returns the draft's id. */
export async function startForm(client: WebClient): Promise<string> {
  await client.get('/file/i-90')
  await client.press('Start form')
  const draft = draftIn(client.last.at)
  if (draft === '') throw new Error(`no draft was begun: ${client.last.status} at ${client.last.at}`)
  return draft
}

/** Fills every page that the answers lead to; may be called again on a draft that was left half-way. */
export async function fillPages(client: WebClient, draft: string, scenario: string): Promise<void> {
  const { answers } = scenarioNamed(scenario)
  const pages = outlineOf(definition).pages
  await client.get(`/drafts/${draft}/${pages[0]?.page.id}`)
  for (let turn = 0; turn <= pages.length && /\/drafts\/[^/]+\/(?!evidence|review|sign|pay)/.test(here(client)); turn += 1) {
    const before = here(client)
    await client.press('Save and continue', postedOn(lastPiece(before), answers))
    if (client.last.status === 422) throw new Error(`${before} was not taken: ${plainText(client.last.html).slice(0, 600)}`)
  }
}

const waitsMost = 400

/** Uploads one paper under the document that it is. */
export async function bringPaper(client: WebClient, draft: string, document: string, name = 'paper.pdf'): Promise<void> {
  await client.get(`/drafts/${draft}/evidence`)
  const label = texts[`evidence.${document}.document`] ?? ''
  await client.press('Upload', {}, { [label]: { name, type: 'application/pdf', bytes: await samplePdf() } })
}

/** Uploads what the scenario brings. */
export async function bringEvidence(client: WebClient, draft: string, scenario: string): Promise<void> {
  for (const [document, name] of Object.entries(scenarioNamed(scenario).files)) await bringPaper(client, draft, document, name)
}

/** Signs; the checks of the files may take a moment. Ends on the pay page, or on the submission when nothing is to pay. */
export async function sign(client: WebClient, email: string, draft: string, scenario: string): Promise<void> {
  const { answers } = scenarioNamed(scenario)
  const name = [answers.givenName, answers.middleName, answers.familyName].filter(Boolean).join(' ')
  for (let tries = 0; tries < waitsMost; tries += 1) {
    await openProven(client, email, `/drafts/${draft}/sign`)
    if (client.last.html.includes('name="fullLegalName"')) break
    await new Promise((settle) => setTimeout(settle, 50))
  }
  const steps = [...client.last.html.matchAll(/<a href="(\/drafts\/[^"]+\/sign\/[^"]+)">(Sign as \w+): ([^<]+)<\/a>/g)]
  for (const [, step, button, fullLegalName] of steps) {
    await openProven(client, email, String(step))
    await client.press(String(button), { fullLegalName: String(fullLegalName), themselves: 'yes' })
  }
  await client.press(client.last.html.includes('Sign and continue') ? 'Sign and continue' : 'Submit', { fullLegalName: name })
}

/** Pays at the cashier with a card; ends on the submission's page. */
export async function pay(client: WebClient, card = '4242 4242 4242 4242'): Promise<void> {
  await client.press('Pay and submit')
  for (let tries = 0; tries < waitsMost && !client.last.html.includes('Card number'); tries += 1) {
    await new Promise((settle) => setTimeout(settle, 50))
    await client.get(`${here(client).replace(/\/pay$/, '')}/pay`)
  }
  await client.press('Pay', { 'Card number': card, 'Expiry date': '12/34', 'Security code': '123', 'Name on card': 'Maria Example' })
}

/** The receipt number the submission's page shows, once it does. */
export async function receiptNumber(client: WebClient, submission: string): Promise<string> {
  for (let tries = 0; tries < waitsMost; tries += 1) {
    await client.get(submission)
    const found = /\bIOE\d{10}\b/.exec(plainText(client.last.html))?.[0]
    if (found) return found
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error(`no receipt number came at ${submission}: ${plainText(client.last.html).slice(0, 400)}`)
}

/** The submission that the last answer led to or through: the cashier's page stands behind one. */
export const submissionAt = (client: WebClient) =>
  client.last.trail.map((path) => /^\/submissions\/[^/]+/.exec(path)?.[0]).find((path) => path !== undefined) ?? ''
