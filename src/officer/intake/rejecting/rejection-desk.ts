import { countRejectionsByReason, type ListedRejection, listRejections, openSender, rejectionToShow, type ShownRejection } from '../../../cases/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { query } from '../../../platform/operation.ts'
import { mayDo, whoMay } from '../../may.ts'
import { colleaguesNamed } from '../../staff/colleagues.ts'

/** Whose form it was is told to whoever sent it back, and to supervisors. */
const maySeeWhose = (actor: Actor, typedBy: string): boolean => typedBy === actor.id || mayDo(actor, 'see-whose-was-rejected')

/** One rejection with its letter; null for who may not see whose it is. */
export const rejectionOnDesk = query({
  name: 'officer.rejection',
  allow: (actor, _input: { rejection: string }) => whoMay('take-in-paper')(actor),
  async run(context, { rejection }): Promise<ShownRejection | null> {
    const shown = await rejectionToShow(context, rejection)
    return shown && maySeeWhose(context.actor, shown.typedBy) ? shown : null
  },
})

export interface RejectionInList {
  readonly id: string
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly reasons: readonly string[]
  readonly letter: ListedRejection['letter']
  /** Null: not kept any more, or not told to who asks. */
  readonly name: string | null
}

export const rejectionsOnPage = 20
const countedDays = 30

/** The forms that were rejected, the newest first, and how many were in the last thirty days and why. `page` counts from 1. */
export const rejectionList = query({
  name: 'officer.rejections',
  allow: (actor, _input: { page: number }) => whoMay('take-in-paper')(actor),
  async run(context, { page }) {
    const { tx, actor, now, services } = context
    const { rejections, total } = await listRejections(tx, { skip: (page - 1) * rejectionsOnPage, most: rejectionsOnPage })
    const names = await colleaguesNamed(context, rejections.map(({ typed_by }) => typed_by))
    const nameIn = ({ id, sealed, typed_by }: ListedRejection) => (sealed && maySeeWhose(actor, typed_by) ? openSender(services.keys, id, sealed).name : null)
    const shown = rejections.map((row): RejectionInList => ({
      ...{ id: row.id, at: row.rejected_at ?? now, by: names.get(row.typed_by) ?? null, form: row.form, receivedOn: row.received_on },
      ...{ reasons: row.reasons, letter: row.letter, name: nameIn(row) },
    }))
    return { rejections: shown, total, counted: await countRejectionsByReason(tx, now.subtract({ hours: 24 * countedDays })) }
  },
})
