import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { FileKind } from '../../src/platform/preview/index.ts'

/** How a file ends that is told while it comes in: the code of its sentence, `evidence.problem.<code>`. */
export const toldAtOnce = ['no-file', 'empty', 'bad-name', 'too-large', 'type-not-allowed', 'heic', 'name-and-content-differ'] as const

/** How a file ends that is told after the check: the code of its sentence, `evidence.refusal.<code>`. */
export const toldAfterCheck = ['broken', 'pixel-bomb', 'too-many-pages', 'encrypted-pdf', 'scripted-pdf', 'pdf-with-files', 'malware'] as const

export type Ending = (typeof toldAtOnce)[number] | (typeof toldAfterCheck)[number] | 'clean'

/** A file that somebody may send, by mistake or on purpose, and how it must end. Made by code: none is stored. */
export interface HostileFile {
  /** What it is, for whoever reads a failure; no two have the same. */
  what: string
  /** As it stands in the header of its part. */
  fileName: string
  bytes(): Buffer | Promise<Buffer>
  ends: Ending
  /** Only with a scanner that knows malware; the structural checks call it clean. */
  needsScanner?: boolean
  /** How it ends where a scanner looks that unfolds it and finds it too large. */
  withScanner?: Ending
  /** How it ends where its name is told by itself, not in the head of a form whose reader cuts it. */
  inPieces?: Ending
  /** The name as the page shows it; left out where it does not matter. */
  shownAs?: string
}

export const endsAtOnce = ({ ends }: HostileFile): boolean => toldAtOnce.some((each) => each === ends)

export const sizeBytesMax = 12 * 1024 * 1024

export const endingFor: Record<FileKind, string> = { pdf: 'pdf', jpeg: 'jpg', png: 'png', tiff: 'tif' }

/** Different bytes each time, so that no two files of the corpus are the same file to the product. */
export const ownPdf = (mark: string): Buffer => samplePdf({ objects: [`(${mark.replace(/[^\w -]/g, '')})`] })
