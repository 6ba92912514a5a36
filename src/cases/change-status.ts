import { newId } from '../platform/ids.ts'
import { operation } from '../platform/operation.ts'
import { agencyDay, mayFollow, statusEntry } from './case.ts'
import { lockCase, recordStatusChange } from './case-store.ts'
import { mayChangeStatus } from './may.ts'
import { sealReason } from './reason.ts'
import { tellParties } from './tell-parties.ts'

export interface StatusToSet {
  receiptNumber: string
  status: string
  /** The status the officer saw when choosing. Where the case has moved on since, the choice is refused. */
  from?: string
  /** Why, in the officer's words; kept sealed for the office. Not empty. */
  reason: string
}

/**
 * An officer moves a case along the status table. The row is locked before it is looked at: of two officers who press
 * at once, the second is judged by what the first made of the case.
 */
export const changeStatus = operation({
  name: 'cases.change-status',
  allow: (actor, _input: StatusToSet) => mayChangeStatus(actor),
  refusals: ['unknown-case', 'not-a-next-status', 'two-people-needed'],
  async run(context, { receiptNumber, status, from, reason }: StatusToSet) {
    const { tx, actor, now, services, refuse, audit } = context
    if (reason.trim() === '') throw new Error('A status is never changed without a reason')
    const found = await lockCase(tx, receiptNumber)
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { from: found.status, to: status } })
    const movedOn = from !== undefined && from !== found.status
    if (movedOn || !mayFollow(services.agency, found.status, status)) return refuse('not-a-next-status')
    if (statusEntry(services.agency, status).twoPeople) return refuse('two-people-needed')
    const change = newId()
    await recordStatusChange(tx, {
      id: change,
      caseId: found.id,
      status,
      on: agencyDay(services.agency, now),
      at: now,
      by: { kind: actor.kind, id: actor.id ?? actor.kind },
      reasonSealed: sealReason(services.keys, found.id, change, reason),
    })
    await tellParties(context, found.id, receiptNumber)
    return { caseId: found.id, status }
  },
})
