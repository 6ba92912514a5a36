import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { paperRow } from '../../../test/cast/intake-rows.ts'
import { systemActor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import { performerFor } from '../../platform/operation.ts'
import type { IntakeRow } from './file/intake-row.ts'
import { hashedRow } from './read-rows.ts'
import { sweepOffice } from '../office-chores.ts'
import { beginIntake, takeBatch } from './take-batch.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
const worker = () =>
  performerFor({ ...ground.parts, pool: ground.database.pools.worker }, systemActor('intake'), { id: null, network: null })

/** Each row on a line of its own, in one batch of an intake of its own. */
async function take(...rows: IntakeRow[]) {
  const begun = await worker().perform(beginIntake, { source: 'command', fileName: 'filings.csv' })
  assert.ok(begun.ok)
  const numbered = rows.map((row, index) => ({ ...row, line: index + 2 }))
  const taken = await worker().perform(takeBatch, { intake: begun.output, from: 0, to: rows.length + 1, rows: numbered.map((row) => hashedRow(ground.services.keys, row)), refused: [] })
  assert.ok(taken.ok, JSON.stringify(taken))
  return taken.output.counts
}

const caseWith = (receiptNumber: string) =>
  owner().selectFrom('cases.case').selectAll().where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
const partiesOf = async (receiptNumber: string) => {
  const { id } = await caseWith(receiptNumber)
  return (await owner().selectFrom('cases.party').select('account').where('case', '=', id).execute()).map(({ account }) => account)
}
const lettersOf = async (receiptNumber: string) => {
  const { id } = await caseWith(receiptNumber)
  return (await owner().selectFrom('cases.letter').select('kind').where('case', '=', id).orderBy('id').execute()).map(({ kind }) => kind)
}
const person = (familyName: string, born = '1985-06-14') => ({ familyName, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from(born) })
const counts = (about: Partial<Record<'taken' | 'uncertain' | 'known' | 'refused', number>>) => ({ taken: 0, uncertain: 0, known: 0, refused: 0, ...about })

describe('a form on paper that is taken in', () => {
  it('is a case with an account of its own, a notice and a letter, and stands in the record', async () => {
    assert.deepEqual(await take(paperRow()), counts({ taken: 1 }))
    const opened = await caseWith('IOE9012345677')
    assert.deepEqual([opened.channel, opened.status, String(opened.received_on)], ['paper', 'received', '2026-02-20'])
    const [account] = await partiesOf('IOE9012345677')
    const row = await owner().selectFrom('accounts.account').selectAll().where('id', '=', account ?? '').executeTakeFirstOrThrow()
    assert.match(row.online_account_number ?? '', /^[1-9]\d{11}$/)
    const notice = await owner().selectFrom('cases.access_notice').selectAll().where('case', '=', opened.id).executeTakeFirstOrThrow()
    assert.deepEqual([notice.addressee, notice.account, notice.code_hash !== null], ['applicant', account, true])
    assert.deepEqual(await lettersOf('IOE9012345677'), ['access-notice'])
    const entry = await owner().selectFrom('audit.entry').selectAll().where('subject', '=', opened.id).executeTakeFirstOrThrow()
    assert.deepEqual([entry.operation, entry.account, entry.actor_kind], ['intake.take-case', account, 'system'])
  })

  it('changes nothing when the same row comes again, on whatever line', async () => {
    assert.deepEqual(await take(paperRow(), paperRow()), counts({ known: 2 }))
    assert.equal((await partiesOf('IOE9012345677')).length, 1)
  })

  it('is refused where another filing has its receipt number', async () => {
    assert.deepEqual(await take(paperRow({ person: person('Other', '1990-01-01') })), counts({ refused: 1 }))
    const { faults } = await owner().selectFrom('officer.intake_refusal').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual(faults, [{ column: 'receipt_number', code: 'receipt-exists' }])
  })

  it('gets a receipt number of ours where it has none, and no code where its number has none', async () => {
    await take(paperRow({ receiptNumber: null, person: person('Without') }), paperRow({ receiptNumber: 'EAC2190012345', person: person('Elsewhere') }))
    const { id } = await caseWith('EAC2190012345')
    const notice = await owner().selectFrom('cases.access_notice').selectAll().where('case', '=', id).executeTakeFirstOrThrow()
    assert.equal(notice.code_hash, null)
    const issued = await owner().selectFrom('cases.case').select('receipt_number').where('receipt_number', 'like', 'IOE%').execute()
    assert.equal(issued.length, 2)
  })

  it('of a consulate has no account and the consulate’s letter; an address abroad alone changes nothing', async () => {
    const abroad = { country: 'MX', street: 'Calle 5', city: 'Puebla', region: 'PUE', postalCode: '72000' }
    await take(
      paperRow({ receiptNumber: 'LIN2190000001', person: person('Consular'), consular: true }),
      paperRow({ receiptNumber: 'LIN2190000002', person: person('Abroad'), address: abroad }),
    )
    assert.deepEqual([await partiesOf('LIN2190000001'), await lettersOf('LIN2190000001')], [[], ['consular-filing']])
    assert.deepEqual([(await partiesOf('LIN2190000002')).length, await lettersOf('LIN2190000002')], [1, ['access-notice']])
  })

  it('with a representative makes two notices with two codes', async () => {
    const representative = { name: 'Rosa Representative', accountNumber: null, address: paperRow().address }
    await take(paperRow({ receiptNumber: 'IOE9012345685', person: person('Represented'), representative }))
    const { id } = await caseWith('IOE9012345685')
    const notices = await owner().selectFrom('cases.access_notice').selectAll().where('case', '=', id).orderBy('addressee').execute()
    assert.deepEqual(notices.map(({ addressee }) => addressee), ['applicant', 'representative'])
    assert.equal(new Set(notices.map(({ code_hash }) => code_hash)).size, 2)
  })
})

describe('nobody gets a second account', () => {
  it('two rows of one person in one batch are one account', async () => {
    await take(paperRow({ receiptNumber: 'EAC2190000001', person: person('Twice') }), paperRow({ receiptNumber: 'EAC2190000002', person: person('Twice'), form: 'i-765' }))
    assert.deepEqual(await partiesOf('EAC2190000001'), await partiesOf('EAC2190000002'))
  })

  it('who writes their number, with the date of birth that fits, finds the case in their account', async () => {
    await take(paperRow({ receiptNumber: 'EAC2190000003', person: person('Numbered') }))
    const [account] = await partiesOf('EAC2190000003')
    const { online_account_number: number } = await owner().selectFrom('accounts.account').select('online_account_number').where('id', '=', account ?? '').executeTakeFirstOrThrow()
    const moved = { ...paperRow().address, street: '1 Other Street' }
    assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000004', person: person('Renamed'), address: moved, onlineAccountNumber: number })), counts({ taken: 1 }))
    assert.deepEqual(await partiesOf('EAC2190000004'), [account])
  })

  it('a number whose date of birth does not fit waits for an officer, and makes no account and no notice', async () => {
    const [account] = await partiesOf('EAC2190000003')
    const { online_account_number: number } = await owner().selectFrom('accounts.account').select('online_account_number').where('id', '=', account ?? '').executeTakeFirstOrThrow()
    const row = paperRow({ receiptNumber: 'EAC2190000005', person: person('Numbered', '1999-09-09'), onlineAccountNumber: number })
    assert.deepEqual(await take(row), counts({ uncertain: 1 }))
    const { id } = await caseWith('EAC2190000005')
    const doubt = await owner().selectFrom('officer.possible_duplicate').selectAll().where('case', '=', id).executeTakeFirstOrThrow()
    assert.deepEqual([doubt.reasons, doubt.accounts, await partiesOf('EAC2190000005'), await lettersOf('EAC2190000005')], [['number-and-birth-differ'], [account], [], []])
  })

  it('a number that is nobody’s is refused, so that it can be corrected', async () => {
    assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000006', onlineAccountNumber: '482109375523' })), counts({ refused: 1 }))
  })

  it('the A-Number with the date of birth leads to the account where the name agrees, and is a question where it does not', async () => {
    const aNumber = 'A012345678'
    await take(paperRow({ receiptNumber: 'EAC2190000007', person: person('Alien'), aNumber }))
    const moved = { ...paperRow().address, street: '2 Other Street' }
    assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000008', person: person('Alien'), aNumber, address: moved })), counts({ taken: 1 }))
    assert.deepEqual(await partiesOf('EAC2190000008'), await partiesOf('EAC2190000007'))
    assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000009', person: person('Somebody'), aNumber })), counts({ uncertain: 1 }))
  })

  it('a name with a date of birth at another address is a question, never an answer', async () => {
    await take(paperRow({ receiptNumber: 'EAC2190000010', person: person('Common') }))
    const elsewhere = { ...paperRow().address, street: '3 Other Street' }
    assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000011', person: person('Common'), address: elsewhere })), counts({ uncertain: 1 }))
  })
})

it('of two processes that take the same lines of an intake one does', async () => {
  const begun = await worker().perform(beginIntake, { source: 'command', fileName: null })
  assert.ok(begun.ok)
  const batch = { intake: begun.output, from: 0, to: 2, rows: [hashedRow(ground.services.keys, paperRow({ receiptNumber: 'EAC2190000012', person: person('Raced') }))], refused: [] }
  const both = await Promise.all([worker().perform(takeBatch, batch), worker().perform(takeBatch, batch)])
  assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true])
  const intake = await owner().selectFrom('officer.intake').selectAll().where('id', '=', begun.output).executeTakeFirstOrThrow()
  assert.deepEqual([intake.lines, intake.taken, intake.known], [2, 1, 0])
})

it('the text of refused rows goes after thirty days, and what came of the import stays', async () => {
  assert.deepEqual(await take(paperRow({ receiptNumber: 'EAC2190000013', onlineAccountNumber: '482109375523' })), counts({ refused: 1 }))
  const refusals = async () => (await owner().selectFrom('officer.intake_refusal').select('line').execute()).length
  const sweep = () => sweepOffice.run({ ...worker(), services: ground.services, pool: ground.database.pools.worker, log: openLog('silent') })
  const intakes = await owner().selectFrom('officer.intake').select('id').execute()
  ground.services.clock.advance({ hours: 24 * 30 })
  await sweep()
  assert.notEqual(await refusals(), 0)
  ground.services.clock.advance({ seconds: 1 })
  await sweep()
  assert.deepEqual([await refusals(), (await owner().selectFrom('officer.intake').select('id').execute()).length], [0, intakes.length])
})
