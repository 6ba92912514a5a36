import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, describe, it } from 'node:test'
import { newId } from '../ids.ts'
import { createDiskStorage } from './disk.ts'
import { StorageFault } from './storage.ts'
import { storageContract } from './storage-contract.ts'

const folders: string[] = []
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-storage-'))
  folders.push(folder)
  return folder
}

const text = (words: string) => Readable.from([Buffer.from(words)])

storageContract('the disk', async () => createDiskStorage(await emptyFolder()))

describe('storage on a disk', () => {
  it('puts a file two folders deep, readable by this user only', async () => {
    const folder = await emptyFolder()
    const key = newId()
    await createDiskStorage(folder).put(key, text('x'))
    const path = join(folder, key.slice(0, 2), key.slice(2, 4), key)
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.equal((await stat(join(path, '..'))).mode & 0o777, 0o700)
  })

  it('leaves nothing unfinished behind, whether a put succeeds or fails', async () => {
    const folder = await emptyFolder()
    const storage = createDiskStorage(folder)
    await storage.put(newId(), text('x'))
    const breaking = new Readable({ read: () => breaking.destroy(new Error('gone')) })
    await assert.rejects(storage.put(newId(), breaking), /gone/)
    assert.deepEqual(await readdir(join(folder, 'unfinished')), [])
  })

  it('says “full” when there is no room, and leaves no partial file', {
    skip: process.platform === 'win32',
  }, async () => {
    const folder = await emptyFolder()
    const key = newId()
    const script = `
      import { Readable } from 'node:stream'
      import { createDiskStorage } from ${JSON.stringify(new URL('disk.ts', import.meta.url).href)}
      const [folder, key] = process.argv.slice(-2)
      const bytes = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(10_000)))
      const answer = await createDiskStorage(folder).put(key, bytes).catch((fault) => fault.kind + ' ' + fault.name)
      console.log(answer)`
    // A file size limit of 64 blocks stands in for the full disk: the write fails in the same place.
    const limited = 'trap "" XFSZ; ulimit -f 64; exec "$@"'
    const node = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', script, folder, key]
    const run = spawnSync('bash', ['-c', limited, 'bash', ...node], { encoding: 'utf8' })
    assert.equal(run.stdout.trim(), 'full StorageFault', run.stderr)
    assert.equal(await createDiskStorage(folder).exists(key), false)
    assert.deepEqual(await readdir(join(folder, 'unfinished')), [])
  })

  it('is broken when its folder is gone: no other is made in its place, and the files of the one that comes back are there', async () => {
    const folder = await emptyFolder()
    const storage = createDiskStorage(folder)
    const [kept, lost] = [newId(), newId()]
    await storage.put(kept, text('kept'))
    await rename(folder, `${folder}-away`)
    folders.push(`${folder}-away`)
    await assert.rejects(storage.put(lost, text('x')), (fault) => fault instanceof StorageFault && fault.kind === 'broken')
    await assert.rejects(readdir(folder), /ENOENT/)
    await rename(`${folder}-away`, folder)
    await storage.put(lost, text('x'))
    assert.deepEqual([await storage.exists(kept), await storage.exists(lost)], [true, true])
  })

  it('does not follow a link that stands in the place of a file', { skip: process.platform === 'win32' }, async () => {
    const folder = await emptyFolder()
    const storage = createDiskStorage(folder)
    const key = newId()
    await storage.put(key, text('x'))
    const path = join(folder, key.slice(0, 2), key.slice(2, 4), key)
    await rm(path)
    await symlink('/etc/hostname', path)
    await assert.rejects(storage.get(key), (fault) => fault instanceof StorageFault && fault.kind === 'broken')
  })

  it('forgets what was left half-written before a given time, and nothing younger', async () => {
    const folder = await emptyFolder()
    const storage = createDiskStorage(folder)
    await storage.put(newId(), text('x'))
    const at = Temporal.Instant.from('2026-03-01T09:00:00Z')
    for (const [name, age] of [
      ['old', 7200],
      ['young', 60],
    ] as const) {
      const path = join(folder, 'unfinished', name)
      await writeFile(path, 'half')
      const seconds = at.epochMilliseconds / 1000 - age
      await utimes(path, seconds, seconds)
    }
    assert.equal(await storage.forgetUnfinished(at.subtract({ hours: 1 })), 1)
    assert.deepEqual(await readdir(join(folder, 'unfinished')), ['young'])
  })
})
