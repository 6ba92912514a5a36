import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgencyPack, FeeEntry } from '../../agency/index.ts'
import { feeLinesDue, feesOfForm } from './fee-lines.ts'

const entry = (changes: Partial<FeeEntry>): FeeEntry => ({
  code: 'filing',
  form: 'a-1',
  amountCents: 10_000,
  channel: 'online',
  from: '2024-01-01',
  until: null,
  source: 'a rule',
  note: '',
  ...changes,
})

const packWith = (...fees: FeeEntry[]) => ({ fees }) as unknown as AgencyPack

const raised = packWith(
  entry({ until: '2025-12-31' }),
  entry({ from: '2026-01-01', amountCents: 12_000 }),
  entry({ channel: 'paper', amountCents: 15_000 }),
  entry({ code: 'card', amountCents: 2_500 }),
  entry({ code: 'surcharge', amountCents: 9_900, suspended: true }),
  entry({ code: 'other', form: 'b-2' }),
)

test('the amount is that of the schedule in force on the day: the last day of the old one, the first of the new', () => {
  const due = (day: string) => feeLinesDue(raised, ['filing'], { channel: 'online', day }).sumCents
  assert.deepEqual([due('2025-12-31'), due('2026-01-01')], [10_000, 12_000])
})

test('filing online and on paper have amounts of their own', () => {
  assert.equal(feeLinesDue(raised, ['filing'], { channel: 'paper', day: '2026-05-01' }).sumCents, 15_000)
})

test('several lines stand in the order asked for and add up', () => {
  const { lines, sumCents } = feeLinesDue(raised, ['card', 'filing'], { channel: 'online', day: '2026-05-01' })
  assert.deepEqual(lines.map(({ code }) => code), ['card', 'filing'])
  assert.equal(sumCents, 14_500)
})

test('a suspended line is told of and costs nothing', () => {
  const { lines, sumCents } = feeLinesDue(raised, ['filing', 'surcharge'], { channel: 'online', day: '2026-05-01' })
  assert.deepEqual([lines[1]?.amountCents, lines[1]?.notCharged, lines[1]?.entry.amountCents], [0, 'suspended', 9_900])
  assert.equal(sumCents, 12_000)
})

test('a waived line is told of and costs nothing; what cannot be waived is charged whatever was waived', () => {
  const pack = packWith(entry({ waivable: 'everybody' }), entry({ code: 'extra', amountCents: 5_000 }))
  const waived = new Set(['filing', 'extra'])
  const { lines, sumCents } = feeLinesDue(pack, ['filing', 'extra'], { channel: 'online', day: '2026-05-01', waived })
  assert.deepEqual(lines.map(({ notCharged }) => notCharged), ['waived', null])
  assert.equal(sumCents, 5_000)
})

test('no codes: nothing is due', () => {
  assert.deepEqual(feeLinesDue(raised, [], { channel: 'online', day: '2026-05-01' }), { lines: [], sumCents: 0 })
})

test('nothing is charged by guess: no amount on that day, or two, is a fault', () => {
  assert.throws(() => feeLinesDue(raised, ['filing'], { channel: 'online', day: '2023-12-31' }), /0 amounts for filing/)
  assert.throws(() => feeLinesDue(packWith(entry({}), entry({})), ['filing'], { channel: 'online', day: '2026-05-01' }), /2 amounts/)
})

test('a form shows its own fees only', () => {
  assert.deepEqual(feesOfForm(raised, 'b-2', 'online', '2026-05-01').map(({ code }) => code), ['other'])
})
