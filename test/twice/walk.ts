import type { Client } from 'pg'
import { bringEvidence, fillPages, paidScenario, pay, receiptNumber, sign, startForm, submissionAt } from '../faults/file-i90.ts'
import { openProven } from '../faults/filer.ts'
import { password, signInToOffice, signUpAs } from '../guards/meet.ts'
import { mailboxOf } from '../journeys/post.ts'
import type { RunningPortolan } from '../running.ts'
import { type ClientOptions, type FormValues, plainText, type UploadFile, type WebClient, webClient } from '../web-client.ts'

const email = 'twice@example.test'

/** A form that is sent to such an address, by itself or by a button of its own; with that one button alone. */
function leadingTo(form: string, action: RegExp): string | null {
  if (!/method="post"/i.test(form)) return null
  if (action.test(/\saction="([^"]*)"/.exec(form)?.[1] ?? '')) return form
  const own = [...form.matchAll(/<button\b[^>]*\sformaction="([^"]*)"[^>]*>[\s\S]*?<\/button>/g)].find(([, at = '']) => action.test(at))
  if (!own) return null
  return form.replace(/\saction="[^"]*"/, ` action="${own[1]}"`).replace(/<button\b[\s\S]*<\/button>/, own[0])
}

/** Presses the one form of a page that is sent to this address, with values by field name. */
async function pressAt(client: WebClient, page: string, action: RegExp, values: FormValues = {}, files: Record<string, UploadFile> = {}) {
  if (page !== '') await openProven(client, email, page)
  const forms = [...client.last.html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
  const form = forms.map((each) => leadingTo(each, action)).find((each) => each !== null)
  if (!form) throw new Error(`${client.last.at} has no form for ${action}: ${plainText(client.last.html).slice(0, 300)}`)
  const button = plainText(/<button\b[^>]*>([\s\S]*?)<\/button>/.exec(form)?.[1] ?? '')
  client.last = { ...client.last, html: form }
  return client.press(button, values, files)
}

/** What a person sets and asks for of their own: the page, where its form is sent, and what is filled in. */
const ownForms: readonly (readonly [page: string, values?: FormValues])[] = [
  ['/account/profile/names', { given: 'Maria', family: 'Example', order: 'given-first' }],
  ['/account/profile/date-of-birth', { 'born-month': '4', 'born-day': '12', 'born-year': '1985' }],
  ['/account/profile/a-number', { number: 'A123456789' }],
  ['/account/profile', { number: 'IOE0912345678' }],
  ['/account/contact/phones', { day: '+1 202 555 0143', mobile: '+1 202 555 0144' }],
  ['/account/contact/preferences', { notices: 'paper' }],
  ['/account/notifications', {}],
  ['/storage-preferences', { storage: 'personalization' }],
  ['/account/contact/email', { email: 'twice-new@example.test' }],
  ['/account/contact/recovery-email', { email: 'twice-other@example.test' }],
  ['/account/security/phone', { phone: '+1 202 555 0145' }],
  ['/account/security/add-app', { name: 'Telephone' }],
  ['/account/security/backup-code/new', {}],
  ['/account/data', {}],
]

async function setAndAsk(client: WebClient): Promise<void> {
  for (const [page, values = {}] of ownForms) await pressAt(client, page, new RegExp(`^${page}$`), values)
  await pressAt(client, '/account/security', /session-length$/, { minutes: '60' })
  await pressAt(client, '/contact-support', /contact-support$/, { topic: 'something-else', address: email, message: 'Where is my letter?' })
}

/** A draft and all that is done with it before it is signed, and one that is thrown away and fetched back. */
async function work(client: WebClient): Promise<string> {
  const other = await startForm(client)
  await pressAt(client, `/drafts/${other}/delete`, /delete$/)
  await pressAt(client, '', /restore$/)
  const draft = await startForm(client)
  await fillPages(client, draft, paidScenario)
  await bringEvidence(client, draft, paidScenario)
  const evidence = `/drafts/${draft}/evidence`
  await pressAt(client, evidence, /\/remove$/)
  await pressAt(client, evidence, /\/restore$/)
  await pressAt(client, `/drafts/${draft}/export`, /export$/, { passphrase: 'a long sentence to keep', again: 'a long sentence to keep' })
  await pressAt(client, `/drafts/${draft}/fee-waiver`, /fee-waiver$/)
  return draft
}

async function staff(running: RunningPortolan, role: string, pressing: ClientOptions['pressing']): Promise<WebClient> {
  return (await signInToOffice(running, `${role}@example.test`, webClient(running.officeUrl, { pressing }))).client
}

const openFile = async (client: WebClient, receipt: string) => {
  await client.get(`/cases/${receipt}`)
  await pressAt(client, '', /\/open$/, { reason: 'work-on-case' })
}

const asked = { amount: '15.00', reason: 'agency-error', note: 'The fee was for another form.' }

async function atTheDesk(running: RunningPortolan, receipt: string, pressing: ClientOptions['pressing']): Promise<void> {
  const officer = await staff(running, 'officer', pressing)
  const place = (client: WebClient) => client.get(`/cases/${receipt}/refund`)
  await openFile(officer, receipt)
  await place(officer)
  await pressAt(officer, '', /refund$/, asked)
  await place(officer)
  await pressAt(officer, '', /take-back$/)
  await place(officer)
  await pressAt(officer, '', /refund$/, asked)
  const supervisor = await staff(running, 'supervisor', pressing)
  await openFile(supervisor, receipt)
  await place(supervisor)
  await pressAt(supervisor, '', /decline$/, { answer: 'It was due.' })
  await place(officer)
  await pressAt(officer, '', /refund$/, asked)
  await place(supervisor)
  await pressAt(supervisor, '', /agree$/)
  await officer.get('/queues')
  await pressAt(officer, '', /received\/next$/)
  await officer.get('/queues/received')
  await pressAt(officer, '', /received\/views$/, { name: 'Mine' })
  await officer.get('/views')
  await officer.get(/\/views\/[0-9a-f-]{36}/.exec(officer.last.html)?.[0] ?? '')
  await pressAt(officer, '', /\/views\/[0-9a-f-]{36}$/, { name: 'Renamed' })
  await officer.get(/\/views\/[0-9a-f-]{36}/.exec(officer.last.html)?.[0] ?? '')
  await pressAt(officer, '', /remove$/)
  await pressAt(officer, '', /restore$/)
}

const trackingNumberIn = async (truth: Client) =>
  String((await truth.query('select tracking_number from accounts.support_request order by sent_at desc limit 1')).rows[0].tracking_number)

async function atSupport(running: RunningPortolan, pressing: ClientOptions['pressing'], trackingNumber: string): Promise<void> {
  const support = await staff(running, 'support', pressing)
  await support.get(`/support/${trackingNumber}`)
  await pressAt(support, '', /\/open$/, { reason: 'answer-request' })
  const at = `/support/${trackingNumber}`
  for (const [action, values] of [['answer', { answer: 'look-for-mail' }], ['send-again', {}], ['close', {}]] as const) {
    await support.get(at)
    await pressAt(support, '', new RegExp(`/${action}$`), values)
  }
}

/** The end of an account: its password changed, then closed. */
async function leave(client: WebClient): Promise<void> {
  const changed = 'Portolan!demo2'
  await pressAt(client, '/account/security/password', /password$/, { current: password, password: changed, confirm: changed })
  await pressAt(client, '/account', /sign-out$/)
}

/** The life of an account and a filing, from the sign-up to the refund, through the forms of everybody who has to do with it. */
export async function walk(running: RunningPortolan, pressing: ClientOptions['pressing'], truth: Client): Promise<void> {
  const client = webClient(running.portalUrl, { pressing })
  const mailbox = await mailboxOf(running)
  await signUpAs(running, mailbox, email, client)
  const draft = await work(client)
  await sign(client, email, draft, paidScenario)
  await pay(client)
  const receipt = await receiptNumber(client, submissionAt(client))
  await setAndAsk(client)
  await atTheDesk(running, receipt, pressing)
  await atSupport(running, pressing, await trackingNumberIn(truth))
  await leave(client)
}
