import assert from 'node:assert/strict'
import { buffer, text } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { everyLetter } from '../../../../test/cast/paper-letters.ts'
import { type PrintingGround, printingGround } from '../../../../test/cast/printing-ground.ts'
import { sweepStorageOnce } from '../../../app/sweep-storage.ts'
import { newId } from '../../../platform/ids.ts'
import { SealBroken } from '../../../platform/crypto/field.ts'
import { filesInZip } from '../../../platform/archive/index.ts'
import { checkBundle } from '../letter/bundle/check-bundle.ts'
import { manifestPath, readManifest } from '../letter/bundle/manifest.ts'
import type { FactsOf, LetterName } from '../letter/letters.ts'
import { openBundle } from './print-batch.ts'
import { postLettersJob } from './post-letters.ts'
import { listAmongNewest } from './print-store.ts'
import { openLetter, sealLetter } from './sealed-letter.ts'

let ground: PrintingGround
before(async () => {
  ground = await printingGround()
})
after(() => ground.end())
beforeEach(() => ground.clear())

const bundleOf = async (index: number) => {
  const batch = (await ground.batches())[index]
  assert.ok(batch)
  return buffer(await openBundle(ground.services, batch))
}

async function idsIn(bundle: Buffer): Promise<string[]> {
  for await (const file of filesInZip(bundle)) if (file.path === manifestPath) return readManifest(await text(await file.open()))?.map(({ id }) => id) ?? []
  return []
}

describe('a sealed letter', () => {
  it('of every kind opens as what was sealed: instants, days and addresses are what they were', () => {
    for (const [called, [kind, facts]] of Object.entries(everyLetter('en'))) {
      const letter = { id: newId(), case: newId(), kind }
      const sealed = sealLetter(ground.services.keys, letter.case, letter.id, facts as FactsOf<LetterName>)
      assert.deepEqual(openLetter(ground.services.keys, { ...letter, sealed }), { name: kind, facts }, called)
      assert.ok(!sealed.includes('Maria') && !sealed.includes('7K3M'))
    }
  })

  it('opens for no other case and no other letter', () => {
    const [kind, facts] = everyLetter('en').notice as readonly [LetterName, FactsOf<LetterName>]
    const letter = { id: newId(), case: newId(), kind }
    const sealed = sealLetter(ground.services.keys, letter.case, letter.id, facts)
    for (const other of [{ ...letter, id: newId() }, { ...letter, case: newId() }])
      assert.throws(() => openLetter(ground.services.keys, { ...other, sealed }), SealBroken)
  })
})

