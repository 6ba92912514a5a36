import { FileRefused } from './columns.ts'

const beginsWith = (bytes: Buffer, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

/** What a file's byte-order mark says (Unicode 16, section 23.8); without one it is UTF-8. */
function markOf(start: Buffer): { label: 'utf-8' | 'utf-16le' | 'utf-16be'; bytes: number } {
  if (beginsWith(start, 0xef, 0xbb, 0xbf)) return { label: 'utf-8', bytes: 3 }
  if (beginsWith(start, 0xff, 0xfe)) return { label: 'utf-16le', bytes: 2 }
  if (beginsWith(start, 0xfe, 0xff)) return { label: 'utf-16be', bytes: 2 }
  return { label: 'utf-8', bytes: 0 }
}

/**
 * The bytes of a file as UTF-8 without a byte-order mark. UTF-16, as spreadsheets write it, is turned into it; any other
 * encoding is left as it is, and each line that is no UTF-8 is refused by itself: a guess would change somebody's name.
 * Throws FileRefused for UTF-16 that is broken.
 */
export async function* asUtf8(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined
  for await (const chunk of source) {
    if (chunk.length === 0) continue
    let bytes = chunk
    if (decoder === undefined) {
      const mark = markOf(chunk)
      decoder = mark.label === 'utf-8' ? null : new TextDecoder(mark.label, { fatal: true })
      bytes = chunk.subarray(mark.bytes)
    }
    yield decoder ? decoded(decoder, bytes) : bytes
  }
  if (decoder) yield decoded(decoder)
}

function decoded(decoder: TextDecoder, bytes?: Buffer): Buffer {
  try {
    return Buffer.from(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode())
  } catch {
    throw new FileRefused('not-text')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A line's text; null where it is no UTF-8. */
export function textOfLine(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
