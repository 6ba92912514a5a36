import { fileTypeFromBuffer } from 'file-type'
import { type FileFacts, type FileKind, factsOf, type ReadFile } from '../preview/index.ts'
import { cleanFileName, endingOf } from './file-name.ts'

export type UploadLimits = { sizeBytesMax: number; pixelsMax: number; pagesMax: number }

/** Why a file is not taken, before anyone looks inside it. */
export type StartRefusal = 'bad-name' | 'empty' | 'too-large' | 'type-not-allowed' | 'heic' | 'name-and-content-differ'

/** Why a file is not taken. */
export type UploadRefusal = StartRefusal | Extract<FileFacts, { refusal: string }>['refusal']

/** A file that may be taken: `fileName` is the cleaned name, sizes are pixels (of a PDF's first page points). */
export type InspectedUpload = {
  ok: true
  type: FileKind
  fileName: string
  pages: number
  width: number
  height: number
}

const endings: Record<string, FileKind> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  tif: 'tiff',
  tiff: 'tiff',
}
const contents: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/tiff': 'tiff',
}
const photoEndings = ['heic', 'heics', 'heif', 'heifs', 'hif', 'avif', 'avifs']

/** Brands of the container in which phones keep photographs (ISO/IEC 23008-12, 10; AV1 Image File Format, 6). */
const photoBrand = /^(?:he(?:ic|ix|im|is|vc|vx|vm|vs)|m(?:if|sf)1|avi[fs])$/

/** Whether these bytes begin such a container: the brand it is, or one that it says it can be read as. */
function isPhotoContainer(firstBytes: Uint8Array): boolean {
  const start = Buffer.from(firstBytes.subarray(0, 64)).toString('latin1')
  if (start.slice(4, 8) !== 'ftyp') return false
  return [start.slice(8, 12), ...(start.slice(16).match(/.{4}/gs) ?? [])].some((brand) => photoBrand.test(brand))
}

/** Known by its first four bytes (TIFF 6.0, section 2): its directory may stand anywhere, and mostly at the end. */
const isTiff = (firstBytes: Uint8Array) => /^(?:II\*\0|MM\0\*)/.test(Buffer.from(firstBytes.subarray(0, 4)).toString('latin1'))

const mimeOf = async (firstBytes: Uint8Array): Promise<string> =>
  (await fileTypeFromBuffer(firstBytes).catch(() => undefined))?.mime ?? (isTiff(firstBytes) ? 'image/tiff' : '')

/** How many first bytes `inspectStart` needs to tell what a file is. */
export const startBytes = 4_100

/**
 * What a file says it is, by its name and its first bytes: enough to refuse at once while it is still coming in.
 * What the browser says of the type is not asked (ASVS V5.2.2).
 */
export async function inspectStart(file: {
  fileName: string
  firstBytes: Uint8Array
  sizeBytes: number
  limits: Pick<UploadLimits, 'sizeBytesMax'>
}): Promise<{ ok: true; type: FileKind; fileName: string } | { refusal: StartRefusal }> {
  const fileName = cleanFileName(file.fileName)
  if (!fileName) return { refusal: 'bad-name' }
  if (file.sizeBytes === 0 || file.firstBytes.length === 0) return { refusal: 'empty' }
  if (file.sizeBytes > file.limits.sizeBytesMax) return { refusal: 'too-large' }
  const mime = await mimeOf(file.firstBytes)
  const ending = endingOf(fileName)
  if (isPhotoContainer(file.firstBytes) || photoEndings.includes(ending)) return { refusal: 'heic' }
  const [named, found] = [endings[ending], contents[mime]]
  if (!named || mime === 'image/apng') return { refusal: 'type-not-allowed' }
  if (named !== found) return { refusal: 'name-and-content-differ' }
  return { ok: true, type: found, fileName }
}

/** What can be refused before a byte has come in: by the name, and the size that its sender says it has. */
export function inspectAnnounced(file: { fileName: string; sizeBytes: number; limits: Pick<UploadLimits, 'sizeBytesMax'> }): StartRefusal | null {
  const fileName = cleanFileName(file.fileName)
  if (!fileName) return 'bad-name'
  if (file.sizeBytes === 0) return 'empty'
  if (file.sizeBytes > file.limits.sizeBytesMax) return 'too-large'
  const ending = endingOf(fileName)
  if (photoEndings.includes(ending)) return 'heic'
  return endings[ending] ? null : 'type-not-allowed'
}

/**
 * Looks at a whole file: name, size, type, then inside it, in a process of its own with limits. Call it from a job.
 * Refusals are returned; it throws only when the machine itself fails.
 */
export async function inspectUpload(
  file: { fileName: string; bytes: Buffer; limits: UploadLimits },
  read?: ReadFile,
): Promise<InspectedUpload | { refusal: UploadRefusal }> {
  const { bytes, fileName, limits } = file
  const firstBytes = bytes.subarray(0, startBytes)
  const start = await inspectStart({ fileName, firstBytes, sizeBytes: bytes.length, limits })
  if ('refusal' in start) return start
  const facts = await factsOf({ kind: start.type, bytes }, limits, read)
  return 'refusal' in facts ? facts : { ...start, ...facts }
}
