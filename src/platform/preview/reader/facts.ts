/** The kinds of file that are looked into. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'tiff'

/** Pixels of one picture, and pages of one file, that are still looked at. */
export type ReaderLimits = { pixelsMax: number; pagesMax: number }

/** What a file was found to be, or the one reason why it is not taken. Sizes are pixels, in a PDF points of page 1. */
export type FileFacts =
  | { pages: number; width: number; height: number }
  | { refusal: 'broken' | 'pixel-bomb' | 'too-many-pages' | 'encrypted-pdf' | 'scripted-pdf' | 'pdf-with-files' }

/** What the reader is asked: the facts of a file, the picture of one of its pages (counted from 1), or a picture's copy for others. */
export type ReaderTask = { kind: FileKind; limits: ReaderLimits; picture?: { page: number; edgeMax: number }; copy?: true }
