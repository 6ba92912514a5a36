import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { s3Server } from '../../test/cast/s3-server.ts'
import { fixedClock } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { openS3Storage, type StoragePort, StorageFault } from '../platform/storage/index.ts'
import { sweepLimits, sweepStorage, sweepStorageOnce, tablesThatNameFiles } from './sweep-storage.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

/** The storage keeps the machine's time: so many hours from now everything in it is that old. */
const inHours = (hours: number) => fixedClock(Temporal.Now.instant().add({ hours }).toString())
const sweep = (hours: number, storage: StoragePort = ground.services.storage) =>
  sweepStorageOnce(ground.database.pools.worker, { storage, clock: inHours(hours) })
const put = async (storage: StoragePort, key: string) => {
  await storage.put(key, Readable.from([Buffer.from('x')]))
  return key
}

describe('what lies in the storage and no row names', () => {
  it('goes after a day; files, their pictures and uploads under way stay', async () => {
    const { storage } = ground.services
    const draft = ground.newDraft(await ground.newAccount())
    await ground.upload(draft, { file: samplePdf({ pages: 2 }) })
    await ground.work()
    const kept = ground.stored().length
    const begun = await put(storage, newId())
    await ground.rows(`insert into evidence.begun_upload (id, account, storage_key, begun_at) values ('${newId()}', '${draft.owner.id}', '${begun}', now())`)
    const id = newId()
    const orphans = [await put(storage, id), await put(storage, `${id}-1`), await put(storage, `${newId()}-2`)]
    assert.deepEqual(await sweep(23), { listed: kept + 4, deleted: 0, stopped: false })
    assert.deepEqual(await sweep(25), { listed: kept + 4, deleted: 3, stopped: false })
    for (const key of orphans) assert.equal(await storage.exists(key), false)
    assert.equal(await storage.exists(begun), true)
    assert.equal(ground.stored().length, kept + 1)
    const [file] = await ground.files(draft)
    assert.equal(file?.previews, 2)
  })

  it('goes from a bucket too, and what others keep in it stays', async (t) => {
    const server = await s3Server()
    t.after(server.end)
    const [ours, others] = [await openS3Storage(server.settings('ours/')), await openS3Storage(server.settings())]
    const [orphan, theirs] = [await put(ours, newId()), await put(others, newId())]
    assert.deepEqual(await sweep(25, ours), { listed: 1, deleted: 1, stopped: false })
    assert.deepEqual([await ours.exists(orphan), await others.exists(theirs)], [false, true])
  })

  it('stays when it is suspiciously much: then the database is the wrong one', async (t) => {
    const server = await s3Server()
    t.after(server.end)
    const storage = await openS3Storage(server.settings())
    for (let made = 0; made <= sweepLimits.orphansFew; made += 1) await put(storage, newId())
    const listed = sweepLimits.orphansFew + 1
    assert.deepEqual(await sweep(25, storage), { listed, deleted: 0, stopped: true })
    assert.equal((await Array.fromAsync(storage.list())).length, listed)
    await server.kill()
    await assert.rejects(sweep(25, storage), StorageFault)
  })

  it('half-written goes too, when its process is long gone', async () => {
    const half = join(ground.folder, 'unfinished', newId())
    writeFileSync(half, 'half')
    const context = (hours: number) => ({ ...ground.context, services: { ...ground.services, clock: inHours(hours) } })
    await sweepStorage.run(context(23))
    assert.ok(existsSync(half))
    await sweepStorage.run(context(25))
    assert.ok(!existsSync(half))
  })

  it('is judged by every table that names files', () => {
    const schema = readFileSync(new URL('../../migrations/schema.sql', import.meta.url), 'utf8')
    const naming = [...schema.matchAll(/^create table (\S+) \(([\s\S]*?)^\);/gm)].filter(([, , columns = '']) => /^ {2}storage_key /m.test(columns))
    assert.ok(naming.length >= 4)
    const known = tablesThatNameFiles.map(({ table }) => table)
    assert.deepEqual(naming.map(([, table = '']) => table).filter((table) => !known.includes(table)), [])
  })
})
