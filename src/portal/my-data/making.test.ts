import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { type DataGround, dataGround } from '../../../test/cast/data-ground.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { newId } from '../../platform/ids.ts'
import { sweepArchives } from './sweep-archives.ts'

let ground: DataGround

before(async () => {
  ground = await dataGround()
})
after(() => ground.end())

const breaking = (fault: () => Error) =>
  heldPart({
    name: 'breaking',
    schema: z.strictObject({}),
    from: [],
    leavesOut: {},
    read: async () => ({
      data: {},
      files: [{ path: 'evidence/001-half.pdf', open: async () => Readable.from((async function* () { yield Buffer.alloc(200_000); throw fault() })()) }],
    }),
  })

describe('a job that is killed half-way', () => {
  it('leaves no half archive, and the next run makes one whole', async () => {
    const person = await ground.person()
    await ground.ask(person)
    const killed = { demonstration: () => undefined, parts: [breaking(() => new Error('killed'))] }
    await ground.makeArchives(killed)
    const [half] = await ground.archivesOf(String(person.id))
    assert.deepEqual([half?.ready_at, await ground.services.storage.exists(String(half?.storage_key))], [null, false])
    await ground.retryNow()
    await ground.makeArchives()
    const archives = await ground.archivesOf(String(person.id))
    assert.equal(archives.length, 1)
    assert.notEqual(archives[0]?.storage_key, half?.storage_key)
    assert.ok((await ground.newestArchive(String(person.id))).has('manifest.json'))
  })

  it('after its bytes were written has them deleted by the next run: there is one archive in the storage', async () => {
    const person = await ground.person()
    await ground.ask(person)
    const left = newId()
    await ground.services.storage.put(left, Readable.from([Buffer.from('written, and not recorded')]))
    await ground.owner
      .updateTable('portal.archive')
      .set({ storage_key: left, begun_at: ground.clock.now() })
      .where('account', '=', String(person.id))
      .execute()
    await ground.makeArchives()
    assert.equal(await ground.services.storage.exists(left), false)
    assert.ok((await ground.archivesOf(String(person.id)))[0]?.ready_at)
  })

  it('run twice at once makes one archive, and the bytes of the other are gone', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    const { put } = ground.services.storage
    const written: string[] = []
    ground.services.storage.put = (key, bytes) => {
      written.push(key)
      return put(key, bytes)
    }
    await Promise.all([ground.makeOne(asked.ok ? asked.output.archive : ''), ground.makeOne(asked.ok ? asked.output.archive : '')])
    ground.services.storage.put = put
    const [archive] = await ground.archivesOf(String(person.id))
    assert.ok(archive?.ready_at)
    for (const key of written) assert.equal(await ground.services.storage.exists(key), key === archive.storage_key)
    const mails = await ground.owner.selectFrom('mail.queued').select('kind').where('person', '=', String(person.id)).execute()
    assert.equal(mails.length, 1)
    await ground.makeArchives()
  })

  it('for a whole day is given up: the person can ask anew', async () => {
    const person = await ground.person()
    await ground.ask(person)
    await ground.rows("delete from graphile_worker._private_jobs")
    ground.clock.advance({ hours: 24, minutes: 1 })
    await ground.prove(person)
    assert.ok((await ground.ask(person)).ok)
    assert.equal((await ground.archivesOf(String(person.id))).length, 1)
    await ground.runChore(sweepArchives)
    assert.ok((await ground.archivesOf(String(person.id)))[0]?.failed_at)
    assert.ok((await ground.ask(person)).ok)
    assert.equal((await ground.archivesOf(String(person.id))).length, 2)
    await ground.makeArchives()
  })

  it('with a full disk leaves nothing, and says so to the queue', async () => {
    const person = await ground.person()
    await ground.ask(person)
    const { put } = ground.services.storage
    ground.services.storage.put = async (_key, bytes) => {
      bytes.destroy()
      throw new Error('no space left')
    }
    await ground.makeArchives()
    ground.services.storage.put = put
    const [failed] = await ground.rows<{ last_error: string }>("select last_error from graphile_worker._private_jobs where last_error is not null")
    assert.match(String(failed?.last_error), /no space left/)
    await ground.retryNow()
    await ground.makeArchives()
    assert.ok((await ground.archivesOf(String(person.id)))[0]?.ready_at)
  })
})
