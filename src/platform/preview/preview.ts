import type { FileFacts, FileKind, ReaderLimits } from './reader/facts.ts'
import { type ReadFile, runReader } from './run-reader.ts'

const edgeMax = 1200

/**
 * The picture of one page (counted from 1) as WebP, at most 1200 pixels a side, without the metadata of the original;
 * undefined when none can be made within the budget. Runs in a process of its own; call it from a job.
 */
export async function previewOf(
  file: { kind: FileKind; bytes: Buffer; page: number },
  limits: ReaderLimits,
  read: ReadFile = runReader,
): Promise<Buffer | undefined> {
  const picture = { page: file.page, edgeMax }
  const answer = await read({ kind: file.kind, limits, picture }, file.bytes)
  return answer?.length ? answer : undefined
}

/**
 * A whole picture without what was written beside its pixels, in its own format; undefined when none can be made within the
 * budget. Runs in a process of its own; call it from a job.
 */
export async function copyForOthers(
  file: { kind: Exclude<FileKind, 'pdf'>; bytes: Buffer },
  limits: ReaderLimits,
  read: ReadFile = runReader,
): Promise<Buffer | undefined> {
  const answer = await read({ kind: file.kind, limits, copy: true }, file.bytes)
  return answer?.length ? answer : undefined
}

/** What is inside a file of that kind. A reader that dies or runs out of its budget makes the file `broken`. */
export async function factsOf(
  file: { kind: FileKind; bytes: Buffer },
  limits: ReaderLimits,
  read: ReadFile = runReader,
): Promise<FileFacts> {
  const answer = await read({ kind: file.kind, limits }, file.bytes)
  return answer ? JSON.parse(answer.toString()) : { refusal: 'broken' }
}
