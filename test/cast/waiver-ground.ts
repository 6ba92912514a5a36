import { definitionOf, saveDraftPage } from '../../src/filing/index.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import { requestWaiver } from '../../src/filing/waiver/request-waiver.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { asActor, type Tx } from '../../src/platform/db/transaction.ts'
import { officeOver } from './office-ground.ts'
import { paidScenario, submitGround } from './submit-ground.ts'
import type { BuiltAssets } from './submit-portal.ts'

export type WaiverGround = Awaited<ReturnType<typeof waiverGround>>

const granting = { decision: 'grant', reason: '', note: 'The benefit letter is current.' }

/** People who cannot pay a fee, and an office that decides. End it in `after`. */
export async function waiverGround(built?: BuiltAssets) {
  const ground = await submitGround(built ? { built } : {})
  const { services, as } = ground
  const officeAssets = built ? { assets: built.assets, assetsFolder: built.folder } : {}
  const office = await officeOver({ database: ground.database, services }, officeAssets)
  await office.enrol('officer')
  const request = definitionOf(services.agency, 'i-912', '2024-04-01')
  const described = request.scenarios.find(({ name }) => name === 'mother with food help and Medicaid who becomes a citizen')
  if (!described) throw new Error('Form I-912 has lost its described mother')
  const filledIn = scenarioAnswers(request, described)
  const { files, answers } = described

  /** Begins a request for a draft; its draft. */
  async function begin(actor: Actor, draft: string): Promise<string> {
    const begun = await as(actor).perform(requestWaiver, { draft, language: 'en' })
    if (!begun.ok) throw new Error(begun.refusal)
    return begun.output.request
  }

  /** Fills in a request but for the questions left out. */
  async function fill(actor: Actor, draft: string, leaveOut: readonly string[] = []): Promise<void> {
    const page = request.parts[0]?.pages[0]?.id ?? ''
    const given = Object.entries(filledIn).filter(([id]) => !leaveOut.includes(id))
    await as(actor).perform(saveDraftPage, { draft, page, answers: Object.fromEntries(given) })
  }

  /** Fills in a request, signs it and sends it; its receipt number. */
  async function send(actor: Actor, draft: string): Promise<string> {
    await fill(actor, draft)
    for (const document of Object.keys(files)) await ground.addFile(actor, draft, document)
    await ground.signAsHelpers(actor, draft)
    const pressed = await ground.browser(actor).press(`/drafts/${draft}/sign`, { fullLegalName: `${answers.givenName} ${answers.familyName}` })
    const submission = await ground.submissionOf(draft)
    if (!submission?.receipt_number) throw new Error(`The request was not received: ${pressed.status} ${pressed.html.replace(/<[^>]+>/g, ' ').slice(0, 900)}`)
    return submission.receipt_number
  }

  /** A filled draft and a request for it that is with the office. */
  async function asked() {
    const actor = await ground.person()
    const draft = await ground.filledDraft(actor, paidScenario)
    const requestDraft = await begin(actor, draft)
    return { actor, draft, request: requestDraft, receiptNumber: await send(actor, requestDraft) }
  }

  /** Pays the fee of a draft at the cashier, and waits until its event has come. */
  async function payAndHear(draft: string): Promise<void> {
    const [payment] = await ground.paymentsOf(draft)
    const heard = async () => (await ground.rows('select 1 from filing.payment_event')).length
    const before = await heard()
    await ground.payAt(payment?.provider_url ?? '', '4242 4242 4242 4242')
    await ground.until(async () => (await heard()) > before)
  }

  /** An officer's browser in which the file of a case is open. */
  async function officerAt(receiptNumber: string) {
    // A code of their app signs in once.
    ground.clock.advance({ seconds: 60 })
    const browser = await office.signedIn('officer')
    await browser.open(`/cases/${receiptNumber}`)
    await browser.press('Open file', { reason: 'work-on-case' })
    return browser
  }

  /** Decides a request as an officer does on the page; the page that follows. */
  async function decide(receiptNumber: string, fields: Partial<typeof granting> = {}) {
    const browser = await officerAt(receiptNumber)
    await browser.open(`/cases/${receiptNumber}/fee-waiver`)
    return browser.press('Record the decision', { ...granting, ...fields })
  }

  /** Work in the portal's own role, as a person: what the database itself lets it do. */
  const asPortal = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(ground.database.pools.portal, actor, {}, work)

  async function end(): Promise<void> {
    await office.server.close()
    await ground.end()
  }

  return { ...ground, end, office, asPortal, begin, fill, send, asked, payAndHear, officerAt, decide }
}
