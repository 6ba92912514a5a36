import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A small real picture in one of the allowed formats, for tests. */
export const samplePicture = (format: 'jpeg' | 'png' | 'tiff', width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#0d5f6b' } }).toFormat(format).toBuffer()

/** A photograph that says where it was taken, and that stands on its side until it is turned (EXIF orientation 6). */
export const samplePhotograph = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a5a00' } })
    .withExif({ IFD0: { Copyright: 'PLACE-CANARY' }, IFD3: { GPSLatitude: '41/1 52/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const numbered = (objects: readonly string[]) =>
  objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)

/** A hand-made PDF (ISO 32000-1, 7.5) of one or more blank pages; `catalog`, `objects` and `trailer` add to it. */
export function samplePdf({ pages = 1, catalog = '', objects = [] as readonly string[], trailer = '' } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${3 + index} 0 R`).join(' ')
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>'),
    ...objects,
  ]
  let file = '%PDF-1.7\n'
  const offsets = numbered(bodies).map((object) => {
    const offset = file.length
    file += object
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const tail = `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + tail, 'latin1')
}

/** A compressed object stream (ISO 32000-1, 7.5.7) that holds `object`. */
export function objectStream(object: string, type = '/ObjStm'): string {
  const header = '90 0 '
  const packed = deflateSync(Buffer.from(header + object, 'latin1')).toString('latin1')
  const dictionary = `/Type ${type} /N 1 /First ${header.length} /Filter /FlateDecode /Length ${packed.length}`
  return `<< ${dictionary} >>\nstream\n${packed}\nendstream`
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** A PDF encrypted with the oldest standard handler (ISO 32000-1, 7.6.3, revision 2), with or without a password. */
export function encryptedPdf(userPassword: string): Buffer {
  const padded = Buffer.concat([Buffer.from(userPassword, 'latin1'), padding]).subarray(0, 32)
  const owner = rc4(createHash('md5').update(padding).digest().subarray(0, 5), padded)
  const permissions = Buffer.from('fcffffff', 'hex')
  const id = Buffer.alloc(16, 7)
  const key = createHash('md5').update(Buffer.concat([padded, owner, permissions, id])).digest().subarray(0, 5)
  const [ownerHex, userHex] = [owner.toString('hex'), rc4(key, padding).toString('hex')]
  const handler = `<< /Filter /Standard /V 1 /R 2 /O <${ownerHex}> /U <${userHex}> /P -4 >>`
  return samplePdf({ trailer: `/Encrypt ${handler} /ID [<${id.toString('hex')}> <${id.toString('hex')}>]` })
}

export function rc4(key: Buffer, text: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => state[index & 255] ?? 0
  const swap = (a: number, b: number) => {
    const kept = at(a)
    state[a & 255] = at(b)
    state[b & 255] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let j = 0
  return Buffer.from(
    text.map((byte, index) => {
      j = (j + at(index + 1)) & 255
      swap(index + 1, j)
      return byte ^ at(at(index + 1) + at(j))
    }),
  )
}
