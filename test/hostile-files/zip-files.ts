import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A ZIP file of these entries. */
export async function zipOf(entries: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name, { mtime: new Date(0) })
  zip.end()
  return buffer(zip.outputStream)
}

/** A ZIP in a ZIP, so many deep. */
export async function nestedZip(depth: number, inside: Buffer): Promise<Buffer> {
  let nested = inside
  for (let level = 0; level < depth; level += 1) nested = await zipOf({ [`${level}.zip`]: nested })
  return nested
}

/** A few kilobytes that unfold to so many megabytes of nothing. */
export const zipBomb = (megabytes: number): Promise<Buffer> => zipOf({ 'nothing.bin': Buffer.alloc(megabytes * 1024 * 1024) })
