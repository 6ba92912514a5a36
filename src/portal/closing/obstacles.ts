import { contactChangesEnd, ownAccount, waitsInAccount } from '../../accounts/index.ts'
import { casesThatWait } from '../../cases/index.ts'
import { countOpenDrafts, filingsUnderWay } from '../../filing/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { query } from '../../platform/operation.ts'
import { type ArchiveState, offeredDays, stateOf } from '../my-data/archive.ts'
import { listArchives } from '../my-data/archive-store.ts'

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

type Acting = Looking & Pick<OperationContext, 'actor' | 'now'>

/** The newest archive of the actor: null when the last one is long gone. */
async function newestArchive({ tx, actor, now }: Acting): Promise<ArchiveState | null> {
  const [newest] = await listArchives(tx, accountsOf(actor), now.subtract({ hours: 24 * (offeredDays + 1) }))
  return newest ? stateOf(newest, now) : null
}

const isMaking = (archive: ArchiveState | null) => archive === 'asked' || archive === 'making'

async function standing(context: Acting): Promise<{ obstacles: Obstacle[]; archive: ArchiveState | null }> {
  const waiting = await waitingOf(context, accountsOf(context.actor))
  const until = await contactChangesEnd(context)
  const { recovery, support } = await waitsInAccount(context)
  const archive = await newestArchive(context)
  const obstacles: Obstacle[] = [
    ...waiting,
    ...(until ? [{ kind: 'contact-change', until } as const] : []),
    ...(recovery ? [{ kind: 'recovery' } as const] : []),
    ...(support ? [{ kind: 'support' } as const] : []),
    ...(isMaking(archive) ? [{ kind: 'archive' } as const] : []),
  ]
  return { obstacles, archive }
}

/** Everything that stands against the actor's closing their account, the slowest first. */
export const obstaclesFor = async (context: Acting): Promise<Obstacle[]> => (await standing(context)).obstacles

/** What the page of a closing shows. */
export interface ClosingModel {
  readonly obstacles: readonly Obstacle[]
  /** Drafts that would be deleted. */
  readonly drafts: number
  /** Of the newest archive, if it is still there. */
  readonly archive: ArchiveState | null
  /** Of the Online Account Number: what can be typed to confirm. */
  readonly lastFour: string
}

const isAccount = (actor: Actor) => actor.kind === 'account' && actor.id !== null

/** Everything the page shows, in one transaction. */
export const closingModel = query({
  name: 'portal.closing-model',
  allow: (actor, _input: Record<string, never>) => isAccount(actor),
  async run(context): Promise<ClosingModel> {
    const drafts = await countOpenDrafts(context.tx, accountsOf(context.actor), context.now)
    const { onlineAccountNumber } = await ownAccount.run(context, undefined)
    return { ...(await standing(context)), drafts, lastFour: onlineAccountNumber?.slice(-4) ?? '' }
  },
})