describe('a batch', () => {
  it('holds the letters that have waited longest, in a bundle that counts right, and each once', async () => {
    await ground.open({}, {}, {})
    await ground.make(2)
    await ground.make(2)
    const batches = await ground.batches()
    assert.deepEqual(batches.map(({ letters, pages }) => [letters, pages]), [[2, 2], [1, 1]])
    for (const index of [0, 1]) assert.deepEqual(await checkBundle(await bundleOf(index)), { ok: true, letters: 2 - index, pages: 2 - index })
    assert.deepEqual(new Set((await ground.letters()).map(({ batch }) => batch)), new Set(batches.map(({ id }) => id)))
  })

  it('is made of nothing when no letter waits, and nothing lies in the storage', async () => {
    const before = await ground.stored()
    await ground.make()
    assert.deepEqual([await ground.batches(), await ground.stored()], [[], before])
  })

  it('lies sealed: neither names nor PDFs can be read in the storage', async () => {
    await ground.open({})
    await ground.make()
    const [batch] = await ground.batches()
    const raw = await buffer(await ground.services.storage.get(batch?.storage_key ?? ''))
    assert.ok(!raw.includes('PDF') && !raw.includes('manifest') && !raw.includes('Harbor'))
  })

  it('of two makers at once holds no letter twice, and what one wrote in vain is gone', async () => {
    await ground.open({}, {}, {}, {})
    const before = (await ground.stored()).length
    await Promise.all([ground.make(3), ground.make(3), ground.make(4)])
    const batches = await ground.batches()
    assert.equal(batches.reduce((sum, { letters }) => sum + letters, 0), 4)
    const letters = await ground.letters()
    for (const [index, { id }] of batches.entries())
      assert.deepEqual(new Set(await idsIn(await bundleOf(index))), new Set(letters.filter(({ batch }) => batch === id).map((letter) => letter.id)))
    assert.equal((await ground.stored()).length - before, batches.length)
  })

  it('whose maker is killed between the storage and the record leaves the letters waiting and a file that the sweep deletes', async () => {
    await ground.open({}, {})
    const { put } = ground.services.storage
    let left = ''
    ground.services.storage.put = async (key, bytes) => {
      await put(key, bytes)
      left = key
      throw new Error('killed')
    }
    await assert.rejects(ground.make(), /killed/)
    ground.services.storage.put = put
    assert.deepEqual([(await ground.batches()).length, await ground.services.storage.exists(left)], [0, true])
    assert.ok((await ground.letters()).every(({ batch, sealed }) => batch === null && sealed !== null))
    await ground.make()
    const [batch] = await ground.batches()
    assert.equal(batch?.letters, 2)
    const later = { storage: ground.services.storage, clock: { ...ground.services.clock, now: () => Temporal.Instant.from('2090-01-01T00:00:00Z') } }
    await sweepStorageOnce(ground.database.pools.worker, later)
    assert.deepEqual([await ground.services.storage.exists(left), await ground.services.storage.exists(batch?.storage_key ?? '')], [false, true])
  })

  it('is made anew when a letter was withdrawn while it was written', async () => {
    await ground.open({}, {})
    const [first] = await ground.letters()
    const { put } = ground.services.storage
    ground.services.storage.put = async (key, bytes) => {
      const kept = await put(key, bytes)
      ground.services.storage.put = put
      await ground.owner.updateTable('cases.letter').set({ withdrawn_at: ground.services.clock.now(), sealed: null }).where('id', '=', first?.id ?? '').execute()
      return kept
    }
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters }) => letters), [1])
    assert.deepEqual(await checkBundle(await bundleOf(0)), { ok: true, letters: 1, pages: 1 })
  })

  it('sets apart what no font draws and what cannot be set, and prints the rest', async () => {
    const [, second] = await ground.open({ familyName: '王' }, {}, {})
    await ground.owner.updateTable('cases.letter').set({ sealed: Buffer.from('spoilt') }).where('case', '=', second?.caseId ?? '').execute()
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters }) => letters), [1])
    const apart = (await ground.letters()).flatMap(({ apart_as, batch }) => (apart_as ? [[apart_as, batch]] : []))
    assert.deepEqual(new Set(apart.map(String)), new Set(['characters,', 'fault,']))
    await ground.make()
    assert.equal((await ground.batches()).length, 1)
  })

  it('holds no letter of a notice that ended', async () => {
    await ground.open({})
    await ground.owner.updateTable('cases.access_notice').set({ ended_at: ground.services.clock.now(), ended_as: 'replaced' }).execute()
    await ground.make()
    assert.deepEqual(await ground.batches(), [])
  })
})

describe('a letter of the demonstration', () => {
  const post = async () => postLettersJob.run(ground.worker, { letters: (await ground.letters()).map(({ id }) => id) })

  it('is queued for the outbox with itself and stands in it once, with its text and its PDF', async () => {
    await ground.owner.deleteFrom('mail.demo_outbox').execute()
    await ground.open({})
    await post()
    await post()
    const entries = await ground.outbox()
    assert.equal(entries.length, 1)
    const [entry] = entries
    assert.deepEqual([entry?.channel, entry?.recipient], ['post', 'Maria Example, 1420 West Harbor Avenue, Apt 3B, Springfield, IL 62701'])
    assert.match(entry?.body_text ?? '', /^Online Access Code: [0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]$/m)
    const [attached] = await ground.owner.selectFrom('mail.demo_attachment').selectAll().execute()
    assert.ok(attached?.bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
  })

  it('of a large import is set only where the outbox would keep it', async () => {
    await ground.open({})
    ground.services.clock.advance({ minutes: 1 })
    await ground.open({}, {})
    const ids = (await ground.letters()).map(({ id }) => id)
    for (const [most, newest] of [[1, ids.slice(1)], [2, ids.slice(1)], [3, ids], [9, ids]] as const)
      assert.deepEqual(new Set(await listAmongNewest(ground.owner, ids, most)), new Set(newest), `${most}`)
  })

  it('goes nowhere in production', async () => {
    await ground.owner.deleteFrom('mail.demo_outbox').execute()
    await ground.open({})
    await postLettersJob.run({ ...ground.worker, services: { ...ground.services, mode: 'production' } }, { letters: (await ground.letters()).map(({ id }) => id) })
    assert.deepEqual(await ground.outbox(), [])
  })
})
