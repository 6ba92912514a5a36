import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { toSVG } from 'bwip-js/node'
import type { PdfDocument, ScannedCode } from './document.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { printable } from './printable.ts'

const templates = fileURLToPath(new URL('templates', import.meta.url))
// Results that three documents in a row did not use are dropped: enough to keep a run of letters warm.
const memoryOfDocuments = 3

let printer: { compiler: NodeCompiler; fonts: Fonts } | undefined

function openPrinter() {
  const fonts = loadFonts()
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts.blobs }] })
  return { compiler, fonts }
}

/**
 * The bytes of a tagged PDF (PDF/UA-1, ISO 14289-1). Holds the process for 10 to 20 ms a letter, so only the
 * worker calls it. Throws an Error without the words of the document when it cannot be set.
 */
export async function renderPdf(document: PdfDocument): Promise<Buffer> {
  // The compiler's memory is given back between turns of the event loop only: without one it grows by every letter.
  await setImmediate()
  printer ??= openPrinter()
  const { compiler, fonts } = printer
  try {
    const input = {
      mainFilePath: `${templates}/${document.template}.typ`,
      inputs: { document: asInput(document, fonts) },
    }
    const creationTimestamp = Math.floor(document.createdAt.epochMilliseconds / 1000)
    return compiler.pdf(input, { pdfStandard: PdfStandard.UA_1, creationTimestamp })
  } catch {
    // What the typesetter and the barcode maker say may quote the document.
    throw new Error(`the ${document.template} template could not be set`)
  } finally {
    compiler.evictCache(memoryOfDocuments)
  }
}

function asInput({ template: _, words, ...document }: PdfDocument, fonts: Fonts): string {
  const [language = 'en', ...subtags] = document.language.split('-')
  const region = subtags.find((subtag) => /^[A-Z]{2}$/i.test(subtag)) ?? null
  const clean = cleaned(words, fonts.drawable) as PdfDocument['words']
  return JSON.stringify({
    ...absentAsNull(clean),
    author: clean.sender.name,
    'page-of': clean.pageOf,
    fonts: { sans: fonts.sans, mono: fonts.mono },
    language,
    region,
    direction: document.direction,
    paper: document.paper ?? 'us-letter',
    ...('barcode' in words && words.barcode && { barcode: drawn('code128', words.barcode, clean) }),
    ...('qr' in words && words.qr && { qr: drawn('qrcode', words.qr, clean) }),
  })
}

/** The templates ask for every name: what the caller left out is there as nothing. */
const absentAsNull = (words: object) => ({
  demonstration: null,
  facts: null,
  after: [],
  barcode: null,
  qr: null,
  signature: null,
  ...words,
})

function drawn(kind: 'code128' | 'qrcode', code: ScannedCode, clean: object) {
  const svg = toSVG({ bcid: kind, text: code.content, ...(kind === 'qrcode' ? { eclevel: 'M' } : { height: 10 }) })
  return { ...(clean as Record<string, ScannedCode>)[kind === 'qrcode' ? 'qr' : 'barcode'], svg }
}

function cleaned(value: unknown, drawable: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printable(value, drawable)
  if (Array.isArray(value)) return value.map((part) => cleaned(part, drawable))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part, drawable)]))
}
