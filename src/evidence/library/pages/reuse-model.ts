import { notFound, seeOther } from '../../../platform/http/answer.ts'
import type { Context } from '../../../platform/http/page.ts'
import type { EvidenceFile } from '../../evidence-file.ts'
import { type AskedDocument, type EvidenceDraft, type EvidenceParts, filesMostOf } from '../../pages/evidence-draft.ts'
import { backWith } from '../../pages/notice.ts'
import { isOriginal } from '../../translation/translation.ts'
import { type LibraryModel, libraryModel } from './library-model.ts'

type DraftContext = Context<{ draft: string }>

/** What can be chosen for one document of a draft. */
export interface ReuseModel {
  readonly draft: EvidenceDraft
  readonly asked: AskedDocument
  readonly library: LibraryModel
  /** The files that stand for it already. */
  readonly here: readonly EvidenceFile[]
  /** How many more it may have. */
  readonly room: number
}

export const reuseModel = (parts: EvidenceParts) => async (context: DraftContext) => {
  const draft = await parts.draftOf(context, context.params.draft)
  const asked = draft?.documents.find(({ id }) => id === context.query.document)
  if (!draft) return notFound
  if (!asked) return seeOther(backWith(draft.id, 'not-asked'))
  const library = await libraryModel(parts, context, ({ file }) => file.state === 'clean')
  const here = library.files.filter((file) => file.draft === draft.id && file.document === asked.id && isOriginal(file))
  return { draft, asked, library, here, room: Math.max(0, filesMostOf(asked) - here.length) }
}

/** Whether the same file stands for this document already: chosen once more it takes up no room. */
export const isHere = ({ here }: ReuseModel, { sha256 }: EvidenceFile): boolean => here.some((file) => file.sha256 === sha256)
