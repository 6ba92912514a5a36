import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { systemActor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import type { Performer } from '../../platform/operation.ts'
import { carryOutBulkJob } from './carry-out.ts'

let office: OfficeGround
let email = 0
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('supervisor')
})
after(() => office.end())
beforeEach(() => void office.services.clock.advance({ minutes: 2 }))

const owner = () => office.database.pools.owner ?? assert.fail()
const bulkOf = (url: string) => url.replace('/bulk/', '')

async function person() {
  email += 1
  const address = `bulk${email}@example.test`
  const account = await office.newAccount(address)
  const { receiptNumber } = await office.openCase({ account: account.id })
  return { address, receiptNumber }
}

/** The job of a change, by a worker that may die: `perform` stands in for the one of the worker. */
const carryOut = (bulk: string, perform?: Performer['perform']) => {
  const worker = office.as(systemActor('bulk'))
  return carryOutBulkJob.run(
    { ...worker, ...(perform ? { perform } : {}), services: office.services, pool: office.database.pools.worker, log: openLog('silent') },
    { bulk },
  )
}

async function lookedOver(receipts: readonly string[], status = 'actively-reviewed') {
  const browser = await office.signedIn('supervisor')
  await browser.open('/bulk')
  await browser.press('Look it over', { receipts: receipts.join('\n'), status, reason: 'The backlog was sorted' })
  return browser
}

const statusOf = async (receiptNumber: string) =>
  (await owner().selectFrom('cases.case').select('status').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()).status

