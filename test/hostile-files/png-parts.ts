import { crc32, deflateSync } from 'node:zlib'

/** One chunk of a PNG (ISO/IEC 15948, 5.3). */
export function pngChunk(type: string, content: Buffer, checksum?: number): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const chunk = Buffer.alloc(8 + typed.length)
  chunk.writeUInt32BE(content.length, 0)
  typed.copy(chunk, 4)
  chunk.writeUInt32BE((checksum ?? crc32(typed)) >>> 0, 4 + typed.length)
  return chunk
}

export interface PngParts {
  width: number
  height: number
  /** What the picture's data really hold; left out: what the head says. */
  rows?: { width: number; height: number }
  bitDepth?: number
  colorType?: number
  interlace?: number
  /** Chunks before the picture's data. */
  more?: readonly Buffer[]
  data?: Buffer
  withoutData?: boolean
  headChecksum?: number
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A grey PNG put together by hand, with whatever its head says. */
export function pngOf({ width, height, rows = { width, height }, bitDepth = 8, colorType = 0, interlace = 0, more = [], data, withoutData, headChecksum }: PngParts): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width >>> 0, 0)
  head.writeUInt32BE(height >>> 0, 4)
  head.set([bitDepth, colorType, 0, 0, interlace], 8)
  const pixels = data ?? deflateSync(Buffer.alloc((rows.width + 1) * rows.height))
  const picture = withoutData ? [] : [pngChunk('IDAT', pixels)]
  return Buffer.concat([signature, pngChunk('IHDR', head, headChecksum), ...more, ...picture, pngChunk('IEND', Buffer.alloc(0))])
}
