/** Bytes decoded at once, whatever size the source gives. */
const pieceBytes = 64 * 1024

type Bytes = AsyncIterable<Uint8Array>

/** What a byte-order mark says of the encoding (Unicode 16, 23.8); without one it is UTF-8, and nothing else is guessed. */
function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Pieces of the size to decode; the first has the whole byte-order mark, however the source cut it. */
async function* piecesOf(source: Bytes): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array()
  for await (const chunk of source) {
    const bytes: Uint8Array = start ? Buffer.concat([start, chunk]) : chunk
    start = start && bytes.length < 4 ? bytes : null
    if (start) continue
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  if (start && start.length > 0) yield start
}

/** Every line end as a line feed; a carriage return at the end of a piece waits for what follows it. */
function lineFeeds(): (text: string, isLast: boolean) => string {
  let held = ''
  return (text, isLast) => {
    const whole = held + text
    held = !isLast && whole.endsWith('\r') ? '\r' : ''
    const ready = held ? whole.slice(0, -1) : whole
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready
  }
}

/**
 * A file's bytes as text, piece by piece, without its byte-order mark and with `\n` at the end of each line. What is no
 * text becomes U+FFFD: whoever reads a cell refuses it there, so that the row is refused and the rows around it are not.
 */
export async function* textOfBytes(source: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  const withLineFeeds = lineFeeds()
  for await (const piece of piecesOf(source)) {
    decoder ??= new TextDecoder(encodingOf(piece))
    yield withLineFeeds(decoder.decode(piece, { stream: true }), false)
  }
  yield withLineFeeds(decoder?.decode() ?? '', true)
}