describe('a change of many cases', () => {
  it('says first which can be changed and which cannot and why, and changes nothing', async () => {
    const can = await person()
    const wrong = await office.openCase({ status: 'received-payment-pending' })
    const guarded = await office.openCase({ isProtected: true })
    const taken = await person()
    const officer = await office.signedIn('officer')
    await owner().updateTable('cases.case').set({ status_since: office.services.clock.now().subtract({ hours: 9000 }) }).where('receipt_number', '=', taken.receiptNumber).execute()
    await officer.open('/queues/received')
    await officer.press('Take the next case')
    assert.equal(officer.seen.url, `/cases/${taken.receiptNumber}`)
    const browser = await lookedOver([can.receiptNumber, wrong.receiptNumber, guarded.receiptNumber, taken.receiptNumber, 'EAC0000000001'])
    assert.match(browser.seen.text, /Nothing is changed yet.*Can be changed 1 Changed 0 Cannot be changed 4/)
    for (const why of [/1 number has no case/, /1 case stands in a status that this one cannot follow/, /1 case has somebody who is protected/, /1 case is a colleague’s work/]) assert.match(browser.seen.text, why)
    assert.equal(await statusOf(can.receiptNumber), 'received')
    await carryOut(bulkOf(browser.seen.url))
    assert.equal(await statusOf(can.receiptNumber), 'received', 'nothing was confirmed')
  })

  it('confirmed, changes exactly those, each with its own entry of the record, in the supervisor’s name, and tells each person once', async () => {
    const people = [await person(), await person(), await person()]
    const left = await person()
    const browser = await lookedOver(people.map(({ receiptNumber }) => receiptNumber))
    await browser.press('Change these 3 cases')
    assert.match(browser.seen.text, /The cases are being changed/)
    const bulk = bulkOf(browser.seen.url)
    await carryOut(bulk)
    await carryOut(bulk)
    for (const { address, receiptNumber } of people) {
      assert.equal(await statusOf(receiptNumber), 'actively-reviewed')
      assert.deepEqual(await office.mailsTo(address), [{ kind: 'cases.news', values: { ending: receiptNumber.slice(-4) } }])
    }
    assert.equal(await statusOf(left.receiptNumber), 'received')
    assert.deepEqual(await office.mailsTo(left.address), [])
    const entries = await owner().selectFrom('audit.entry').selectAll().where('operation', '=', 'cases.change-status').execute()
    assert.equal(entries.filter((each) => JSON.stringify(each).includes(bulk)).length, 3)
    await browser.open(`/bulk/${bulk}`)
    assert.match(browser.seen.text, /All of it is done.*Can be changed 0 Changed 3/)
    await browser.open(`/cases/${people[0]?.receiptNumber}`)
    await browser.press('Open file', { reason: 'second-review' })
    assert.match(browser.seen.text, /by supervisor@example.test.*The backlog was sorted/)
  })

  it('killed after it began goes on with what is left: each case is changed, and each person told, once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, person))
    const browser = await lookedOver(people.map(({ receiptNumber }) => receiptNumber))
    await browser.press('Change these 4 cases')
    const bulk = bulkOf(browser.seen.url)
    const worker = office.as(systemActor('bulk'))
    await assert.rejects(
      carryOut(bulk, async (operation, input) => {
        const dying = { ...operation, run: async (...given: Parameters<typeof operation.run>) => {
          await operation.run(...given)
          throw new Error('the worker died before it committed')
        } }
        return worker.perform(dying, input)
      }),
      /the worker died/,
    )
    for (const { receiptNumber, address } of people) {
      assert.equal(await statusOf(receiptNumber), 'received')
      assert.deepEqual(await office.mailsTo(address), [])
    }
    await Promise.all([carryOut(bulk), carryOut(bulk)])
    for (const { receiptNumber, address } of people) {
      assert.equal(await statusOf(receiptNumber), 'actively-reviewed')
      assert.equal((await office.mailsTo(address)).length, 1)
    }
  })

  it('leaves a case that moved on, was taken or was protected after it was looked over; of two changes at once one does each case', async () => {
    const [moved, taken, guarded, both] = [await person(), await person(), await person(), await person()]
    const numbers = [moved, taken, guarded, both].map(({ receiptNumber }) => receiptNumber)
    const first = await lookedOver(numbers)
    await first.press('Change these 4 cases')
    office.services.clock.advance({ minutes: 1 })
    const second = await lookedOver([both.receiptNumber], 'on-hold')
    const isOther = /Change this case/.test(second.seen.text)
    if (isOther) await second.press('Change this case')
    const officer = await office.signedIn('officer')
    await owner().updateTable('cases.case').set({ status_since: office.services.clock.now().subtract({ hours: 9900 }) }).where('receipt_number', '=', taken.receiptNumber).execute()
    await officer.open('/queues/received')
    await officer.press('Take the next case')
    assert.equal(officer.seen.url, `/cases/${taken.receiptNumber}`)
    await owner().updateTable('cases.case').set({ status: 'biometrics-taken' }).where('receipt_number', '=', moved.receiptNumber).execute()
    await owner().updateTable('cases.case').set({ protected: true }).where('receipt_number', '=', guarded.receiptNumber).execute()
    await Promise.all([carryOut(bulkOf(first.seen.url)), ...(isOther ? [carryOut(bulkOf(second.seen.url))] : [])])
    assert.equal(await statusOf(moved.receiptNumber), 'biometrics-taken')
    assert.equal(await statusOf(taken.receiptNumber), 'received')
    assert.equal(await statusOf(guarded.receiptNumber), 'received')
    assert.notEqual(await statusOf(both.receiptNumber), 'received')
    assert.equal((await office.mailsTo(both.address)).length, 1)
  })

  it('stops between two batches when somebody stops it; a decision is none of the statuses, and officers change no many', async () => {
    const one = await person()
    const browser = await lookedOver([one.receiptNumber])
    await browser.press('Change this case')
    await browser.press('Stop')
    await carryOut(bulkOf(browser.seen.url))
    await browser.open(browser.seen.url)
    assert.match(browser.seen.text, /It was stopped/)
    assert.equal(await statusOf(one.receiptNumber), 'received')
    office.services.clock.advance({ minutes: 1 })
    for (const status of ['approved', 'denied', 'reopened', 'nothing']) {
      office.services.clock.advance({ minutes: 1 })
      assert.match((await lookedOver([one.receiptNumber], status)).seen.text, /set case by case/, status)
    }
    office.services.clock.advance({ minutes: 1 })
    const odd = await lookedOver([one.receiptNumber, 'hello'])
    assert.match(odd.seen.text, /Number 2 in the list is not a receipt number/)
    assert.deepEqual(office.faults, [])
  })
})
