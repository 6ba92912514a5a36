import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { fixedClock } from '../platform/clock.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { idsOfTurn, walkFiles } from './walk-files.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

const week = 7 * 24 * 60

describe('the walk through all files', () => {
  it('comes to every id once a week, and to none twice', () => {
    let upTo = '00000000-0000-0000-0000-000000000000'
    for (let turn = 0; turn < week; turn += 1) {
      const ids = idsOfTurn(turn)
      assert.equal(ids.behind, upTo)
      assert.ok(ids.behind < ids.upTo)
      upTo = ids.upTo
    }
    assert.equal(upTo, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    assert.deepEqual(idsOfTurn(week + 5), idsOfTurn(5))
  })

  it('tells the log of a file that is missing in its minute, and of none that is whole', async () => {
    const draft = ground.newDraft(await ground.newAccount())
    for (const pages of [1, 2]) await ground.upload(draft, { file: samplePdf({ pages }) })
    const [missing] = await ground.rows('select id, storage_key from evidence.file order by id')
    await ground.services.storage.delete(missing.storage_key)
    const said: unknown[] = []
    const log = { line: () => undefined, fault: (line: unknown) => void said.push(line) }
    const clock = fixedClock('2026-11-23T15:00:00Z')
    const walk = walkFiles()
    const turnOf = (id: string) => Math.floor((Number.parseInt(id.slice(0, 8), 16) / 0x1_0000_0000) * week)
    const minute = Math.floor(clock.now().epochMilliseconds / 60_000)
    const due = clock.now().add({ minutes: (turnOf(missing.id) - (minute % week) + week) % week })
    const at = (now: Temporal.Instant) => walk.run({ ...ground.context, services: { ...ground.services, clock: fixedClock(now.toString()) }, log })
    await at(due.subtract({ minutes: 3 }))
    assert.deepEqual(said, [])
    // It makes up for the minutes that were missed.
    await at(due.add({ minutes: 1 }))
    assert.deepEqual(said, [{ event: 'file-missing', task: 'storage.walk', reason: `evidence.file ${missing.id}` }])
    await at(due.add({ minutes: 1 }))
    assert.equal(said.length, 1)
  })
})
