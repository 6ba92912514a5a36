import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { newId } from '../ids.ts'
import { assertStorageKey, isStorageKey, StorageFault, type StoragePort, type StoredKey } from './storage.ts'

/**
 * Files under `folder`, two levels of 256 folders, readable by this user only. The folder is made on first use, and
 * not again: one that is gone later is a disk that is gone, and what is put into another in its place would be lost.
 */
export function createDiskStorage(folder: string): StoragePort {
  const unfinished = join(folder, 'unfinished')
  let made: Promise<unknown> | undefined
  const settle = async () => {
    made ??= mkdir(unfinished, { recursive: true, mode: 0o700 })
    await made.catch((fault) => {
      made = undefined
      throw fault
    })
    await stat(unfinished)
  }
  const pathOf = (key: string) => {
    assertStorageKey(key)
    return join(folder, key.slice(0, 2), key.slice(2, 4), key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const draft = join(unfinished, newId())
      // A sender that goes away before the first read must fail this put, not the process.
      bytes.on('error', () => {})
      try {
        await settle()
        const sizeBytes = await writeDraft(draft, bytes)
        await publish(draft, path, folder)
        return { sizeBytes }
      } catch (fault) {
        bytes.destroy()
        await rm(draft, { force: true })
        throw asPutFault(fault)
      }
    },
    async get(key) {
      const file = await open(pathOf(key), constants.O_RDONLY | constants.O_NOFOLLOW).catch((fault) => {
        throw asStorageFault(fault)
      })
      return file.createReadStream()
    },
    async delete(key) {
      await rm(pathOf(key), { force: true }).catch((fault) => {
        throw asStorageFault(fault)
      })
    },
    async exists(key) {
      const found = await stat(pathOf(key)).catch((fault) => {
        if (fault.code === 'ENOENT') return undefined
        throw asStorageFault(fault)
      })
      return found?.isFile() ?? false
    },
    list: () => filesIn(folder),
    forgetUnfinished: (before) => forgetUnfinished(unfinished, before),
  }
}

/** A sealed stream comes in many small pieces, its tags alone in sixteen bytes: a write for each costs more than the sealing. */
const writtenAtOnce = 512 * 1024

async function writeDraft(draft: string, bytes: Readable): Promise<number> {
  const file = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  let sizeBytes = 0
  try {
    let waiting: Buffer[] = []
    let size = 0
    for await (const chunk of bytes) {
      const piece = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
      waiting.push(piece)
      size += piece.length
      if (size < writtenAtOnce) continue
      await writeWhole(file, waiting, size)
      sizeBytes += size
      waiting = []
      size = 0
    }
    await writeWhole(file, waiting, size)
    sizeBytes += size
    await file.sync()
  } finally {
    await file.close()
  }
  return sizeBytes
}

/** The pieces as they lie, one behind the other, without another copy of them; what a write left over goes in the next. */
async function writeWhole(file: FileHandle, pieces: readonly Buffer[], size: number): Promise<void> {
  let left = pieces
  for (let done = 0; done < size; ) {
    const { bytesWritten } = await file.writev(left)
    done += bytesWritten
    if (done < size) left = [Buffer.concat(left).subarray(bytesWritten)]
  }
}

/** The rename is the moment the file exists; its folders are synced too, or a power cut could forget the name. */
async function publish(draft: string, path: string, folder: string): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(draft, path)
  await syncFolder(dirname(path))
  if (!made) return
  await syncFolder(dirname(dirname(path)))
  await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function forgetUnfinished(unfinished: string, before: Temporal.Instant): Promise<number> {
  const names = await readdir(unfinished).catch(() => [])
  let forgotten = 0
  for (const name of names) {
    const draft = join(unfinished, name)
    const written = await stat(draft).catch(() => undefined)
    if (!written || written.mtimeMs >= before.epochMilliseconds) continue
    await rm(draft, { force: true })
    forgotten += 1
  }
  return forgotten
}

const folderName = /^[0-9a-f]{2}$/

/** Files of ours where ours lie: what else somebody put there is left alone and not told of. */
async function* filesIn(folder: string): AsyncGenerator<StoredKey> {
  for (const one of await namesIn(folder)) {
    if (!folderName.test(one)) continue
    for (const two of await namesIn(join(folder, one))) {
      if (!folderName.test(two)) continue
      for (const key of await namesIn(join(folder, one, two))) {
        if (!isStorageKey(key) || !key.startsWith(one + two)) continue
        const found = await lstat(join(folder, one, two, key)).catch(() => undefined)
        if (found?.isFile()) yield { key, keptAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) }
      }
    }
  }
}

/** A folder that is not there holds nothing; one that cannot be read is a fault, or all in it would seem gone. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((fault) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return []
    throw asStorageFault(fault)
  })

/** A file that is being put cannot be missing: its folder is. */
function asPutFault(fault: unknown): unknown {
  const known = asStorageFault(fault)
  return known instanceof StorageFault && known.kind === 'missing' ? new StorageFault('broken', known.code) : known
}

function asStorageFault(fault: unknown): unknown {
  const code = (fault as { code?: unknown }).code
  if (fault instanceof StorageFault || typeof code !== 'string') return fault
  // EFBIG and EDQUOT are a limit of the process or the user: to the person it is the same full disk.
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new StorageFault('full', code)
  return new StorageFault(code === 'ENOENT' ? 'missing' : 'broken', code)
}
