import { documentPlace } from '../../cases/index.ts'
import type { StreamProblem } from '../../evidence/index.ts'
import type { Context, EndpointBody } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { type SentFile, storeBrought } from '../scans/receive-scan.ts'
import { addAnswerFile, type Conversation } from './add-file.ts'

/** Why a file was not taken when it was sent. */
export type AnswerFileProblem = StreamProblem | 'no-file' | 'too-many-files'

/** What came of the files of one form. `there`: how many were there already. */
export interface Received {
  added: number
  there: number
  readonly problems: AnswerFileProblem[]
}

type Stopped = 'unknown-case' | 'file-not-opened' | 'unknown-thread' | 'not-allowed'

/** Seals a file for the case while it streams, then records it, its check queued. What is not recorded belongs to nobody and goes. */
async function receiveOne(context: Pick<Context, 'perform' | 'services'>, to: Conversation & { caseId: string }, file: SentFile): Promise<'added' | 'there' | AnswerFileProblem | { stopped: Stopped }> {
  const { caseId, ...conversation } = to
  const storageKey = newId()
  const { sizeBytesMax } = context.services.agency.uploads
  const measured = await storeBrought(context, documentPlace(caseId, storageKey), { ...file, sizeBytesMax })
  if (typeof measured === 'string') {
    await context.services.storage.delete(storageKey)
    return measured
  }
  const { fileName: name, ...found } = measured
  const added = await context.perform(addAnswerFile, { ...conversation, ...found, name, storageKey })
  if (added.ok) return 'added'
  await context.services.storage.delete(storageKey)
  if (added.refusal === 'added-before') return 'there'
  if (added.refusal === 'too-many-files') return 'too-many-files'
  if (added.refusal === 'too-many-attempts') throw new Error('Adding files to an answer is not counted')
  return { stopped: added.refusal }
}

/** Reads a form to its end, a file at a time. */
export async function receiveFiles(context: Pick<Context, 'perform' | 'services'>, to: Conversation & { caseId: string }, parts: NonNullable<EndpointBody['parts']>): Promise<Received | { stopped: Stopped }> {
  const received: Received = { added: 0, there: 0, problems: [] }
  for await (const part of parts()) {
    if (part.kind === 'field') continue
    if (!part.fileName) {
      part.stream.resume()
      continue
    }
    const came = await receiveOne(context, to, part)
    if (typeof came === 'object') return came
    if (came === 'added' || came === 'there') received[came] += 1
    else received.problems.push(came)
  }
  if (received.added + received.there + received.problems.length === 0) received.problems.push('no-file')
  return received
}
