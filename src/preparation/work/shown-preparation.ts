import { type Draft, evidenceOf, type Readiness, readDraft, readinessOf, replayOf } from '../../filing/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { type Client, findClientFor } from '../../representation/index.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'
import { type Standing, standingOfOne } from '../standing-store.ts'
import { mayPrepare } from './may-prepare.ts'
import { type Turn, turnOf } from './turn.ts'

/** One of the two drafts of a preparation, and what keeps it from being signed. */
export interface DraftShown {
  readonly draft: Draft
  readonly progress: { readonly done: number; readonly of: number }
  readonly firstUndone: string | undefined
  readonly readiness: Readiness
  /** Files that are still looked at. */
  readonly waiting: boolean
}

export interface ShownPreparation {
  readonly row: PreparationRow
  /** Null: the representative keeps them no more. */
  readonly client: Client | null
  /** Null: a notice of appearance alone, or the draft is gone. */
  readonly form: DraftShown | null
  readonly appearance: DraftShown | null
  readonly standing: Standing
  readonly turn: Turn
}

type Reading = Pick<OperationContext, 'tx' | 'services' | 'now'>

/** A draft with what is missing in it; null: it is gone. */
export async function draftShown(context: Reading, id: string | null): Promise<DraftShown | null> {
  const draft = id === null ? undefined : await readDraft(context, id)
  if (!draft) return null
  const replay = replayOf(context.services.agency, draft, context.now)
  const evidence = await evidenceOf(context, draft, replay)
  const { progress, firstUndone } = replay
  return { draft, progress, firstUndone, readiness: readinessOf(replay, evidence.held), waiting: evidence.waiting }
}

export const isReady = (shown: DraftShown | null): boolean => shown?.readiness.ready === true && !shown.waiting

/** Everything that the representative's page of a preparation shows; null alike for one that is unknown and somebody else's. */
export const shownPreparation = query({
  name: 'preparation.shown',
  allow: (actor, _input: { preparation: string }) => mayPrepare(actor),
  async run(context, { preparation }): Promise<ShownPreparation | null> {
    const { tx, actor, now } = context
    const row = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    if (!row || !accountsOf(actor).includes(row.representative)) return null
    const [form, appearance] = [await draftShown(context, row.draft), await draftShown(context, row.appearance)]
    const standing = await standingOfOne(tx, row.id)
    const drafts = {
      there: appearance !== null && (row.form === null || form !== null),
      ready: isReady(appearance) && (row.form === null || isReady(form)),
    }
    return { row, client: await findClientFor(context, row.client), form, appearance, standing, turn: turnOf(row, standing, drafts, now) }
  },
})
