import type { Context } from '../../platform/http/page.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { filesOfDraft } from '../files.ts'
import type { AskedDocument, EvidenceParts } from './evidence-draft.ts'
import { documentWords } from './words.ts'

export type FileContext = Context<{ draft: string; file: string }>

/** One file of a draft, for a page of its own. */
export interface OneFile {
  readonly file: EvidenceFile
  /** All of the draft, this one among them. */
  readonly files: readonly EvidenceFile[]
  /** The rule it was added for, and its name in the form's words; missing: it is not asked for any more. */
  readonly asked: AskedDocument | undefined
  readonly document: string | null
}

/** The file that an address names, in an open draft of the person's own; null: there is none. */
export async function oneFile({ draftOf }: EvidenceParts, context: FileContext): Promise<OneFile | null> {
  const draft = await draftOf(context, context.params.draft)
  if (!draft) return null
  const files = (await context.read(filesOfDraft, draft.id)) ?? []
  const file = files.find(({ id }) => id === context.params.file)
  if (!file) return null
  const asked = draft.documents.find(({ id }) => id === file.document)
  const document = asked ? documentWords(context.services.agency, context.t, draft, asked.id).document : null
  return { file, files, asked, document }
}
