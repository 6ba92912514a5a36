import type { FileKind } from '../platform/preview/index.ts'
import type { ScanPort, StartRefusal, UploadRefusal } from '../platform/scan/index.ts'
import type { FileDescription } from './description/description.ts'

declare module '../platform/services.ts' {
  interface Services {
    /** Judges files from strangers before anyone else sees them. */
    readonly scanner: ScanPort
  }
}

/** `received`: stored, not looked at, given to nobody. `clean`: may be seen. `refused`: its bytes are gone. */
export type FileState = 'received' | 'clean' | 'refused'

/** Why a file was refused after it had come in. */
export type CheckRefusal = UploadRefusal | 'malware'

/** Why a file was not taken when it was sent. Each has its words under `evidence.problem.<code>`. */
export type UploadProblem =
  | StartRefusal
  | 'no-file'
  | 'not-asked'
  | 'no-original'
  | 'same-as-original'
  | 'too-many-files'
  | 'too-many-bytes'
  | 'draft-closed'
  | 'interrupted'
  | 'too-many-attempts'

/** One file of a draft or a submission, as its owner may see it. Sizes are pixels, of a PDF's first page points. */
export interface EvidenceFile {
  readonly id: string
  readonly draft: string
  /** The id of the evidence rule it answers. */
  readonly document: string
  /** The file it is the translation of; null: it is a document itself. */
  readonly translates: string | null
  readonly name: string
  readonly type: FileKind
  readonly sizeBytes: number
  /** Of the bytes as they came in, in hexadecimal. */
  readonly sha256: string
  readonly state: FileState
  readonly refusal: CheckRefusal | null
  /** Since when the scanner gave no verdict on it: then it is away, and we try again. */
  readonly unscannedSince: Temporal.Instant | null
  /** Known once it is clean. */
  readonly pages: number | null
  /** How many of its first pages have a picture. */
  readonly previews: number
  /** Others may read it: a picture once it has its copy without place and camera, a PDF as it is. */
  readonly isShown: boolean
  /** What its person says of it; null: nothing yet. */
  readonly description: FileDescription | null
  /** Tells one saving of the description from the next. */
  readonly descriptionMark: string
  readonly uploadedAt: Temporal.Instant
}

/** What one person may have in drafts that are not submitted: more is a mistake or a misuse. */
export const personLimits = { filesMost: 200, bytesMost: 600 * 1024 * 1024 }

/** Files for one document where its evidence rule names no number. */
export const filesPerDocumentMost = 10

/** Files that one document's translation may consist of. */
export const filesPerTranslationMost = 5

/** What a file may hold: a page of more pixels than a large scan at 600 dpi, or a whole book, is no evidence. */
export const contentLimits = { pixelsMax: 60_000_000, pagesMax: 200 }

/** Pages of a file that get a picture. */
export const previewPagesMost = 5

const contentTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
}

export const fileContentType = ({ type }: Pick<EvidenceFile, 'type'>): string => contentTypes[type]

/** Where the copy of a picture lies that others than its owner see: beside its file, as the pictures of its pages. */
export const copyKey = (storageKey: string): string => `${storageKey}-c`

/** Where the picture of a page lies (counted from 1): beside its file, so that making it twice replaces it. */
export const previewKey = (storageKey: string, page: number): string => `${storageKey}-${page}`
