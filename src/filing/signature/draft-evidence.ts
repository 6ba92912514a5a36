import { attachToSubmission, type EvidenceFile, filesOfDraft, withoutRefused } from '../../evidence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import type { Draft } from '../draft/draft.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'
import { type HeldEvidence, readinessOf } from '../review/readiness.ts'
import type { SignedFile } from './signed-document.ts'

type Running = { readonly tx: Tx; readonly services: Services; readonly now: Temporal.Instant }

/** The evidence that goes with a draft: what its answers ask for and the checks did not refuse. */
export type DraftEvidence = {
  readonly files: readonly SignedFile[]
  readonly held: HeldEvidence
  /** Files that the checks have not finished with: nothing is signed while there is one. */
  readonly waiting: boolean
  /** Those files. */
  readonly unchecked: readonly EvidenceFile[]
}

/** A translation names what it translates by its hash: an id means nothing outside. */
function signed({ document, name, sha256, description, translates }: EvidenceFile, files: readonly EvidenceFile[]): SignedFile {
  const original = translates ? files.find(({ id }) => id === translates) : undefined
  return {
    ...{ document, name, sha256 },
    ...(description ? { description } : {}),
    ...(original ? { translates: original.sha256 } : {}),
  }
}

/** A job reads a draft's files as its owner: the store asks whose they are. */
const ownerOf = ({ account }: Draft): Actor => ({ kind: 'account', id: account, roles: [], sessionId: null })

/** Which of a draft's files belong to it as it stands: by document as the form asks, then in their person's order. */
export function evidenceIn(replay: Replay, files: readonly EvidenceFile[]): DraftEvidence {
  const asked = evidenceAsked(replay).map(({ id }) => id)
  const going = withoutRefused(files)
    .filter(({ document }) => asked.includes(document))
    .toSorted((one, other) => asked.indexOf(one.document) - asked.indexOf(other.document))
  const unchecked = going.filter(({ state }) => state === 'received')
  return {
    files: going.map((file) => signed(file, going)),
    held: Map.groupBy(going, ({ document }) => document),
    waiting: unchecked.length > 0,
    unchecked,
  }
}

/** The evidence of a draft, read inside an operation. */
export const evidenceOf = async (context: Running, draft: Draft, replay: Replay): Promise<DraftEvidence> =>
  evidenceIn(replay, await filesOfDraft.run({ ...context, actor: ownerOf(draft) }, draft.id))

/** Ties the evidence to a submission, for good; returns what went with it. */
export async function attachEvidence(
  context: Running,
  draft: Draft,
  replay: Replay,
  submission: string,
): Promise<readonly SignedFile[]> {
  const documents = evidenceAsked(replay).map(({ id }) => id)
  const files = await attachToSubmission(context, { account: draft.account, draft: draft.id, submission, documents })
  return files.map((file) => signed(file, files))
}

/** Whether a draft can be signed: nothing missing, nothing that blocks, every file looked at. */
export const isReadyToSign = (replay: Replay, { held, waiting }: DraftEvidence): boolean =>
  readinessOf(replay, held).ready && !waiting
