import type { LimitSubject } from '../../../platform/attempts.ts'
import { isId } from '../../../platform/ids.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import type { IntakeRow } from '../file/intake-row.ts'
import { hashedRow } from '../read-rows.ts'
import { sealTyped } from './entry.ts'
import { deleteEntry, insertEntry, lockEntry, updateTyped } from './entry-store.ts'
import { sortOne } from './plan.ts'

const refusals = ['receipt-exists', 'account-number-unknown', 'no-entry'] as const

/** `entry`: made with the page, so that the same page sent twice is one entry. */
export interface TypedForm {
  readonly entry: string
  readonly filing: IntakeRow
}

/** More than anybody types: each look says whether somebody has an account. */
const looks = { name: 'typed-forms', most: 200, withinSeconds: 3600, of: ({ actor }: LimitSubject<TypedForm>) => actor.id }

/** What only the database can say against a form; null: nothing. */
async function speaksAgainst(context: Pick<OperationContext, 'tx' | 'services'>, filing: IntakeRow) {
  const { sorted } = await sortOne(context, hashedRow(context.services.keys, filing))
  return sorted.is === 'refused' ? sorted.code : null
}

/** Keeps a typed form, to be looked over. Nothing is taken in by it. */
export const keepEntry = operation({
  name: 'intake.type',
  allow: (actor, _typed: TypedForm) => whoMay('take-in-paper')(actor),
  limits: [looks],
  refusals,
  async run(context, { entry, filing }) {
    const { tx, actor, now, services, refuse, audit } = context
    audit({ subject: entry })
    const against = await speaksAgainst(context, filing)
    if (against) return refuse(against)
    const sealed = sealTyped(services.keys, entry, filing.cells)
    const isNew = await insertEntry(tx, { id: entry, staff: String(actor.id), sealed, typed_at: now })
    if (!isNew && !(await lockEntry(tx, entry))) return refuse('no-entry')
    return { entry }
  },
})

/** Puts in the place of what was typed what was corrected. */
export const changeEntry = operation({
  name: 'intake.correct',
  allow: (actor, _typed: TypedForm) => whoMay('take-in-paper')(actor),
  limits: [looks],
  refusals: [...refusals, 'taken-already'],
  async run(context, { entry, filing }) {
    const { tx, now, services, refuse, audit } = context
    audit({ subject: entry })
    const kept = isId(entry) ? await lockEntry(tx, entry) : undefined
    if (!kept) return refuse('no-entry')
    if (kept.taken_at) return refuse('taken-already')
    const against = await speaksAgainst(context, filing)
    if (against) return refuse(against)
    await updateTyped(tx, entry, { sealed: sealTyped(services.keys, entry, filing.cells), at: now })
    return { entry }
  },
})

/** Throws away what was typed; what is taken in stays. Done twice it is done once. */
export const dropEntry = operation({
  name: 'intake.drop',
  allow: (actor, _input: { entry: string }) => whoMay('take-in-paper')(actor),
  refusals: ['taken-already'],
  async run({ tx, refuse, audit }, { entry }) {
    audit({ subject: entry.slice(0, 40) })
    const kept = isId(entry) ? await lockEntry(tx, entry) : undefined
    if (kept?.taken_at) return refuse('taken-already')
    if (kept) await deleteEntry(tx, entry)
    return { dropped: kept !== undefined }
  },
})
