import { deflateSync } from 'node:zlib'
import { samplePicture } from '../../src/platform/preview/sample-files.ts'
import type { Ending, HostileFile } from './hostile-file.ts'
import { pngChunk, pngOf, type PngParts } from './png-parts.ts'
import { jpegWithSegment } from './polyglots.ts'

const png = (what: string, ends: Ending, parts: Partial<PngParts>): HostileFile => ({
  what: `PNG: ${what}`,
  fileName: 'a.png',
  ends,
  bytes: () => pngOf({ width: 16, height: 16, ...parts }),
})

const bomb = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024))
const named = (name: string, rest: Buffer) => Buffer.concat([Buffer.from(`${name}\0\0`), rest])
const oneRow = { width: 16, height: 1 }

/** Heads that lie, pieces that unfold, pieces that are not there. */
export const pngFiles = (): HostileFile[] => [
  png('65,535 pixels a side', 'pixel-bomb', { width: 65_535, height: 65_535, rows: oneRow }),
  png('the most pixels a head can say', 'broken', { width: 0x7fffffff, height: 0x7fffffff, rows: oneRow }),
  png('one row of sixty million and one', 'pixel-bomb', { width: 60_000_001, height: 1, rows: oneRow }),
  png('one column of sixty million and one', 'pixel-bomb', { width: 1, height: 60_000_001, rows: oneRow }),
  png('a head that says more rows than there are', 'broken', { height: 4_000, rows: oneRow }),
  png('a head that says fewer rows than there are', 'clean', { rows: { width: 16, height: 400 } }),
  png('a whole picture of nine million pixels in nine kilobytes', 'clean', { width: 3_000, height: 3_000 }),
  png('no width', 'broken', { width: 0 }),
  png('no height', 'broken', { height: 0 }),
  png('a width below zero', 'broken', { width: 0xffffffff, rows: oneRow }),
  png('a depth that is none', 'broken', { bitDepth: 3 }),
  png('a color type that is none', 'broken', { colorType: 5 }),
  png('an interlacing that is none', 'broken', { interlace: 9 }),
  png('a palette that is missing', 'broken', { colorType: 3 }),
  png('no data', 'broken', { withoutData: true }),
  png('data that do not unfold', 'broken', { data: Buffer.from('these are no data') }),
  png('data that unfold to far more than the picture', 'clean', { data: bomb(100) }),
  png('a wrong checksum of the head', 'broken', { headChecksum: 1 }),
  png('a text that unfolds to 100 MB', 'clean', { more: [pngChunk('zTXt', named('Comment', bomb(100)))] }),
  png('a text in a language that unfolds to 100 MB', 'clean', { more: [pngChunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0\0\0'), bomb(100)]))] }),
  png('a color profile that unfolds to 100 MB', 'clean', { more: [pngChunk('iCCP', named('profile', bomb(100)))] }),
  png('a color profile that is none', 'clean', { more: [pngChunk('iCCP', named('profile', deflateSync(Buffer.from('no profile'))))] }),
  png('20,000 texts', 'clean', { more: Array.from({ length: 20_000 }, () => pngChunk('tEXt', Buffer.from('Comment\0words'))) }),
  png('camera facts that are none', 'clean', { more: [pngChunk('eXIf', Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1'))] }),
  png('a chunk that is said to be longer than the file', 'broken', { more: [Buffer.from('7fffffff74455874', 'hex')] }),
]

const jpeg = (what: string, ends: Ending, change: (sound: Buffer) => Buffer): HostileFile => ({
  what: `JPEG: ${what}`,
  fileName: 'a.jpg',
  ends,
  bytes: async () => change(await samplePicture('jpeg', 64, 48)),
})

/** The frame header with other sides (ITU-T T.81, B.2.2). */
function withSides(sound: Buffer, width: number, height: number): Buffer {
  const at = sound.indexOf(Buffer.from([0xff, 0xc0]))
  const changed = Buffer.from(sound)
  changed.writeUInt16BE(height, at + 5)
  changed.writeUInt16BE(width, at + 7)
  return changed
}

const exif = (tiff: Buffer) => Buffer.concat([Buffer.from('Exif\0\0'), tiff])
const scanStart = Buffer.from([0xff, 0xda])

export const jpegFiles = (): HostileFile[] => [
  jpeg('65,500 pixels a side', 'pixel-bomb', (sound) => withSides(sound, 65_500, 65_500)),
  jpeg('60,001 by 1,000 pixels', 'pixel-bomb', (sound) => withSides(sound, 60_001, 1_000)),
  jpeg('a head that says more rows than there are', 'clean', (sound) => withSides(sound, 64, 5_000)),
  jpeg('no width', 'broken', (sound) => withSides(sound, 0, 48)),
  jpeg('no height', 'broken', (sound) => withSides(sound, 64, 0)),
  jpeg('no picture behind the head', 'broken', (sound) => Buffer.concat([sound.subarray(0, sound.indexOf(scanStart)), Buffer.from([0xff, 0xd9])])),
  jpeg('no end', 'broken', (sound) => sound.subarray(0, sound.length - 2)),
  jpeg('nothing but start and end', 'broken', () => Buffer.from('ffd8ffd9', 'hex')),
  jpeg('one hundred comments of 65 KB', 'clean', (sound) => Array.from({ length: 100 }).reduce((bytes: Buffer) => jpegWithSegment(bytes, 0xfe, Buffer.alloc(65_000, 0x61)), sound)),
  jpeg('camera facts whose directory leads to itself', 'clean', (sound) => jpegWithSegment(sound, 0xe1, exif(Buffer.from('4d4d002a00000008000000000008', 'hex')))),
  jpeg('camera facts that say 65,535 entries', 'clean', (sound) => jpegWithSegment(sound, 0xe1, exif(Buffer.from('4d4d002a00000008ffff', 'hex')))),
  jpeg('a turn that is none', 'clean', (sound) => jpegWithSegment(sound, 0xe1, exif(Buffer.from('4d4d002a0000000800010112000300000001002a000000000000', 'hex')))),
  jpeg('a color profile that is none', 'clean', (sound) => jpegWithSegment(sound, 0xe2, Buffer.from('ICC_PROFILE\0\x01\x01no profile'))),
  jpeg('a segment that is said to be longer than the file', 'broken', (sound) => Buffer.concat([sound.subarray(0, 2), Buffer.from('ffe1ffff', 'hex'), sound.subarray(2, 200)])),
  jpeg('a table of quantities that is cut', 'broken', (sound) => Buffer.concat([Buffer.from('ffd8ffdb0010', 'hex'), sound.subarray(2, 6), Buffer.from('ffd9', 'hex')])),
]
