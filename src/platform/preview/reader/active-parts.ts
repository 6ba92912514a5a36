import { constants, inflateSync } from 'node:zlib'

// Names of ISO 32000-2 that run, open, play, send or fetch something (12.6.4, 12.7.6, 13), and the old XFA forms.
const running = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'XFA', 'GoToE', 'GoToR', 'Rendition', 'Movie', 'Sound', 'OnInstantiate']
const carrying = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'Collection']
/** A file in a file specification (7.11.3); two letters alone would be found by chance in a large file. */
const carriedFile = /\/(?:E|#45)(?:F|#46)\s*(?:<<|\d+\s+\d+\s+R)/
const unfoldedBytesMax = 64 * 1024 * 1024
export type ActivePart = 'encrypted-pdf' | 'scripted-pdf' | 'pdf-with-files'

/**
 * Whether a PDF is locked, runs something or carries files, judged by the names in the file and in its compressed
 * object streams (ISO 32000-2, 7.5.7). Escapes are undone first: `/#4aavaScript` is `/JavaScript`. Throws when an
 * object stream cannot be unfolded or unfolds beyond reason: what cannot be looked at is not let through.
 */
export function activePartsOf(pdf: Buffer): ActivePart | undefined {
  const names = new Set<string>()
  let carriesFile = false
  for (const text of objectTexts(pdf)) {
    for (const [, name = ''] of text.matchAll(/\/([^\s/<>[\](){}%\0]{3,64})/g)) names.add(unescaped(name))
    // Behind a lock nothing more can be told.
    if (names.has('Encrypt')) return 'encrypted-pdf'
    carriesFile ||= carriedFile.test(text)
  }
  if (running.some((name) => names.has(name))) return 'scripted-pdf'
  return carriesFile || carrying.some((name) => names.has(name)) ? 'pdf-with-files' : undefined
}

const unescaped = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))

/** The whole file as it is, so that no false “stream” can hide a part of it, and each object stream unfolded. */
function* objectTexts(pdf: Buffer): Generator<string> {
  yield pdf.toString('latin1')
  let unfolded = 0
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 'stream'.length)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const bytes = pdf.subarray(at + 'stream'.length + (pdf[at + 'stream'.length] === 0x0d ? 2 : 1))
    const dictionary = unescaped(pdf.toString('latin1', Math.max(0, pdf.lastIndexOf('obj', at)), at))
    const saysSo = isObjectStream(dictionary)
    if (saysSo && isPlain(dictionary)) continue
    if (!saysSo && !beginsLikeOne(bytes)) continue
    const objects = inflateSync(bytes, { maxOutputLength: Math.max(unfoldedBytesMax - unfolded, 1) })
    unfolded += objects.length
    yield objects.toString('latin1')
  }
}

/** Readers open one that does not say its type as well. */
const isObjectStream = (dictionary: string) => dictionary.includes('/ObjStm') || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))

const peekBytes = 512

/**
 * One whose dictionary is hidden from a look that does not parse still begins with the number and place of its first
 * object. Drawing that begins with two numbers is unfolded for nothing, which does no harm.
 */
function beginsLikeOne(bytes: Buffer): boolean {
  try {
    const start = inflateSync(bytes.subarray(0, peekBytes), { finishFlush: constants.Z_SYNC_FLUSH })
    return /^\s*(?:%[^\r\n]*\s+)*\d+\s+\d+\s/.test(start.toString('latin1', 0, peekBytes))
  } catch {
    return false
  }
}

/** False: it is folded in the one way that can be unfolded here. Throws for every other. */
function isPlain(dictionary: string): boolean {
  if (!/\/(?:Filter|F)\b/.test(dictionary)) return true
  const filters = dictionary.match(/\/(?:[A-Z0-9][A-Za-z0-9]*Decode|Crypt|AHx|A85|LZW|Fl|RL|CCF|DCT)\b/g) ?? []
  const isUnfoldable = filters.length === 1 && /^\/Fl/.test(filters[0] ?? '') && !/\/Predictor\s+(?!1\b)/.test(dictionary)
  if (!isUnfoldable) throw new Error('an object stream that cannot be looked into')
  return false
}
