import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { type PrintingGround, printingGround } from '../../../test/cast/printing-ground.ts'
import { forgetBatchJob } from '../../cases/paper-link/printing/confirm-batch.ts'
import { officePaths } from '../../platform/paths.ts'

let ground: PrintingGround
let intake: PortalBrowser
before(async () => {
  ground = await printingGround()
  await ground.enrol('intake')
  intake = await ground.signedIn('intake')
})
after(() => ground.end())
beforeEach(() => ground.clear())

async function batchOf(letters: number) {
  await ground.open(...Array.from({ length: letters }, () => ({})))
  await ground.make()
  const [batch] = await ground.batches()
  assert.ok(batch)
  return batch
}
const entries = async (operation: string) =>
  (await ground.owner.selectFrom('audit.entry').select(['outcome', 'refusal', 'subject']).where('operation', '=', operation).orderBy('ordinal').execute()).map(
    ({ outcome, refusal }) => refusal ?? outcome,
  )
const jobs = async (task: string) => (await ground.jobs()).filter((each) => each === task).length

describe('making a batch', () => {
  it('is asked for, not waited for, and asked twice is one job', async () => {
    await ground.open({})
    for (let press = 0; press < 2; press += 1) {
      await intake.open(officePaths.printing())
      const seen = await intake.press('Make a batch')
      assert.match(seen.text, /The batch is being made/)
      assert.equal(seen.headers.refresh, '3')
    }
    assert.deepEqual([await ground.batches(), await jobs('cases.make-print-batch')], [[], 1])
    await ground.make()
    const seen = await intake.open(`${officePaths.printing()}?asked=0`)
    assert.doesNotMatch(seen.text, /being made/)
    assert.match(seen.text, /Batch \d+ .*Ready to download/)
  })
})

describe('the bundle', () => {
  it('is a download that is dated and on record each time, and of an unknown batch is not there', async () => {
    const { id } = await batchOf(1)
    const seen = await intake.ask('GET', officePaths.printBundle({ batch: id }))
    assert.equal(seen.status, 200)
    assert.match(String(seen.headers['content-disposition']), /^attachment; filename="letters-\d+\.zip"/)
    assert.ok((await ground.batches())[0]?.fetched_at)
    for (const batch of ['x', '00000000-0000-4000-8000-000000000000']) assert.equal((await intake.ask('GET', officePaths.printBundle({ batch }))).status, 404)
    assert.deepEqual(await entries('officer.take-print-bundle'), ['done', 'no-batch', 'no-batch'])
  })
})

describe('a batch that is confirmed', () => {
  const confirm = async (batch: string, counted: string) => {
    await intake.open(officePaths.printBatch({ batch }))
    return intake.press('Confirm printed', { counted })
  }

  it('is refused with both numbers said while the count is another, and nothing changes', async () => {
    const { id } = await batchOf(2)
    for (const counted of ['1', '3', '0']) {
      const seen = await confirm(id, counted)
      assert.equal(seen.status, 422)
      assert.match(seen.text, new RegExp(`Counted: ${counted}\\. In this batch: 2\\.`))
    }
    for (const counted of ['', 'two', '-2', '2.0', '1e0']) assert.equal((await confirm(id, counted)).status, 422)
    const [batch] = await ground.batches()
    assert.deepEqual([batch?.confirmed_at, batch?.counted], [null, null])
    assert.ok((await ground.letters()).every(({ sealed, printed_at }) => sealed && !printed_at))
    assert.deepEqual(await entries('officer.confirm-printed'), ['count-differs', 'count-differs', 'count-differs'])
  })

  it('holds nothing readable: its letters are emptied, its file is gone, and the download with it', async () => {
    const { id, storage_key: key } = await batchOf(2)
    assert.match((await confirm(id, '2')).text, /2 letters were printed/)
    for (const letter of await ground.letters()) assert.deepEqual([letter.sealed, letter.printed_at !== null], [null, true])
    const [batch] = await ground.batches()
    assert.deepEqual([batch?.counted, batch?.confirmed_by !== null, await jobs('cases.forget-print-batch')], [2, true, 1])
    await forgetBatchJob.run(ground.worker, { batch: id })
    await forgetBatchJob.run(ground.worker, { batch: id })
    assert.equal(await ground.services.storage.exists(key), false)
    assert.equal((await intake.ask('GET', officePaths.printBundle({ batch: id }))).status, 404)
  })

  it('pressed twice at once is confirmed once, and its file is not forgotten before that', async () => {
    const { id, storage_key: key } = await batchOf(1)
    await forgetBatchJob.run(ground.worker, { batch: id })
    assert.equal(await ground.services.storage.exists(key), true)
    await intake.open(officePaths.printBatch({ batch: id }))
    const before = (await entries('officer.confirm-printed')).length
    const answers = await Promise.all([intake.press('Confirm printed', { counted: '1' }), intake.press('Confirm printed', { counted: '1' })])
    for (const { text } of answers) assert.match(text, /1 letter was printed/)
    assert.deepEqual((await entries('officer.confirm-printed')).slice(before).toSorted(), ['confirmed-already', 'done'])
  })
})

describe('a letter that no font draws', () => {
  it('is opened as PDF, on record, and said to be printed; then nothing of it is readable', async () => {
    await ground.open({ familyName: '王' })
    await ground.make()
    const [letter] = await ground.letters()
    const file = officePaths.letterByHand({ letter: letter?.id ?? '' })
    assert.equal((await intake.ask('GET', file)).headers['content-type'], 'application/pdf')
    await intake.open(officePaths.printing())
    const seen = await intake.press(`Printed by hand ${await receiptOf(letter?.case ?? '')}`)
    assert.doesNotMatch(seen.text, /To print by hand/)
    const [printed] = await ground.letters()
    assert.deepEqual([printed?.sealed, printed?.batch, printed?.printed_at !== null], [null, null, true])
    assert.equal((await intake.ask('GET', file)).status, 404)
    assert.deepEqual(await entries('officer.take-letter'), ['done', 'no-letter'])
  })

  it('is no way to a letter that waits for a batch', async () => {
    await ground.open({})
    const [letter] = await ground.letters()
    assert.equal((await intake.ask('GET', officePaths.letterByHand({ letter: letter?.id ?? '' }))).status, 404)
  })
})

const receiptOf = async (id: string) =>
  (await ground.owner.selectFrom('cases.case').select('receipt_number').where('id', '=', id).executeTakeFirstOrThrow()).receipt_number
