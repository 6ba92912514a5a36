import { plainText, type WebClient } from '../web-client.ts'
import { bringEvidence, fillPages, paidScenario, receiptNumber, sign, startForm, submissionAt } from './file-i90.ts'

/** What a person was told, and so must find again. */
export interface Acknowledged {
  draft: string
  submission: string
  receiptNumber: string
  paid: boolean
}

/** A signed-up person at a browser, and where their codes come. */
export interface Filer {
  client: WebClient
  email: string
}

export interface TirelessOptions {
  /** Settles when the server takes requests again. */
  untilUp(): Promise<void>
  /** True: finish what is begun, begin nothing new. */
  isOver(): boolean
}

const retriesMost = 60

/** Repeats a step until it goes through; between tries it waits for the server, as a person presses reload. */
async function persevere<T>(options: TirelessOptions, step: () => Promise<T>): Promise<T> {
  let last: unknown
  for (let tries = 0; tries < retriesMost; tries += 1) {
    try {
      return await step()
    } catch (fault) {
      last = fault
      await new Promise((settle) => setTimeout(settle, 100))
      await options.untilUp()
    }
  }
  throw last
}

/** Files one form after the other through kills of the server, and keeps what was acknowledged. */
export async function fileTirelessly({ client, email }: Filer, scenarios: readonly string[], options: TirelessOptions): Promise<Acknowledged[]> {
  const done: Acknowledged[] = []
  for (let turn = 0; !options.isOver(); turn += 1) {
    const scenario = scenarios[turn % scenarios.length] ?? paidScenario
    const draft = await persevere(options, () => startForm(client))
    const submission = await persevere(options, () => submitDraft({ client, email }, draft, scenario))
    const receipt = await persevere(options, () => payAndReceive(client, submission))
    done.push({ draft, submission, receiptNumber: receipt, paid: scenario === paidScenario })
  }
  return done
}

/** From wherever the draft stands to its submission. Every step may have happened before without our having heard of it. */
async function submitDraft({ client, email }: Filer, draft: string, scenario: string): Promise<string> {
  await client.get(`/drafts/${draft}`)
  if (client.last.status >= 500) throw new Error(`the server answered ${client.last.status}`)
  if (submissionAt(client)) return submissionAt(client)
  await fillPages(client, draft, scenario)
  if (!submissionAt(client)) await bringEvidence(client, draft, scenario)
  await client.get(`/drafts/${draft}`)
  if (!submissionAt(client)) await sign(client, email, draft, scenario)
  if (submissionAt(client)) return submissionAt(client)
  await client.press('Pay and submit')
  if (!submissionAt(client)) throw new Error(`no submission for the draft at ${client.last.at}: ${plainText(client.last.html).slice(0, 200)}`)
  return submissionAt(client)
}

const card = { 'Card number': '4242 4242 4242 4242', 'Expiry date': '12/34', 'Security code': '123', 'Name on card': 'Maria Example' }
const looksMost = 300

/** Pays if a payment is waited for, and looks until the receipt number is there. */
async function payAndReceive(client: WebClient, submission: string): Promise<string> {
  for (let looks = 0; looks < looksMost; looks += 1) {
    await client.get(submission)
    if (client.last.status >= 500) throw new Error(`the server answered ${client.last.status}`)
    if (/\bIOE\d{10}\b/.test(plainText(client.last.html))) return receiptNumber(client, submission)
    if (client.last.html.includes(`${submission}/pay`)) {
      await client.get(`${submission}/pay`)
      if (client.last.html.includes('Card number')) await client.press('Pay', card)
    }
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error(`no receipt at ${submission}: ${plainText(client.last.html).slice(0, 300)}`)
}
