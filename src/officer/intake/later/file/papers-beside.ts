import { createReadStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type FileInZip, filesInZip } from '../../../../platform/archive/index.ts'

export const manifestName = 'manifest.csv'

/** A scanned paper as it lies beside its list. */
export interface PaperFile {
  readonly sizeBytes: number
  open(): Promise<Readable>
}

/** A list of papers with the papers beside it, in a folder or in a zip. */
export interface PapersBeside {
  /** Null: it has no list. */
  readonly manifest: AsyncIterable<Uint8Array> | null
  /** Null: there is no such file, or what has its name is none. */
  file(name: string): Promise<PaperFile | null>
}

const isPlainFile = (path: string) =>
  lstat(path).then(
    // A link could lead anywhere: it is no paper beside the list.
    (found) => (found.isFile() ? found : null),
    () => null,
  )

export async function papersInFolder(folder: string): Promise<PapersBeside> {
  const list = join(folder, manifestName)
  return {
    manifest: (await isPlainFile(list)) ? createReadStream(list) : null,
    async file(name) {
      const path = join(folder, name)
      const found = await isPlainFile(path)
      return found && { sizeBytes: found.size, open: async () => createReadStream(path) }
    },
  }
}

/** Larger bundles are unpacked into a folder first: a zip is held in memory. */
export const zipBytesMost = 512 * 1024 * 1024

/** The same in a zip whose files lie at its top. Throws for what is no zip, and for one with a name that leads out of it. */
export async function papersInZip(path: string): Promise<PapersBeside> {
  const files = new Map<string, FileInZip>()
  for await (const file of filesInZip(await readFile(path))) files.set(file.path, file)
  const list = files.get(manifestName)
  return { manifest: list ? await list.open() : null, file: async (name) => files.get(name) ?? null }
}
