import { procedure } from '../../platform/http/page.ts'
import type { Performer, Result } from '../../platform/operation.ts'
import type { Services } from '../../platform/services.ts'
import { StorageFault } from '../../platform/storage/index.ts'
import { ownerOf, type UploadTarget } from '../begin-upload.ts'
import { filesPerTranslationMost, type UploadProblem } from '../evidence-file.ts'
import type { Place } from '../stored-file.ts'
import { type Added, takeIn } from '../take-in.ts'
import { type Measured, NotTaken } from '../upload-meter.ts'
import { copyBytes } from './copy-bytes.ts'
import { fileInLibrary, type Reusable, sameFileThere } from './find-in-library.ts'
import { recordReuse } from './record-reuse.ts'

type By = Pick<Performer, 'perform' | 'read' | 'actor'> & { services: Services }

export type ReuseProblem = UploadProblem | 'not-in-library'

/** What became of files chosen from the library: how many were added, and why the rest was not; null: nothing went wrong. */
export interface Reused {
  readonly added: number
  readonly problem: ReuseProblem | null
}

/** The bytes of a file at another place, or why not. What was forgotten at this moment is in nobody's library any more. */
async function copied(by: By, source: Reusable, place: Place): Promise<Measured | ReuseProblem> {
  try {
    return await copyBytes(by.services, source, place)
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem
    if (fault instanceof StorageFault && fault.kind === 'missing' && !(await by.read(fileInLibrary, source.file.id))) return 'not-in-library'
    throw fault
  }
}

async function reuseOne(by: By, target: UploadTarget, source: Reusable): Promise<Added | { problem: ReuseProblem }> {
  const { draft, document, translates = null } = target
  const account = ownerOf(by.actor, target)
  const same = await by.read(sameFileThere, { account, draft, document, translates, sha256: source.file.sha256 })
  if (same) return { file: same, doubled: true }
  return takeIn<'not-in-library'>(by, target, {
    store: (place) => copied(by, source, place),
    record: (whole) => by.perform(recordReuse, { ...whole, source: source.file.id }),
  })
}

/** One file, and then its translation beneath it. */
async function reuseWhole(by: By, target: UploadTarget, id: string): Promise<Reused> {
  const found = await by.read(fileInLibrary, id)
  if (!found) return { added: 0, problem: 'not-in-library' }
  const original = await reuseOne(by, target, found.original)
  if ('problem' in original) return { added: 0, problem: original.problem }
  const added = original.doubled ? 0 : 1
  for (const translation of found.translations) {
    const beneath = await reuseOne(by, { ...target, filesMost: filesPerTranslationMost, translates: original.file }, translation)
    if ('problem' in beneath) return { added, problem: beneath.problem }
  }
  return { added, problem: null }
}

/**
 * Adds files of the person's library to a document of a draft, each as a copy of its own, one after the other. It stops at the
 * first that cannot be added; those before it stay.
 */
export const reuseFiles = procedure({
  refusals: [],
  async call(by: By, { target, chosen }: { target: UploadTarget; chosen: readonly string[] }): Promise<Result<Reused, never>> {
    let added = 0
    for (const id of chosen) {
      const one = await reuseWhole(by, target, id)
      added += one.added
      if (one.problem) return { ok: true, output: { added, problem: one.problem } }
    }
    return { ok: true, output: { added, problem: null } }
  },
})
