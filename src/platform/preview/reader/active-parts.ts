import { inflateSync } from 'node:zlib'

// Names of ISO 32000-2 that run, open, send or fetch something (12.6.4, 12.7.6, 13.6), and the old XFA forms.
const running = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'XFA', 'GoToE', 'Rendition']
const carrying = ['EmbeddedFile', 'EmbeddedFiles']
const unfoldedBytesMax = 64 * 1024 * 1024

/**
 * Whether a PDF runs something or carries files, judged by the names in the file and in its compressed object streams
 * (ISO 32000-2, 7.5.7). Escapes are undone first: `/#4aavaScript` is `/JavaScript`. Throws when an object stream
 * cannot be unfolded or unfolds beyond reason: what cannot be looked at is not let through.
 */
export function activePartsOf(pdf: Buffer): 'scripted-pdf' | 'pdf-with-files' | undefined {
  const names = new Set<string>()
  for (const text of objectTexts(pdf)) {
    for (const [, name = ''] of text.matchAll(/\/([^\s/<>[\](){}%\0]{3,64})/g)) names.add(unescaped(name))
  }
  if (running.some((name) => names.has(name))) return 'scripted-pdf'
  return carrying.some((name) => names.has(name)) ? 'pdf-with-files' : undefined
}

const unescaped = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))

/** The whole file as it is, so that no false “stream” can hide a part of it, and each object stream unfolded. */
function* objectTexts(pdf: Buffer): Generator<string> {
  yield pdf.toString('latin1')
  let unfolded = 0
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 'stream'.length)) {
    if (!startsObjectStream(pdf, at)) continue
    const objects = inflateSync(pdf.subarray(at + 'stream'.length + (pdf[at + 'stream'.length] === 0x0d ? 2 : 1)), {
      maxOutputLength: Math.max(unfoldedBytesMax - unfolded, 1),
    })
    unfolded += objects.length
    yield objects.toString('latin1')
  }
}

function startsObjectStream(pdf: Buffer, at: number): boolean {
  const before = pdf.toString('latin1', Math.max(0, at - 1_000), at)
  if (before.endsWith('end')) return false
  return unescaped(before.slice(before.lastIndexOf('endobj') + 1)).includes('/ObjStm')
}
