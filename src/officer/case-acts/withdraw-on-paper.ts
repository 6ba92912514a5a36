import { type CaseBehind, listTasksOf, statusEntry, type TaskKind } from '../../cases/index.ts'
import { canWithdraw, namesForOffice, paperWithdrawalOf, type PaperWithdrawal, paperWithdrawalRefusals, type TakenPaper, withdrawOnPaper } from '../../correspondence/index.ts'
import { waiverOfCase } from '../../filing/index.ts'
import { operation, query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { endAssignment } from '../queues/assignment-store.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

/** **Withdraw the case**: by a signed paper that came. What is open on it ends with it, and it is nobody's work any more. */
export const takeWithdrawal = operation({
  name: 'officer.withdraw-on-paper',
  allow: (actor, _input: PaperWithdrawal) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  refusals: [...paperWithdrawalRefusals, 'file-not-opened', 'request-to-decide'],
  async run(context, input) {
    const { tx, now, refuse } = context
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    // Such a case says yes or no to a fee, and a draft waits for it: that is decided on a page of its own.
    const waiver = await waiverOfCase.run(context, { caseId: found.id })
    if (waiver?.state === 'asked') return refuse('request-to-decide')
    const done = await withdrawOnPaper(context, { ...input, caseReceivedOn: found.receivedOn })
    if (typeof done === 'string') return refuse(done)
    if (done.isNew) await endAssignment(tx, done.caseId, 'moved-on', now)
    else context.recordedBefore()
    return { caseId: done.caseId }
  },
})

export interface WithdrawalDesk {
  readonly state: 'open'
  readonly case: CaseBehind
  /** Everything that is still asked, and ends with the case. */
  readonly ends: readonly { kind: TaskKind; at: Temporal.Instant | null }[]
  readonly names: readonly string[]
  readonly taken: (TakenPaper & { colleague: string }) | null
}

async function takenOf(context: Parameters<typeof colleaguesNamed>[0] & Parameters<typeof paperWithdrawalOf>[0], caseId: string): Promise<WithdrawalDesk['taken']> {
  const taken = await paperWithdrawalOf(context, caseId)
  return taken && { ...taken, colleague: (await colleaguesNamed(context, [taken.by])).get(taken.by) ?? '' }
}

/** What a withdrawal would end, by which names the person is known, and, of a case that is over, the paper that was taken; null: there is no such case for who asks. */
export const withdrawalDesk = query({
  name: 'officer.withdrawal-desk',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<WithdrawalDesk | { readonly state: 'closed' } | null> {
    const found = await openedBehind(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    if (!canWithdraw(statusEntry(context.services.agency, found.status))) return { state: 'open', case: found, ends: [], names: [], taken: await takenOf(context, found.id) }
    const tasks = (await listTasksOf(context.tx, [found.id])).filter(({ ended_at }) => ended_at === null)
    const ends = tasks.map(({ kind, due_at, starts_at }) => ({ kind: kind as TaskKind, at: due_at ?? starts_at }))
    return { state: 'open', case: found, ends, names: await namesForOffice(context, found.id), taken: null }
  },
})
