import { listCaseNames } from '../../cases/index.ts'
import { decisionsWaiting } from '../../correspondence/index.ts'
import { refundsToDecide } from '../../filing/index.ts'
import { query } from '../../platform/operation.ts'
import { officePaths } from '../../platform/paths.ts'
import { whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { listAsked } from './approvals-store.ts'

export const approvalKinds = ['denial', 'reopening', 'motion-refusal', 'refund', 'unprotect', 'whose-case'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

export interface Approval {
  readonly what: ApprovalKind
  /** Null: it is about a person, not one case. */
  readonly receiptNumber: string | null
  /** Where it is decided. */
  readonly href: string
  readonly by: string
  readonly since: Temporal.Instant
  /** Who asks proposed it: another one has to agree. */
  readonly isYours: boolean
}

const shownMost = 200

/** Everything that waits for a second person, the longest wait first, with what colleagues are called. */
export const approvals = query({
  name: 'officer.approvals',
  allow: (actor, _input: Record<string, never>) => whoMay('review-decision')(actor),
  async run(context): Promise<{ waiting: readonly Approval[]; names: ReadonlyMap<string, string> }> {
    const isYours = (by: string) => by === context.actor.id
    const decisions = (await decisionsWaiting(context)).map(({ id, receiptNumber, kind, proposedBy, proposedAt }): Approval => ({
      what: kind as 'denial',
      receiptNumber,
      href: officePaths.decision({ receiptNumber, decision: id }),
      by: proposedBy,
      since: proposedAt,
      isYours: isYours(proposedBy),
    }))
    const refunds = (await refundsToDecide.run(context, {}))
      .filter(({ state }) => state === 'asked')
      .map(({ receiptNumber, askedBy, askedAt }): Approval => ({ what: 'refund', receiptNumber, href: officePaths.refund({ receiptNumber }), by: askedBy, since: askedAt, isYours: isYours(askedBy) }))
    const asked = await listAsked(context.tx, shownMost)
    const receipts = new Map((await listCaseNames(context.tx, asked.flatMap((row) => row.case ?? []))).map(({ id, receipt_number }) => [id, receipt_number]))
    const others = asked.flatMap((row): Approval[] => {
      const receiptNumber = row.case ? receipts.get(row.case) : null
      // A case that who asks may not see is not told of.
      if (receiptNumber === undefined) return []
      return [{ what: row.what, receiptNumber, href: placeOf(row.what, receiptNumber), by: row.by, since: row.at, isYours: isYours(row.by) }]
    })
    const waiting = [...decisions, ...refunds, ...others].toSorted((one, other) => Temporal.Instant.compare(one.since, other.since)).slice(0, shownMost)
    return { waiting, names: await colleaguesNamed(context, waiting.map(({ by }) => by)) }
  },
})

function placeOf(what: 'unprotect' | 'whose-case', receiptNumber: string | null): string {
  if (receiptNumber === null) return officePaths.protectedPeople()
  return what === 'unprotect' ? officePaths.protection({ receiptNumber }) : officePaths.duplicate({ receiptNumber })
}
