import type { StaffRole } from '../../src/officer/index.ts'
import { officeOver } from './office-ground.ts'
import { submitGround } from './submit-ground.ts'
import type { BuiltAssets } from './submit-portal.ts'

export type RefundGround = Awaited<ReturnType<typeof refundGround>>

export type RefundRow = { id: string; state: string; amount_cents: number; failure: string | null; asked_by: string; decided_by: string | null }

const asking = { reason: 'agency-error', note: 'The officer asked for the wrong form.' }

/** People who paid, and an office with two officers and two supervisors that gives money back. */
export async function refundGround(built?: BuiltAssets) {
  const ground = await submitGround(built ? { built } : {})
  const { services } = ground
  const officeAssets = built ? { assets: built.assets, assetsFolder: built.folder } : {}
  const office = await officeOver({ database: ground.database, services }, officeAssets)
  for (const role of ['officer', 'supervisor'] as const) for (const number of [1, 2]) await office.enrol(role, number)

  /** A filing whose fee was taken from a card. */
  async function paid() {
    const filing = await ground.payable()
    await ground.payAt(filing.url, '4242 4242 4242 4242')
    ground.clock.advance({ seconds: 5 })
    await ground.reconcile()
    await ground.drain()
    const submission = await ground.submissionOf(filing.draft)
    if (!submission?.receipt_number || !submission.case) throw new Error('The filing was not received')
    return { ...filing, receiptNumber: submission.receipt_number, caseId: submission.case }
  }

  /** A browser of one of the staff in which the payments of a case are open. */
  async function at(receiptNumber: string, role: StaffRole, number = 1) {
    // A code of their app signs in once.
    ground.clock.advance({ seconds: 60 })
    const browser = await office.signedIn(role, number)
    await browser.open(`/cases/${receiptNumber}`)
    await browser.press('Open file', { reason: 'work-on-case' })
    await browser.open(`/cases/${receiptNumber}/refund`)
    return browser
  }

  /** An officer asks for so much back; the page that follows. */
  async function ask(receiptNumber: string, amount: string, fields: Partial<typeof asking> = {}) {
    const browser = await at(receiptNumber, 'officer')
    const payment = /name="payment" value="([0-9a-f-]{36})"/.exec(browser.seen.html)?.[1] ?? ''
    return browser.press('Ask for the refund', { ...asking, payment, amount, ...fields })
  }

  /** Asked for by an officer and agreed to by a supervisor; nothing is given back before the queue is worked. */
  async function agreed(receiptNumber: string, amount: string) {
    await ask(receiptNumber, amount)
    const supervisor = await at(receiptNumber, 'supervisor')
    const words = /Agree: give back \$[\d,.]+/.exec(supervisor.seen.text)?.[0] ?? ''
    return supervisor.press(words, { answer: '' })
  }

  const refundsOf = (caseId: string) =>
    ground.rows<RefundRow>('select * from filing.refund where "case" = $1 order by asked_at, id', [caseId])

  async function end(): Promise<void> {
    await office.server.close()
    await ground.end()
  }

  return { ...ground, end, office, paid, at, ask, agreed, refundsOf }
}
