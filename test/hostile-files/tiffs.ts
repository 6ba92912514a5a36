import { deflateSync } from 'node:zlib'
import type { Ending, HostileFile } from './hostile-file.ts'

type Entry = readonly [tag: number, type: number, count: number, value: number]

const short = 3
const long = 4

/** Directories of a little-endian TIFF (TIFF 6.0, section 2), each with the offset of the next as given. */
function tiffOf(directories: readonly { at: number; entries: readonly Entry[]; next: number }[], sizeBytes: number, data: readonly { at: number; bytes: Buffer }[] = []): Buffer {
  const file = Buffer.alloc(sizeBytes)
  file.write('II*\0', 'latin1')
  file.writeUInt32LE(directories[0]?.at ?? 8, 4)
  for (const { at, entries, next } of directories) {
    file.writeUInt16LE(entries.length, at)
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const place = at + 2 + 12 * index
      file.writeUInt16LE(tag, place)
      file.writeUInt16LE(type, place + 2)
      file.writeUInt32LE(count >>> 0, place + 4)
      if (type === short && count === 1) file.writeUInt16LE(value, place + 8)
      else file.writeUInt32LE(value >>> 0, place + 8)
    }
    file.writeUInt32LE(next >>> 0, at + 2 + 12 * entries.length)
  }
  for (const { at, bytes } of data) bytes.copy(file, at)
  return file
}

/** Grey, one strip of its data at `from`. */
const grey = (width: number, height: number, from: number, bytes: number, compression = 1): Entry[] => [
  [256, long, 1, width], [257, long, 1, height], [258, short, 1, 8], [259, short, 1, compression], [262, short, 1, 1],
  [273, long, 1, from], [277, short, 1, 1], [278, long, 1, height], [279, long, 1, bytes],
]

const directoryBytes = 2 + 9 * 12 + 4
const at = 8
const behind = at + directoryBytes
const picture = (width: number, height: number, next = 0) => [{ at, entries: grey(width, height, behind, width * height), next }]

/** So many directories one after another, all over the same pixels. */
function manyPages(pages: number): Buffer {
  const pixels = at + pages * directoryBytes
  const directories = Array.from({ length: pages }, (_, index) => ({
    at: at + index * directoryBytes,
    entries: grey(4, 4, pixels, 16),
    next: index === pages - 1 ? 0 : at + (index + 1) * directoryBytes,
  }))
  return tiffOf(directories, pixels + 16)
}

/** A million directories of no entry fit into six megabytes. */
function millionEmpty(): Buffer {
  const pages = 1_000_000
  const file = Buffer.alloc(8 + pages * 6)
  file.write('II*\0', 'latin1')
  file.writeUInt32LE(8, 4)
  for (let page = 0; page < pages; page += 1) file.writeUInt32LE(page === pages - 1 ? 0 : 8 + (page + 1) * 6, 8 + page * 6 + 2)
  return file
}

const packed = deflateSync(Buffer.alloc(200_000_000))
const tiff = (what: string, ends: Ending, bytes: () => Buffer): HostileFile => ({ what: `TIFF: ${what}`, fileName: 'a.tif', ends, bytes })

export const tiffFiles = (): HostileFile[] => [
  tiff('a directory that leads to itself', 'clean', () => tiffOf(picture(16, 16, at), behind + 256)),
  tiff('two directories that lead to each other', 'clean', () =>
    tiffOf([{ at, entries: grey(4, 4, 400, 16), next: behind }, { at: behind, entries: grey(4, 4, 400, 16), next: at }], 416)),
  tiff('201 pages', 'too-many-pages', () => manyPages(201)),
  tiff('200 pages', 'clean', () => manyPages(200)),
  tiff('60,000 pages', 'too-many-pages', () => manyPages(60_000)),
  tiff('a million empty directories', 'broken', millionEmpty),
  tiff('a next directory beyond the end', 'broken', () => tiffOf(picture(16, 16, 0x7ffffff0), behind + 256)),
  tiff('a first directory beyond the end', 'broken', () => {
    const file = tiffOf(picture(16, 16), behind + 256)
    file.writeUInt32LE(0xfffffff0, 4)
    return file
  }),
  tiff('a million pixels a side', 'pixel-bomb', () => tiffOf([{ at, entries: grey(1_000_000, 1_000_000, behind, 16), next: 0 }], behind + 16)),
  tiff('a second page of 65,000 pixels a side', 'pixel-bomb', () =>
    tiffOf([{ at, entries: grey(4, 4, 400, 16), next: behind }, { at: behind, entries: grey(65_000, 65_000, 400, 16), next: 0 }], 416)),
  tiff('no width', 'broken', () => tiffOf(picture(0, 16), behind + 256)),
  tiff('pixels beyond the end', 'broken', () => tiffOf([{ at, entries: grey(16, 16, 0x7ffffff0, 256), next: 0 }], behind)),
  tiff('fewer pixels than said', 'broken', () => tiffOf([{ at, entries: grey(900, 900, behind, 810_000), next: 0 }], behind + 1_000)),
  tiff('pixels that unfold to 200 MB', 'pixel-bomb', () => tiffOf([{ at, entries: grey(20_000, 10_000, behind, packed.length, 8), next: 0 }], behind + packed.length, [{ at: behind, bytes: packed }])),
  tiff('pixels that unfold to more than said', 'clean', () => tiffOf([{ at, entries: grey(16, 16, behind, packed.length, 8), next: 0 }], behind + packed.length, [{ at: behind, bytes: packed }])),
  tiff('pixels that do not unfold', 'broken', () => tiffOf([{ at, entries: grey(16, 16, behind, 256, 8), next: 0 }], behind + 256)),
  tiff('a compression that is none', 'broken', () => tiffOf([{ at, entries: grey(16, 16, behind, 256, 9_999), next: 0 }], behind + 256)),
  tiff('a count of four thousand million', 'broken', () => tiffOf([{ at, entries: [...grey(16, 16, behind, 256).slice(0, 5), [273, long, 0xffffffff, behind], [278, long, 1, 1]], next: 0 }], behind + 256)),
  tiff('no entries at all', 'broken', () => tiffOf([{ at, entries: [], next: 0 }], 64)),
  tiff('65,535 entries said', 'broken', () => {
    const file = tiffOf(picture(16, 16), behind + 256)
    file.writeUInt16LE(65_535, at)
    return file
  }),
  tiff('its first eight bytes', 'broken', () => Buffer.from('49492a0008000000', 'hex')),
  tiff('the other byte order in its first bytes', 'broken', () => {
    const file = tiffOf(picture(16, 16), behind + 256)
    file.write('MM\0*', 'latin1')
    return file
  }),
]
