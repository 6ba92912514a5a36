import { findCaseNamed, papersToCompare } from '../../../cases/index.ts'
import { newId } from '../../../platform/ids.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import { noteComparing } from '../../case-file/note-comparing.ts'
import { mayDo, whoMay } from '../../may.ts'
import { candidatesOf } from './candidates.ts'
import { type Duplicate, insertAct, lockDuplicate, recordDuplicate } from './duplicate-store.ts'

/** Whoever took a form up and went home keeps it from nobody any longer. */
const keptHours = 8

export interface NamedDuplicate {
  readonly receiptNumber: string
}

export const mayDecide = (actor: OperationContext['actor']): boolean => whoMay('decide-whose-case')(actor) && actor.sessionId !== null

/** Whether somebody works on it now. */
export const isTaken = ({ taken_at: takenAt }: Pick<Duplicate, 'taken_at'>, now: Temporal.Instant): boolean =>
  takenAt !== null && Temporal.Instant.compare(takenAt.add({ hours: keptHours }), now) > 0

/** The question of this receipt number, locked; undefined: there is none. */
export async function lockNamed({ tx, audit }: Pick<OperationContext, 'tx' | 'audit'>, { receiptNumber }: NamedDuplicate): Promise<Duplicate | undefined> {
  const its = await findCaseNamed(tx, receiptNumber)
  if (!its) return undefined
  audit({ subject: its.id })
  return lockDuplicate(tx, its.id)
}

/**
 * **Take it up**: from here on its form and what is known of the accounts are shown to this officer, and to no other. Each form
 * that is shown counts as opened, and its people are told. Who chose an account before and takes it up again takes that back.
 */
export const takeUp = operation({
  name: 'officer.take-up-duplicate',
  allow: (actor, _input: NamedDuplicate) => mayDecide(actor),
  refusals: ['no-question', 'decided-already', 'with-a-colleague', 'for-a-supervisor'],
  async run(context, input) {
    const { tx, actor, now, refuse } = context
    const found = await lockNamed(context, input)
    if (!found) return refuse('no-question')
    if (found.decided_at) return refuse('decided-already')
    const by = actor.id as string
    if (isTaken(found, now)) return found.taken_by === by ? input : refuse('with-a-colleague')
    const asked = await papersToCompare(context, { caseId: found.case, accounts: [] })
    if (!asked) return refuse('no-question')
    const candidates = await candidatesOf(context, found.accounts, asked.asked.person)
    if (candidates.some((each) => each.protected) && !mayDo(actor, 'decide-protected-case')) return refuse('for-a-supervisor')
    const shown = candidates.filter((each) => !each.protected).flatMap(({ all }) => all)
    const papers = await papersToCompare(context, { caseId: found.case, accounts: shown })
    await noteComparing(context, [found.case, ...new Set([...(papers?.of.values() ?? [])].map(({ caseId }) => caseId))])
    const back = found.asked_by === by ? { asked_by: null, asked_account: null } : {}
    const act = { id: newId(), case: found.case, staff: by, at: now }
    if (found.asked_by === by) await insertAct(tx, { ...act, id: newId(), kind: 'taken-back' })
    await recordDuplicate(tx, found.case, { taken_by: by, taken_at: now, accounts: candidates.map(({ account }) => account), ...back })
    await insertAct(tx, { ...act, kind: 'taken' })
    return input
  },
})

/** **Decide later**: it is anybody's again. */
export const putDuplicateBack = operation({
  name: 'officer.put-duplicate-back',
  allow: (actor, _input: NamedDuplicate) => mayDecide(actor),
  refusals: ['no-question', 'not-yours'],
  async run(context, input) {
    const { tx, actor, now, refuse } = context
    const found = await lockNamed(context, input)
    if (!found) return refuse('no-question')
    if (found.taken_by !== actor.id) return refuse('not-yours')
    await recordDuplicate(tx, found.case, { taken_by: null, taken_at: null })
    await insertAct(tx, { id: newId(), case: found.case, kind: 'put-back', staff: actor.id as string, at: now })
    return input
  },
})
