import sharp from 'sharp'
import type { FileFacts, FileKind, ReaderLimits } from './facts.ts'

const opened = (bytes: Buffer, pixelsMax: number, page: number) =>
  sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error', page, animated: false })

/** Header first, so that a small file which unfolds to a huge picture is refused before a pixel of it is made. */
export async function pictureFacts(bytes: Buffer, limits: ReaderLimits): Promise<FileFacts> {
  const { pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
  if (pages > limits.pagesMax) return { refusal: 'too-many-pages' }
  for (let page = 0; page < pages; page += 1) {
    const size = await sharp(bytes, { limitInputPixels: false, page }).metadata()
    if (size.width * size.height > limits.pixelsMax) return { refusal: 'pixel-bomb' }
    // Making it small reads it to its end: a file that was cut off is found out here.
    await opened(bytes, limits.pixelsMax, page).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
  }
  return { pages, width, height }
}

/** Upright, at most `edgeMax` pixels a side, without the place and camera that the photograph carried. */
export async function pictureOfPicture(bytes: Buffer, page: number, edgeMax: number, pixelsMax: number) {
  return opened(bytes, pixelsMax, page - 1)
    .rotate()
    .resize({ width: edgeMax, height: edgeMax, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 80 })
    .toBuffer()
}

/**
 * The whole picture in its own format and size, upright, without anything that was written beside its pixels: where, when
 * and with what it was taken, by whom. Only its colours keep their profile.
 */
export async function copyOfPicture(kind: Exclude<FileKind, 'pdf'>, bytes: Buffer, pixelsMax: number): Promise<Buffer> {
  if (kind === 'jpeg') return opened(bytes, pixelsMax, 0).rotate().keepIccProfile().jpeg({ quality: 92 }).toBuffer()
  if (kind === 'png') return opened(bytes, pixelsMax, 0).rotate().keepIccProfile().png().toBuffer()
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const upright: Buffer[] = []
  for (let page = 0; page < pages; page += 1) upright.push(await opened(bytes, pixelsMax, page).rotate().png().toBuffer())
  const [only] = upright
  const whole = upright.length > 1 ? sharp(upright, { join: { animated: true }, limitInputPixels: pixelsMax }) : sharp(only)
  return whole.tiff({ compression: 'deflate' }).toBuffer()
}
