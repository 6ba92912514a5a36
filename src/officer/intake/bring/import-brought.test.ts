import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { paperFilings } from '../../../../bench/ground/paper-filings.ts'
import { type IntakeGround, intakeGround, someone } from '../../../../test/cast/intake-ground.ts'
import { csvHead } from '../../../../test/cast/read-filings.ts'
import type { Operation } from '../../../platform/operation.ts'
import { StorageFault } from '../../../platform/storage/index.ts'
import { officePaths } from '../../../platform/paths.ts'
import { sweepOffice } from '../../office-chores.ts'
import { importBrought } from './import-brought.ts'

let ground: IntakeGround
before(async () => {
  ground = await intakeGround()
})
after(() => ground.end())

const intakeAt = (location: string | undefined) => location?.split('/').at(-1) ?? ''
const counts = async (intake: string) => {
  const its = (await ground.intakes()).find(({ id }) => id === intake)
  return [its?.lines, its?.taken, its?.uncertain, its?.known, its?.refused]
}
const filings = (count: number, seed: number) => Buffer.concat([...paperFilings(count, seed)]).toString()

/** A worker to which something happens before it takes its next batch after so many. */
const workerThat = (batches: number, happening: () => Promise<unknown>): typeof ground.worker => {
  let begun = 0
  const perform = async (operation: Operation<never, unknown, string>, input: never) => {
    if (operation.name === 'intake.take-batch' || operation.name === 'intake.check-batch') {
      begun += 1
      if (begun === batches + 1) await happening()
    }
    return ground.worker.perform(operation, input)
  }
  return { ...ground.worker, perform: perform as typeof ground.worker.perform }
}
const dyingAfter = (batches: number) => workerThat(batches, () => Promise.reject(new Error('killed')))

describe('an import in the worker', () => {
  it('that is killed in the middle goes on behind its last batch, and counts what it took as taken', async () => {
    const intake = intakeAt((await ground.bring({ file: filings(2500, 11) + someone({ received_on: '3/4/2026' }) })).location)
    await assert.rejects(importBrought(dyingAfter(1), intake), /killed/)
    const [lines, taken = 0, uncertain = 0] = await counts(intake)
    assert.deepEqual([lines, Number(taken) + Number(uncertain)], [1001, 1000])
    assert.match((await ground.browser.open(officePaths.intakeOf({ intake }))).text, /up to line 1,001/)
    await ground.run(intake)
    await ground.run(intake)
    const [end, all = 0, doubts = 0, known, refused] = await counts(intake)
    assert.deepEqual([end, Number(all) + Number(doubts), known, refused], [2502, 2500, 0, 1])
    assert.equal(await ground.cases(), 2500)
  })

  it('that two workers run at once takes each filing in once', async () => {
    const before = await ground.cases()
    const intake = intakeAt((await ground.bring({ file: filings(1500, 12) })).location)
    await Promise.all([ground.run(intake), ground.run(intake)])
    await ground.run(intake)
    const [lines, taken = 0, uncertain = 0, known] = await counts(intake)
    assert.deepEqual([lines, Number(taken) + Number(uncertain), known, await ground.cases()], [1501, 1500, 0, before + 1500])
  })

  it('waits while a file is read that was brought before, and says so', async () => {
    const [first, second] = [intakeAt((await ground.bring({ file: csvHead + someone() })).location), intakeAt((await ground.bring({ file: csvHead + someone() })).location)]
    const due = await ground.dueAt(second)
    await ground.run(second)
    assert.notEqual(await ground.dueAt(second), due)
    assert.deepEqual(await counts(second), [0, 0, 0, 0, 0])
    assert.match((await ground.browser.open(officePaths.intakeOf({ intake: second }))).text, /Waiting for its turn/)
    await ground.run(first)
    await ground.run(second)
    assert.deepEqual(await counts(second), [2, 1, 0, 0, 0])
  })

  it('of a file that was in before knows every row', async () => {
    const file = csvHead + someone() + someone()
    await ground.brought(file)
    const { taken, known, refused } = await ground.brought(file)
    assert.deepEqual([taken, known, refused], [0, 2, 0])
  })
})

