import type { Context } from '../../platform/http/page.ts'
import type { UploadTarget } from '../begin-upload.ts'
import type { DescribedPart } from '../description/description.ts'
import type { Tray } from '../trays/tray.ts'
import { filesPerDocumentMost, filesPerTranslationMost } from '../evidence-file.ts'

/** A document that the answers of a draft ask for; its words are the form's own. */
export interface AskedDocument {
  readonly id: string
  readonly required: boolean
  readonly filesMax?: number
  /** What has to be said of each of its files before the form can be signed. */
  readonly describe?: readonly DescribedPart[]
}

/** What the evidence room needs to know of a draft. */
export interface EvidenceDraft {
  readonly id: string
  /** The account it stands under: the person's own, or one that was merged into it. */
  readonly account?: string
  /** The form's code, which is the name of its texts in the agency pack. */
  readonly form: string
  readonly documents: readonly AskedDocument[]
  /** It is no draft but a tray of a case, with a page and words of its own. */
  readonly tray?: Tray
}

/** How many files a document may have, or a translation of one may consist of. */
export const filesMostOf = (asked: AskedDocument | undefined, translates?: string | null): number =>
  translates ? filesPerTranslationMost : (asked?.filesMax ?? filesPerDocumentMost)

/** Where a file that is added to a draft goes. `translates`: the file that it is the translation of; empty or left out: none. */
export const targetIn = ({ id, account }: EvidenceDraft, asked: AskedDocument, translates?: string): UploadTarget => ({
  draft: id,
  document: asked.id,
  filesMost: filesMostOf(asked, translates),
  ...(translates ? { translates } : {}),
  ...(account ? { account } : {}),
})

/** What became of the drafts in which files were used, by their ids; a draft that is deleted or has ended is not in it. */
export type UsedDrafts = ReadonlyMap<
  string,
  {
    readonly form: string
    /** Null while it is not received. */
    readonly submission: string | null
    readonly receiptNumber: string | null
    readonly receivedOn: Temporal.PlainDate | null
    /** The files were gathered in a tray of a case. */
    readonly tray?: Tray
  }
>

/** What higher rooms hand in. */
export interface EvidenceParts {
  /** The person's own draft while it is open; null alike for one that is unknown, another's, ended or submitted. */
  draftOf(context: Context, draft: string): Promise<EvidenceDraft | null>
  /** Where files were used, for the person's own library. */
  usedDraftsOf(context: Context, drafts: readonly string[]): Promise<UsedDrafts>
  /** Whether the page that an upload leads to waits a moment for its check. Tests without a worker do not. */
  waitsForCheck?: boolean
}
