import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { FileKind } from '../../src/platform/preview/index.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { seededRandom } from '../faults/random.ts'

/** Noise, which no format makes small: a cut somewhere in the file is a cut somewhere in the picture. */
export function noisePicture(kind: 'jpeg' | 'png' | 'tiff', seed: number, side = 120): Promise<Buffer> {
  const random = seededRandom(seed)
  const pixels = Buffer.from(Array.from({ length: side * side * 3 }, () => random() * 256))
  const picture = sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
  return (kind === 'tiff' ? picture.tiff({ compression: 'none' }) : picture.toFormat(kind)).toBuffer()
}

/** A page of words in a compressed stream, as a scanner or a word processor makes it, three times. */
export function wordsPdf(seed: number): Buffer {
  const random = seededRandom(seed)
  const rows = Array.from({ length: 400 }, () => `1 0 0 1 72 ${Math.floor(random() * 700)} Tm (${random().toString(36)}) Tj`)
  const packed = deflateSync(Buffer.from(`BT /F1 9 Tf ${rows.join('\n')} ET`)).toString('latin1')
  return samplePdf({ pages: 3, objects: [`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`] })
}

export const soundFile = async (kind: FileKind, seed: number): Promise<Buffer> =>
  kind === 'pdf' ? wordsPdf(seed) : noisePicture(kind, seed)
