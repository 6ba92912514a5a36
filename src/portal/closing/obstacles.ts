import { contactChangesEnd, ownRecovery, waitsForSupport } from '../../accounts/index.ts'
import { casesThatWait } from '../../cases/index.ts'
import { draftsOf, filingsUnderWay } from '../../filing/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { query } from '../../platform/operation.ts'
import { type ArchiveState, stateOf } from '../my-data/archive.ts'
import { findUnderWay, listArchives } from '../my-data/archive-store.ts'

/** Something that has to end before an account can be closed. */
export type Obstacle =
  | { readonly kind: 'case'; readonly receiptNumber: string }
  | { readonly kind: 'filing'; readonly submission: string; readonly form: string }
  | { readonly kind: 'contact-change'; readonly until: Temporal.Instant }
  | { readonly kind: 'recovery' }
  | { readonly kind: 'support' }
  | { readonly kind: 'archive' }

type Looking = Pick<OperationContext, 'tx' | 'services'>

/** What waits in the cases and filings of these accounts. */
export async function waitingOf({ tx, services }: Looking, accounts: readonly string[]): Promise<Obstacle[]> {
  const cases = await casesThatWait(tx, services.agency, accounts)
  const filings = await filingsUnderWay(tx, accounts)
  return [
    ...cases.map(({ receiptNumber }) => ({ kind: 'case', receiptNumber }) as const),
    ...filings.map(({ submission, form }) => ({ kind: 'filing', submission, form }) as const),
  ]
}

/** Everything that stands against the actor's closing their account, the slowest first. */
export async function obstaclesFor(context: Looking & Pick<OperationContext, 'actor' | 'now'>): Promise<Obstacle[]> {
  const accounts = accountsOf(context.actor)
  const waiting = await waitingOf(context, accounts)
  const until = await contactChangesEnd(context)
  const recovery = await ownRecovery.run(context, undefined)
  const isMaking = (await findUnderWay(context.tx, accounts)) !== undefined
  return [
    ...waiting,
    ...(until ? [{ kind: 'contact-change', until } as const] : []),
    ...(recovery ? [{ kind: 'recovery' } as const] : []),
    ...((await waitsForSupport(context)) ? [{ kind: 'support' } as const] : []),
    ...(isMaking ? [{ kind: 'archive' } as const] : []),
  ]
}

/** What the page of a closing shows. */
export interface ClosingModel {
  readonly obstacles: readonly Obstacle[]
  /** Drafts that would be deleted. */
  readonly drafts: number
  /** Of the newest archive, if it is still there. */
  readonly archive: ArchiveState | null
}

const isAccount = (actor: Actor) => actor.kind === 'account' && actor.id !== null

export const closingModel = query({
  name: 'portal.closing-model',
  allow: (actor, _input: Record<string, never>) => isAccount(actor),
  async run(context): Promise<ClosingModel> {
    const { tx, actor, now } = context
    const drafts = draftsOf.allow(actor, {}) ? (await draftsOf.run(context, {})).length : 0
    const [newest] = await listArchives(tx, accountsOf(actor), now.subtract({ hours: 24 * 8 }))
    return { obstacles: await obstaclesFor(context), drafts, archive: newest ? stateOf(newest, now) : null }
  },
})
