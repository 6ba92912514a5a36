import sharp from 'sharp'
import type { FileFacts, ReaderLimits } from './facts.ts'

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
