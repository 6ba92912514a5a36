import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { activePartsOf } from './active-parts.ts'
import type { FileFacts, ReaderLimits } from './facts.ts'

/** Thirty-five metres: more is no page of a document, and no number that a row holds. */
const pagePointsMax = 100_000

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const opened = (bytes: Buffer, pixelsMax: number): Promise<PDFDocumentProxy> =>
  getDocument({
    data: new Uint8Array(bytes),
    // A picture inside that is larger than this is left out, not unfolded.
    maxImageSize: pixelsMax,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    cMapUrl: `${join(library, 'cmaps')}/`,
    wasmUrl: `${join(library, 'wasm')}/`,
    iccUrl: `${join(library, 'iccs')}/`,
  }).promise

/** Asks the library and looks at the names of the objects as well: one may know what the other overlooks. */
export async function pdfFacts(bytes: Buffer, limits: ReaderLimits): Promise<FileFacts> {
  // A whole file ends so (ISO 32000-2, 7.5.5); readers repair a cut-off one in silence, and pages are missing.
  if (bytes.lastIndexOf('%%EOF') < Math.max(0, bytes.length - 2_048)) return { refusal: 'broken' }
  const active = activePartsOf(bytes)
  // The library calls a lock that it does not know broken.
  if (active === 'encrypted-pdf') return { refusal: active }
  const document = await opened(bytes, limits.pixelsMax)
  const { info } = await document.getMetadata()
  // A file that opens without a password may still be encrypted; no one can say what a later reader may do with it.
  if ((info as { EncryptFilterName?: unknown }).EncryptFilterName) return { refusal: 'encrypted-pdf' }
  if (active === 'scripted-pdf' || (await document.getJSActions())) return { refusal: 'scripted-pdf' }
  if (active === 'pdf-with-files' || (await document.getAttachments())) return { refusal: 'pdf-with-files' }
  if (document.numPages > limits.pagesMax) return { refusal: 'too-many-pages' }
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
  if (!(Math.max(width, height) <= pagePointsMax)) return { refusal: 'pixel-bomb' }
  return { pages: document.numPages, width: Math.round(width), height: Math.round(height) }
}

/** One page, at most `edgeMax` pixels a side, as WebP. */
export async function pictureOfPdf(bytes: Buffer, number: number, edgeMax: number, pixelsMax: number): Promise<Buffer> {
  const page = await (await opened(bytes, pixelsMax)).getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: Math.min(edgeMax / natural.width, edgeMax / natural.height, 4) })
  const canvas = createCanvas(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)))
  // The library draws on a browser's canvas by its types; this one has the same methods.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#ffffff' }).promise
  return canvas.encode('webp', 80)
}