describe('a file that is only checked', () => {
  it('changes nothing, and its refused rows are told and kept as of one that is taken in', async () => {
    const file = csvHead + someone() + someone({ received_on: '3/4/2026' })
    const before = await ground.cases()
    const checked = await ground.brought(file, { dryRun: true })
    assert.deepEqual([checked.taken, checked.refused, await ground.cases()], [1, 1, before])
    const { text } = await ground.browser.open(officePaths.intakeOf({ intake: checked.id }))
    assert.match(text, /Checked, and nothing was changed.*What would come of it.*3 received_on: Nobody can tell the day/)
    assert.match((await ground.browser.ask('GET', officePaths.refusedRows({ intake: checked.id }))).html, /\r\n3,"?received_on: .*3\/4\/2026/)
    assert.equal((await ground.brought(file)).taken, 1)
  })

  it('goes on where it was killed, and says of each row once what would come of it', async () => {
    const bad = Array.from({ length: 1200 }, () => someone({ received_on: '3/4/2026' })).join('')
    const intake = intakeAt((await ground.bring({ file: csvHead + bad + someone(), dryRun: true })).location)
    await assert.rejects(importBrought(dyingAfter(1), intake), /killed/)
    await ground.run(intake)
    assert.deepEqual(await counts(intake), [1202, 1, 0, 0, 1200])
  })
})

describe('an import that is stopped', () => {
  const stop = async (intake: string) => {
    await ground.browser.open(officePaths.intakeOf({ intake }))
    return ground.browser.press('Stop after this batch')
  }

  it('keeps what is in, takes no further batch, and says so', async () => {
    const before = await ground.cases()
    const intake = intakeAt((await ground.bring({ file: filings(2500, 13) })).location)
    await importBrought(
      workerThat(1, async () => assert.match((await stop(intake)).text, /Stopped What was taken in up to line 1,001 stays/)),
      intake,
    )
    await ground.run(intake)
    assert.deepEqual([(await counts(intake))[0], await ground.cases()], [1001, before + 1000])
  })

  it('before its first row takes nothing in, and the next file has its turn', async () => {
    const [first, second] = [intakeAt((await ground.bring({ file: csvHead + someone() })).location), intakeAt((await ground.bring({ file: csvHead + someone() })).location)]
    assert.match((await stop(first)).text, /Stopped No row of it was read/)
    await ground.run(first)
    await ground.run(second)
    assert.deepEqual([await counts(first), await counts(second)], [[0, 0, 0, 0, 0], [2, 1, 0, 0, 0]])
  })

  it('while a batch is under way has that batch in whole, or nothing of it', async () => {
    const intake = intakeAt((await ground.bring({ file: filings(2000, 14) })).location)
    await ground.browser.open(officePaths.intakeOf({ intake }))
    await Promise.all([ground.run(intake), ground.browser.press('Stop after this batch')])
    const [lines = 0, taken = 0, uncertain = 0] = await counts(intake)
    assert.equal(Number(taken) + Number(uncertain), Math.max(0, Number(lines) - 1))
    const rows = await ground.owner.selectFrom('officer.intake_row').select('line').where('intake', '=', intake).execute()
    assert.equal(rows.length, Math.max(0, Number(lines) - 1))
  })

  it('twice, or after its end, leads to its page and changes nothing', async () => {
    const { id } = await ground.brought(csvHead + someone())
    const csrf = /name="csrf" value="([^"]+)"/.exec((await ground.browser.ask('GET', officePaths.bringFile())).html)?.[1] ?? ''
    const answer = await ground.browser.ask('POST', officePaths.stopIntake({ intake: id }), { csrf })
    assert.deepEqual([answer.status, answer.location], [303, officePaths.intakeOf({ intake: id })])
    assert.equal((await ground.newest())?.stopped, false)
    assert.equal((await ground.browser.ask('POST', officePaths.stopIntake({ intake: 'x' }), { csrf })).status, 404)
  })
})

describe('the bytes of a file', () => {
  it('are there until its import has ended, and then in no storage', async () => {
    const { id, storage_key: key } = await ground.brought(csvHead + someone())
    assert.equal(await ground.services.storage.exists(String(key)), true)
    await ground.forget(id)
    await ground.forget(id)
    assert.deepEqual([await ground.services.storage.exists(String(key)), (await ground.newest())?.storage_key], [false, null])
  })

  it('of an import that is under way are not forgotten', async () => {
    const intake = intakeAt((await ground.bring({ file: csvHead + someone() })).location)
    await ground.forget(intake)
    assert.ok((await ground.newest())?.storage_key)
    await ground.run(intake)
    assert.deepEqual(await counts(intake), [2, 1, 0, 0, 0])
  })

  it('that are gone or damaged end their import with what is in, and say so', async () => {
    const intake = intakeAt((await ground.bring({ file: csvHead + someone() })).location)
    await ground.services.storage.delete(String((await ground.newest())?.storage_key))
    await ground.run(intake)
    assert.match((await ground.browser.open(officePaths.intakeOf({ intake }))).text, /could not be read The file is no longer here, whole\./)
  })

  it('wait where the storage does not answer, and are read another time', async () => {
    const intake = intakeAt((await ground.bring({ file: csvHead + someone() })).location)
    const storage = { ...ground.services.storage, get: () => Promise.reject(new StorageFault('broken', 'EIO')) }
    await assert.rejects(importBrought({ ...ground.worker, services: { ...ground.services, storage } }, intake), StorageFault)
    assert.equal((await ground.newest())?.ended_at, null)
    await ground.run(intake)
    assert.deepEqual(await counts(intake), [2, 1, 0, 0, 0])
  })

  it('of an import that nothing moves for a week are given up', async () => {
    const intake = intakeAt((await ground.bring({ file: csvHead + someone() })).location)
    const after = async (hours: number) => {
      const clock = { ...ground.services.clock, now: () => ground.services.clock.now().add({ hours }) }
      await sweepOffice.run({ ...ground.worker, services: { ...ground.services, clock } })
      return (await ground.newest())?.storage_key
    }
    assert.ok(await after(24 * 7))
    assert.equal(await after(24 * 7 + 1), null)
    await ground.run(intake)
    assert.deepEqual(await counts(intake), [0, 0, 0, 0, 0])
  })
})
