import type { Context, UploadPart } from '../platform/http/page.ts'
import { beginUpload, ownerOf, type UploadTarget } from './begin-upload.ts'
import type { UploadProblem } from './evidence-file.ts'
import { recordUpload } from './record-upload.ts'
import { storeUpload } from './store-upload.ts'
import { type Measured, NotTaken } from './upload-meter.ts'

/** What became of an upload, as the page tells it. */
export type UploadOutcome = 'received' | 'doubled' | UploadProblem

type Receiver = Pick<Context, 'perform' | 'actor' | 'services'>

/** Takes one file from the network into the draft: begins, stores while it streams, records. */
export async function receiveUpload(
  context: Receiver,
  target: UploadTarget,
  file: Pick<Extract<UploadPart, { kind: 'file' }>, 'fileName' | 'stream'>,
): Promise<UploadOutcome> {
  const begun = await context.perform(beginUpload, target)
  if (!begun.ok) return problemOf(begun.refusal)
  const { upload, storageKey } = begun.output
  const stored = await measuredOrProblem(context, { account: ownerOf(context.actor, target), storageKey }, file)
  if (typeof stored === 'string') return stored
  const recorded = await context.perform(recordUpload, { ...target, ...stored, upload })
  if (recorded.ok && !recorded.output.doubled) return 'received'
  // Said by the database, so nobody has these bytes; after a fault it is not known, and the sweep finds out.
  await context.services.storage.delete(storageKey)
  return recorded.ok ? 'doubled' : problemOf(recorded.refusal)
}

async function measuredOrProblem(
  { services }: Receiver,
  place: { account: string; storageKey: string },
  file: { fileName: string; stream: NodeJS.ReadableStream },
): Promise<Measured | UploadProblem> {
  const { sizeBytesMax } = services.agency.uploads
  try {
    return await storeUpload(services, place, { ...file, sizeBytesMax })
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem
    throw fault
  }
}

type OperationRefusal =
  | 'draft-closed'
  | 'no-original'
  | 'same-as-original'
  | 'too-many-files'
  | 'too-many-bytes'
  | 'upload-expired'
  | 'not-allowed'
  | 'too-many-attempts'

/** An upload that was swept while it came in took longer than any may; the draft is none of a visitor's. */
function problemOf(refusal: OperationRefusal): UploadProblem {
  if (refusal === 'upload-expired') return 'interrupted'
  return refusal === 'not-allowed' ? 'draft-closed' : refusal
}
