import type { Context, UploadPart } from '../platform/http/page.ts'
import type { UploadTarget } from './begin-upload.ts'
import type { UploadProblem } from './evidence-file.ts'
import { recordUpload } from './record-upload.ts'
import { storeUpload } from './store-upload.ts'
import type { Place } from './stored-file.ts'
import { takeIn } from './take-in.ts'
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
  const added = await takeIn<never>(context, target, {
    store: (place) => measuredOrProblem(context, place, file),
    record: (whole) => context.perform(recordUpload, whole),
  })
  if ('problem' in added) return added.problem
  return added.doubled ? 'doubled' : 'received'
}

async function measuredOrProblem(
  { services }: Receiver,
  place: Place,
  file: { fileName: string; stream: NodeJS.ReadableStream },
): Promise<Measured | UploadProblem> {
  const { sizeBytesMax } = services.agency.uploads
  try {
    return await storeUpload(services, { owner: place.account, file: place.storageKey }, { ...file, sizeBytesMax })
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem
    throw fault
  }
}
