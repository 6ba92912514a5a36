import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { payMovementKinds } from '../../platform/pay/index.ts'
import { compareMoney, type Moved, offBy } from './compare-money.ts'
import { around, isIn, lastSettledDay, moneyDay } from './money-day.ts'
import { groupOf, moneyGroups } from './money-report.ts'

const agency = { timeZone: 'America/New_York' }
const dayOf = (day: string) => moneyDay(agency, Temporal.PlainDate.from(day))
const day = dayOf('2026-11-24')
const noon = day.from.add({ hours: 12 })

const moved = (more: Partial<Moved> = {}): Moved => ({ kind: 'captured', amountCents: 41_500, at: noon, payment: 'a', providerId: 'co_a', ...more })
const sorts = (ours: readonly Moved[], theirs: readonly Moved[], on = day) =>
  compareMoney(on, ours, theirs).differences.map(({ sort, payment, cents }) => [sort, payment, cents])

describe('a day’s money, ours against the provider’s', () => {
  it('has no difference when both wrote down the same, in whatever order and at whatever hour of the day', () => {
    const refund = moved({ kind: 'refunded', amountCents: 1_500 })
    assert.deepEqual(sorts([moved(), refund], [{ ...refund, at: day.from }, moved({ at: day.until.subtract({ nanoseconds: 1 }) })]), [])
  })

  it('names money at the provider that is of no payment of ours', () => {
    assert.deepEqual(sorts([], [moved({ payment: null, providerId: 'co_x' })]), [['unknown-money', null, -41_500]])
  })

  it('names what the provider has of a payment of ours and we never wrote down', () => {
    assert.deepEqual(sorts([], [moved()]), [['not-written-down', 'a', -41_500]])
  })

  it('names what we took for captured and the provider knows nothing of', () => {
    assert.deepEqual(sorts([moved()], []), [['not-at-provider', 'a', 41_500]])
  })

  it('names an amount that differs by one cent', () => {
    const { differences } = compareMoney(day, [moved({ amountCents: 41_501 })], [moved()])
    assert.deepEqual(differences, [
      { sort: 'amount-differs', group: 'captured', payment: 'a', providerId: 'co_a', oursCents: 41_501, theirsCents: 41_500, cents: 1 },
    ])
    assert.equal(offBy(differences), 1)
  })

  it('does not let two faults that cancel out pass for none', () => {
    const { differences } = compareMoney(day, [moved({ payment: 'a' })], [moved({ payment: 'b', providerId: 'co_b' })])
    assert.deepEqual(differences.map(({ sort }) => sort), ['not-at-provider', 'not-written-down'])
    assert.equal(offBy(differences), 0)
  })

  it('takes a return and a dispute of the same money for the same thing', () => {
    assert.deepEqual(sorts([moved({ kind: 'returned' })], [moved({ kind: 'disputed' })]), [])
  })

  it('calls money that one side has on the next day late, and no fault, on both days', () => {
    const [ours, theirs] = [moved({ at: day.until }), moved({ at: day.until.subtract({ seconds: 1 }) })]
    assert.deepEqual(sorts([ours], [theirs]), [['other-day', 'a', -41_500]])
    assert.deepEqual(sorts([ours], [theirs], dayOf('2026-11-25')), [['other-day', 'a', 41_500]])
    assert.deepEqual(sorts([ours], [theirs], dayOf('2026-11-26')), [])
  })

  it('divides what is missing from what is only late, of one payment', () => {
    const theirs = [moved({ kind: 'refunded', amountCents: 300 }), moved({ kind: 'refunded', amountCents: 200 })]
    const ours = [moved({ kind: 'refunded', amountCents: 200, at: day.until.add({ hours: 1 }) })]
    assert.deepEqual(sorts(ours, theirs), [['amount-differs', 'a', -300], ['other-day', 'a', -200]])
  })
})

describe('a day', () => {
  it('begins and ends at midnight where the agency is: a minute before is the day before', () => {
    assert.equal(day.from.toString(), '2026-11-24T05:00:00Z')
    assert.equal(isIn(Temporal.Instant.from('2026-11-25T04:59:59.999Z'), day), true)
    assert.equal(isIn(Temporal.Instant.from('2026-11-25T05:00:00Z'), day), false)
    assert.equal(isIn(Temporal.Instant.from('2026-11-24T04:59:59.999Z'), day), false)
  })

  it('has 25 hours when clocks go back and 23 when they go forward, and no moment is in two days or none', () => {
    const hours = (on: string) => dayOf(on).until.since(dayOf(on).from).total('hours')
    assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-02', '2026-03-08'].map(hours), [24, 25, 24, 23])
    assert.equal(dayOf('2026-11-01').until.toString(), dayOf('2026-11-02').from.toString())
    // Half past one comes twice in that night; both are of the day.
    for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-02T04:59:59Z'])
      assert.equal(isIn(Temporal.Instant.from(at), dayOf('2026-11-01')), true, at)
  })

  it('can be reconciled an hour after it has ended', () => {
    const settled = (at: string) => lastSettledDay(agency, Temporal.Instant.from(at)).toString()
    assert.equal(settled('2026-11-25T05:59:59Z'), '2026-11-23')
    assert.equal(settled('2026-11-25T06:00:00Z'), '2026-11-24')
  })
})

it('whatever moved on whichever side, each group’s sums differ by exactly the differences listed', () => {
  const { from, until } = around(day)
  const minutes = until.since(from).total('minutes')
  const movement = fc.record({
    kind: fc.constantFrom(...payMovementKinds),
    amountCents: fc.integer({ min: 1, max: 100_000 }),
    at: fc.integer({ min: 0, max: minutes - 1 }).map((late) => from.add({ minutes: late })),
    payment: fc.constantFrom('a', 'b', 'c', null),
    providerId: fc.constantFrom('co_1', 'co_2'),
  })
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 12 }), fc.array(movement, { maxLength: 12 }), (ours, theirs) => {
      const { money, differences } = compareMoney(day, ours.filter(({ payment }) => payment !== null), theirs)
      for (const group of moneyGroups) {
        const listed = differences.filter((one) => one.group === group).reduce((all, { cents }) => all + cents, 0)
        assert.equal(money[group].ours.cents - money[group].theirs.cents, listed)
      }
      assert.ok(payMovementKinds.every((kind) => moneyGroups.includes(groupOf(kind))))
    }),
    { numRuns: 500, seed: 20_261_124 },
  )
})
