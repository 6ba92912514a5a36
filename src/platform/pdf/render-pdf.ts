import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { toSVG } from 'bwip-js/node'
import { qrDrawing } from '../qr.ts'
import type { LetterBlock, LetterWords, PaperWords, PdfDocument, ScannedCode } from './document.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { type Characters, printable } from './printable.ts'

const templates = fileURLToPath(new URL('templates', import.meta.url))
// Results that three documents in a row did not use are dropped: enough to keep a run of letters warm.
const memoryOfDocuments = 3

let printer: { compiler: NodeCompiler; fonts: Fonts } | undefined

function openPrinter() {
  const fonts = loadFonts()
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts.blobs }] })
  return { compiler, fonts }
}

/** `undrawn`: characters that no font has; their codes are printed in their place, which no address should hold. */
export type RenderedPdf = { bytes: Buffer; pages: number; undrawn: readonly string[] }

/**
 * A tagged PDF (PDF/UA-1, ISO 14289-1). Holds the process for 10 to 20 ms a letter, so only the worker calls it. Throws
 * an Error without the words of the document when it cannot be set.
 */
export async function renderWithPages(document: PdfDocument): Promise<RenderedPdf> {
  // The compiler's memory is given back between turns of the event loop only: without one it grows by every letter.
  await setImmediate()
  printer ??= openPrinter()
  const { compiler, fonts } = printer
  const undrawn = new Set<string>()
  try {
    const { result } = compiler.compile({
      mainFilePath: `${templates}/${document.template}.typ`,
      inputs: { document: asInput(document, { drawable: fonts.drawable, undrawn }, fonts) },
    })
    if (!result) throw new Error('faults in the document')
    const creationTimestamp = Math.floor(document.createdAt.epochMilliseconds / 1000)
    const bytes = compiler.pdf(result, { pdfStandard: PdfStandard.UA_1, creationTimestamp })
    return { bytes, pages: result.numOfPages, undrawn: [...undrawn] }
  } catch {
    // What the typesetter and the barcode maker say may quote the document.
    throw new Error(`the ${document.template} template could not be set`)
  } finally {
    compiler.evictCache(memoryOfDocuments)
  }
}

/** The bytes alone of what `renderWithPages` makes. */
export const renderPdf = async (document: PdfDocument): Promise<Buffer> => (await renderWithPages(document)).bytes

function asInput({ template: _, words, ...document }: PdfDocument, characters: Characters, fonts: Fonts): string {
  const clean = cleaned(words, characters) as PdfDocument['words']
  return JSON.stringify({
    ...forTemplate(words, clean),
    ...languageFor(document),
    author: clean.sender.name,
    fonts: { sans: fonts.sans, mono: fonts.mono },
    paper: document.paper ?? 'us-letter',
  })
}

function languageFor({ language: tag, direction }: { language: string; direction: 'ltr' | 'rtl' }) {
  const [language = 'en', ...subtags] = tag.split('-')
  return { language, region: subtags.find((subtag) => /^[A-Z]{2}$/i.test(subtag)) ?? null, direction }
}

/** The templates ask for every name: what the caller left out is there as nothing. Codes are drawn from what was given. */
const forTemplate = (given: Given, clean: Given): object => ({
  demonstration: null,
  barcode: null,
  signature: null,
  note: null,
  ...clean,
  'page-of': clean.pageOf,
  size: sizeFor(clean),
  ...(given.barcode && { barcode: { ...clean.barcode, svg: barcodeOf(given.barcode) } }),
  ...(given.body && { body: given.body.map((piece, index) => withCode(piece, clean.body?.[index])) }),
  also: given.also && clean.also ? { ...forTemplate(given.also, clean.also), ...languageFor(given.also) } : null,
})

type Given = PaperWords & Partial<Pick<LetterWords, 'barcode' | 'body' | 'also'>>

// What a page holds below the window at 10 points, and at 9. Setting it twice to see would cost as much as the letter.
const charactersOfPage = { at10: 1900, at9: 2500 }

/** A language that needs a little more room is set a little smaller rather than over one more sheet. */
function sizeFor({ body = [] }: Given): number {
  const characters = JSON.stringify(body).length
  return characters > charactersOfPage.at10 && characters <= charactersOfPage.at9 ? 9 : 10
}

const withCode = (given: LetterBlock, clean: LetterBlock | undefined): object =>
  'steps' in given && given.code ? { ...clean, code: { ...(clean as typeof given).code, svg: squareCodeOf(given.code) } } : { ...clean }

/** Draws, and keeps the last picture: the two languages of a letter have one barcode, and the letters of a run one address. */
function drawnOnce(draw: (content: string) => string): (code: ScannedCode) => string {
  let last = { content: '', svg: '' }
  return ({ content }) => {
    if (content === '' || content !== last.content) last = { content, svg: draw(content) }
    return last.svg
  }
}

const barcodeOf = drawnOnce((text) => toSVG({ bcid: 'code128', height: 10, text }))
const squareCodeOf = drawnOnce(qrDrawing)

function cleaned(value: unknown, characters: Characters): unknown {
  if (typeof value === 'string') return printable(value, characters)
  if (Array.isArray(value)) return value.map((part) => cleaned(part, characters))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part, characters)]))
}
