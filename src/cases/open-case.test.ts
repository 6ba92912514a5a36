import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accountActor,
  type CasesGround,
  casesGround,
  openForTest,
  staffActor,
  visitor,
} from '../../test/cast/cases-ground.ts'
import { systemActor } from '../platform/actor.ts'
import { caseFor, issueReceiptNumber, ReceiptNumberTaken } from './index.ts'
import { receiptSequence } from './receipt-number.ts'

const opening = {
  form: 'i-90',
  channel: 'online',
  account: null,
  receivedOn: Temporal.PlainDate.from('2026-11-20'),
  office: null,
  status: 'received',
} as const

describe('opening a case', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  it('skips a receipt number that came from elsewhere', async () => {
    const second = issueReceiptNumber(ground.services.keys, receiptSequence.first + 1n)
    await ground.as(systemActor('intake')).perform(openForTest, { ...opening, receiptNumber: second })
    const issued = []
    for (let i = 0; i < 3; i += 1) issued.push((await ground.openCase()).receiptNumber)
    const expected = [0n, 2n, 3n].map((place) =>
      issueReceiptNumber(ground.services.keys, receiptSequence.first + place),
    )
    assert.deepEqual(issued, expected)
  })

  it('writes its row, its first status and its party, and the account sees them', async () => {
    const { account, receiptNumber } = await ground.openCase({ role: 'petitioner', form: 'i-130' })
    const own = await ground.as(account).read(caseFor, { receiptNumber })
    assert.deepEqual(
      [own?.role, own?.form, own?.status, own?.statusOn.toString(), own?.receivedOn.toString(), own?.channel],
      ['petitioner', 'i-130', 'received', '2026-11-23', '2026-11-23', 'online'],
    )
    assert.deepEqual(
      own?.course.map(({ status, on }) => [status, on.toString()]),
      [['received', '2026-11-23']],
    )
  })

  it('refuses a number that another case has, whatever kind of actor opens it', async () => {
    const given = { ...opening, receiptNumber: 'EAC9999103499' }
    assert.equal((await ground.as(systemActor('intake')).perform(openForTest, given)).ok, true)
    await assert.rejects(ground.as(staffActor('intake')).perform(openForTest, given), ReceiptNumberTaken)
  })

  it('does not let an account open a case for another one or for nobody, nor a visitor any', async () => {
    const theirs = { ...opening, account: accountActor().id as string }
    await assert.rejects(ground.as(accountActor()).perform(openForTest, theirs), /cannot open a case/)
    await assert.rejects(ground.as(accountActor()).perform(openForTest, opening), /cannot open a case/)
    await assert.rejects(ground.as(visitor).perform(openForTest, opening), /cannot open a case/)
  })

  it('takes only a status that the table opens a case with, and only a receipt number of the one shape', async () => {
    const system = ground.as(systemActor('intake'))
    await assert.rejects(system.perform(openForTest, { ...opening, status: 'approved' }), /No case opens as approved/)
    await assert.rejects(system.perform(openForTest, { ...opening, status: 'no-such' }), /no status no-such/)
    await assert.rejects(system.perform(openForTest, { ...opening, receiptNumber: 'eac1' }), /check constraint/)
  })

  it('gives each of many openings at once a number of its own', async () => {
    const opened = await Promise.all(Array.from({ length: 30 }, () => ground.openCase()))
    assert.equal(new Set(opened.map(({ receiptNumber }) => receiptNumber)).size, 30)
  })
})
