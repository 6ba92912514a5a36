import type { Performer, Result } from '../platform/operation.ts'
import type { Services } from '../platform/services.ts'
import { beginUpload, ownerOf, type UploadTarget } from './begin-upload.ts'
import type { UploadProblem } from './evidence-file.ts'
import type { Place } from './stored-file.ts'
import type { Measured } from './upload-meter.ts'

/** Whoever adds a file: they begin, and the bytes go to the services' storage. */
export type Receiver = Pick<Performer, 'perform' | 'actor'> & { services: Pick<Services, 'storage'> }

/** `doubled`: these bytes stood there already, and the ones that came belong to nobody. */
export type Added = { file: string; doubled: boolean }

type Refusal =
  | 'draft-closed'
  | 'no-original'
  | 'same-as-original'
  | 'too-many-files'
  | 'too-many-bytes'
  | 'upload-expired'
  | 'not-allowed'
  | 'too-many-attempts'

/** An upload that was swept while it came in took longer than any may; the draft is none of a visitor's. */
function problemOf<Other extends string>(refusal: Refusal | Other): UploadProblem | Other {
  if (refusal === 'upload-expired') return 'interrupted'
  return refusal === 'not-allowed' ? 'draft-closed' : (refusal as Exclude<Refusal, 'upload-expired' | 'not-allowed'> | Other)
}

/** The two steps in which ways to add a file differ. */
interface Steps<Other extends string> {
  /** Lays the whole bytes there, or says why not; nothing is left of what is not taken. */
  store(place: Place): Promise<Measured | UploadProblem | Other>
  /** Makes them a file of the draft, in one transaction. */
  record(whole: UploadTarget & Measured & { upload: string }): Promise<Result<Added, Exclude<Refusal, 'not-allowed' | 'too-many-attempts'> | Other>>
}

/** Adds a file to a draft: begins, has its bytes stored, has them recorded. What the record does not take belongs to nobody and goes. */
export async function takeIn<Other extends string>(
  { perform, actor, services }: Receiver,
  target: UploadTarget,
  { store, record }: Steps<Other>,
): Promise<Added | { problem: UploadProblem | Other }> {
  const begun = await perform(beginUpload, target)
  if (!begun.ok) return { problem: problemOf<Other>(begun.refusal) }
  const { upload, storageKey } = begun.output
  const measured = await store({ account: ownerOf(actor, target), storageKey })
  if (typeof measured === 'string') return { problem: measured }
  const recorded = await record({ ...target, ...measured, upload })
  // Said by the database, so nobody has these bytes; after a fault it is not known, and the sweep finds out.
  if (!recorded.ok || recorded.output.doubled) await services.storage.delete(storageKey)
  return recorded.ok ? recorded.output : { problem: problemOf<Other>(recorded.refusal) }
}
