import { lineBytesMost } from './columns.ts'

/** A line of the file without its end. `isTooLong`: it was, and `bytes` is its beginning. */
export interface FileLine {
  readonly number: number
  readonly bytes: Buffer
  readonly isTooLong: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

const ended = (number: number, pieces: readonly Buffer[], size: number): FileLine => {
  const bytes = Buffer.concat(pieces)
  const trimmed = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
  return { number, bytes: trimmed, isTooLong: size > lineBytesMost }
}

/** Cuts bytes into lines. A line of any length takes no more memory than the longest that is read. */
export async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  let [number, pieces, size] = [1, [] as Buffer[], 0]
  const keep = (piece: Buffer) => {
    const room = lineBytesMost + 1 - size
    if (room > 0 && piece.length > 0) pieces.push(piece.subarray(0, room))
    size += piece.length
  }
  for await (const chunk of source) {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, at))
      yield ended(number, pieces, size)
      number += 1
      pieces = []
      size = 0
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield ended(number, pieces, size)
}
