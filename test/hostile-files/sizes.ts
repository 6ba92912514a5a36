import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { seededRandom } from '../faults/random.ts'
import { type HostileFile, sizeBytesMax } from './hostile-file.ts'

/** A sound PDF of exactly so many bytes: a comment before its table of objects fills it. */
function pdfOfBytes(sizeBytes: number): Buffer {
  const sound = samplePdf()
  const start = sound.subarray(0, sound.lastIndexOf('xref\n0'))
  const table = sound.subarray(start.length).toString('latin1')
  for (let room = sizeBytes - sound.length - 3; ; room -= 1) {
    const moved = table.replace(/startxref\n\d+/, `startxref\n${start.length + room + 2}`)
    if (start.length + room + 2 + moved.length > sizeBytes) continue
    return Buffer.concat([start, Buffer.from('%'), Buffer.alloc(room, 0x61), Buffer.from('\n'), Buffer.from(moved, 'latin1')])
  }
}

function noise(seed: number): Buffer {
  const random = seededRandom(seed)
  return Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at < 4 ? 0 : random() * 256)))
}

/** Files of no bytes, of one, of the most there may be, and of one more. */
export const sizedFiles = (seed: number): HostileFile[] => [
  ...['pdf', 'jpg', 'png', 'tif'].flatMap((ending): HostileFile[] => [
    { what: `no bytes named .${ending}`, fileName: `a.${ending}`, bytes: () => Buffer.alloc(0), ends: 'empty' },
    { what: `one byte named .${ending}`, fileName: `a.${ending}`, bytes: () => Buffer.from('%'), ends: 'name-and-content-differ' },
  ]),
  { what: 'PDF of exactly 12 MB', fileName: 'most.pdf', bytes: () => pdfOfBytes(sizeBytesMax), ends: 'clean' },
  { what: 'PDF of 12 MB and one byte', fileName: 'more.pdf', bytes: () => pdfOfBytes(sizeBytesMax + 1), ends: 'too-large' },
  { what: 'PDF of 40 MB', fileName: 'much.pdf', bytes: () => pdfOfBytes(40_000_000), ends: 'too-large' },
  { what: 'zeros of 12 MB named .pdf', fileName: 'zeros.pdf', bytes: () => Buffer.alloc(sizeBytesMax), ends: 'name-and-content-differ' },
  { what: 'noise of 1 MB named .jpg', fileName: 'noise.jpg', bytes: () => noise(seed), ends: 'name-and-content-differ' },
]
