import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { nameFits } from '../../profile/index.ts'
import type { Day } from '../definition/definition.ts'
import { definitionOfDraft, type Draft } from '../draft/draft.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { type Replay, replay } from '../journey/replay.ts'
import { evidenceOf } from './draft-evidence.ts'
import { insertHelperSignature, type HelperSignatureRow } from './helper-signature-store.ts'
import { helperMark, helperName, helpersNamed, sealHelperName } from './helpers.ts'
import { sha256Of, signedDocument } from './signed-document.ts'

type Running = Pick<OperationContext, 'tx' | 'now' | 'services'>

async function copied(context: Running, id: string): Promise<Draft> {
  const draft = await lockDraftToFile(context, id)
  if (draft?.prepared !== 'copy') throw new Error('There is no such copy')
  return draft
}

const replayedOn = ({ services }: Running, draft: Draft, day: Day): Replay => replay(definitionOfDraft(services.agency, draft), draft.answers, day)

/** The hash of what a copy holds, answers and files, as they count for the day on which the original was signed. */
export async function copiedHash(context: Running, id: string, judgedOn: Day): Promise<string> {
  const draft = await copied(context, id)
  const replayed = replayedOn(context, draft, judgedOn)
  const { files } = await evidenceOf(context, draft, replayed)
  return sha256Of(signedDocument(replayed, files))
}

/** A signature that a preparer gave in a session of their own, over the document that the copy is. */
export interface GivenByPreparer {
  readonly draft: string
  readonly name: string
  readonly document_sha256: string
  readonly declared: Pick<HelperSignatureRow, 'language' | 'statement' | 'record_language' | 'record_statement' | 'record_binds'>
  readonly session: string
  readonly signed_at: Temporal.Instant
}

/** Keeps it under the copy, where the answers name them as who prepared it. Run again, the first stays. */
export async function keepHelperSignature(context: Running, { draft: id, name, declared, ...given }: GivenByPreparer): Promise<void> {
  const draft = await copied(context, id)
  const replayed = replayedOn(context, draft, draft.startedAt.toZonedDateTimeISO(context.services.agency.timeZone).toPlainDate().toString())
  const helper = helpersNamed(replayed).find((each) => each.capacity === 'preparer' && nameFits(name, helperName(replayed, each)))
  if (!helper) return
  const owned = { id: newId(), account: draft.account }
  const name_sealed = sealHelperName(context.services.keys, owned, name)
  await insertHelperSignature(context.tx, { ...owned, draft: id, helper: helper.id, capacity: helper.capacity, ...declared, ...given, name_sealed, name_mark: helperMark(context.services.keys, name) })
}
