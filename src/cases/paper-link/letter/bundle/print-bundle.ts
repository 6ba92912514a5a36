import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { openZip, type Zip } from '../../../../platform/archive/index.ts'
import { type BundledLetter, countJson, countPath, letterPath, manifestHead, manifestLine, manifestPath } from './manifest.ts'

/** A letter that is set and goes to the mail house. */
export type LetterToPrint = Omit<BundledLetter, 'sequence' | 'sha256'> & { readonly pdf: Buffer }

/** More go in a bundle of their own: the directory of a zip is held in memory until its end. */
const bundledLettersMost = 20_000

/**
 * A zip for a mail house, written while it is read: a PDF a letter, `manifest.csv` with who each is for, `count.json` with
 * what must be in it. One letter is in memory at a time. A fault on the way breaks it off before its directory, so that
 * nothing opens half a bundle.
 * @param at the time in the zip: the same letters at the same time are the same bytes
 */
export function printBundle(letters: AsyncIterable<LetterToPrint>, at: Temporal.Instant, lettersMost = bundledLettersMost): Readable {
  const zip = openZip(at)
  fill(zip, letters, lettersMost).catch(zip.abort)
  return zip.output
}

async function fill(zip: Zip, letters: AsyncIterable<LetterToPrint>, lettersMost: number): Promise<void> {
  const manifest = [manifestHead()]
  const seen = new Set<string>()
  let pages = 0
  for await (const { pdf, ...letter } of letters) {
    if (zip.output.destroyed) throw new Error('nobody reads the bundle any more')
    if (seen.has(letter.id)) throw new Error('a letter stands twice in a bundle')
    if (seen.size === lettersMost) throw new RangeError(`a bundle of more than ${lettersMost} letters`)
    seen.add(letter.id)
    const { sha256 } = await zip.add(letterPath(seen.size), pdf)
    manifest.push(manifestLine({ ...letter, sequence: seen.size, sha256 }))
    pages += letter.pages
  }
  const bytes = Buffer.from(manifest.join(''))
  await zip.add(manifestPath, bytes)
  const manifestSha256 = createHash('sha256').update(bytes).digest('hex')
  await zip.add(countPath, Buffer.from(countJson({ letters: seen.size, pages, manifestSha256 })))
  zip.end()
}
