import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { type AgencyPack, loadAgency } from '../../agency/index.ts'
import { businessDayFrom, isBusinessDay } from './business-day.ts'
import { daysToAnswer, deadlineOf, endOfDay, isOver, isReached, lastDayOf, movedDeadline, timeLeft } from './deadline.ts'
import { requestKind } from './request.ts'

let agency: AgencyPack
before(async () => {
  agency = await loadAgency('agency/us')
})

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const sent = (text: string, kind = 'additional', form = 'i-90', isMailed = false) => deadlineOf(agency, requestKind(agency, kind), { form, isMailed, sentAt: at(text) })
const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2061, 0, 1) }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))
const anyKind = fc.constantFrom('initial', 'additional', 'intent-to-deny')
const anySent = fc.record({ sentAt: anyInstant, kind: anyKind, form: fc.constantFrom('i-90', 'i-539', 'n-400'), isMailed: fc.boolean() })
const dayIn = (zone: string, instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate()

describe('the days a request leaves', () => {
  it('are 84, 30 about Form I-539, 30 for an intent to deny, and three more by mail', () => {
    const days = (kind: string, form: string, isMailed = false) => daysToAnswer(agency, requestKind(agency, kind), { form, isMailed })
    assert.deepEqual([days('initial', 'i-90'), days('additional', 'n-400'), days('additional', 'i-539'), days('intent-to-deny', 'n-400')], [84, 84, 30, 30])
    assert.deepEqual([days('initial', 'i-90', true), days('additional', 'i-539', true), days('intent-to-deny', 'i-90', true)], [87, 33, 33])
  })

  it('are counted from the agency’s day on which it was sent', () => {
    // 23:30 in New York on Monday; already Tuesday in UTC.
    assert.ok(sent('2026-11-24T04:30:00Z').lastDay.equals(day('2026-11-23').add({ days: 85 })), 'a Monday that is Washington’s Birthday moves on')
    assert.ok(sent('2026-11-25T04:30:00Z').lastDay.equals(day('2027-02-16')))
  })
})

describe('a deadline', () => {
  it('ends on no weekend and no federal holiday, at 23:59:59 of its day where that comes last', () => {
    fc.assert(
      fc.property(anySent, ({ sentAt, kind, form, isMailed }) => {
        const { lastDay, dueAt } = deadlineOf(agency, requestKind(agency, kind), { form, isMailed, sentAt })
        const local = dueAt.toZonedDateTimeISO(agency.deadlineTimeZone)
        assert.ok(isBusinessDay(agency.daysOff, lastDay))
        assert.equal(local.toPlainTime().toString(), '23:59:59')
        assert.ok(local.toPlainDate().equals(lastDay) && lastDayOf(agency, dueAt).equals(lastDay))
      }),
    )
  })

  it('leaves nobody in any zone of the agency less than the whole of its last day, nor less than its days', () => {
    fc.assert(
      fc.property(anySent, ({ sentAt, kind, form, isMailed }) => {
        const { lastDay, dueAt } = deadlineOf(agency, requestKind(agency, kind), { form, isMailed, sentAt })
        for (const zone of agency.timeZones) assert.ok(!isOver(dueAt, lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 })), zone)
        const least = dayIn(agency.timeZone, sentAt).add({ days: daysToAnswer(agency, requestKind(agency, kind), { form, isMailed }) })
        assert.ok(Temporal.PlainDate.compare(lastDay, least) >= 0 && least.until(lastDay).days <= 5)
      }),
    )
  })

  it('is one instant that every zone shows as the same moment, and its last second counts whole', () => {
    const { dueAt } = sent('2026-12-01T15:00:00Z')
    const shown = agency.timeZones.map((zone) => dueAt.toZonedDateTimeISO(zone).toInstant().toString())
    assert.equal(new Set(shown).size, 1)
    assert.equal(isOver(dueAt, dueAt.add({ milliseconds: 999 })), false)
    assert.equal(isOver(dueAt, dueAt.add({ seconds: 1 })), true)
  })

  it('falls on a leap day where there is one, and beside it where there is none', () => {
    // 84 days after December 7, 2027 is February 29, 2028, a Tuesday.
    assert.equal(sent('2027-12-07T15:00:00Z').lastDay.toString(), '2028-02-29')
    // 84 days after December 7, 2026 is March 1, 2027.
    assert.equal(sent('2026-12-07T15:00:00Z').lastDay.toString(), '2027-03-01')
    assert.equal(sent('2028-02-29T15:00:00Z', 'intent-to-deny').lastDay.toString(), '2028-03-30')
  })

  it('is the end of its day across a change of clocks and of the year', () => {
    // The clocks of New York go forward on March 14, 2027; Pago Pago has none to change.
    assert.equal(sent('2026-12-21T15:00:00Z').dueAt.toString(), '2027-03-16T10:59:59Z')
    assert.equal(sent('2026-12-01T15:00:00Z', 'intent-to-deny').lastDay.toString(), '2026-12-31')
    // 30 days after December 2 is New Year’s Day, then a weekend.
    assert.equal(sent('2026-12-02T15:00:00Z', 'intent-to-deny').lastDay.toString(), '2027-01-04')
  })

  it('has its day where a clock change takes a midnight away', () => {
    // Beirut has no midnight on March 27, 2022; a day there still ends one second before the next begins.
    const end = endOfDay({ deadlineTimeZone: 'Asia/Beirut' }, day('2022-03-26'))
    assert.equal(end.toZonedDateTimeISO('Asia/Beirut').toPlainDate().toString(), '2022-03-26')
  })
})

describe('federal holidays', () => {
  it('are found by their rules, and kept on the Friday before or the Monday after a weekend', () => {
    const off = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2027-07-05', '2021-12-31']
    for (const each of off) assert.equal(isBusinessDay(agency.daysOff, day(each)), false, each)
    for (const each of ['2026-07-02', '2026-11-27', '2026-12-24', '2027-07-06', '2027-01-04']) assert.equal(isBusinessDay(agency.daysOff, day(each)), true, each)
  })

  it('move a day on by less than a week, and never back', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const asked = dayIn('UTC', instant)
        const found = businessDayFrom(agency.daysOff, asked)
        assert.ok(asked.until(found).days >= 0 && asked.until(found).days <= 5)
      }),
    )
  })
})

describe('an outage', () => {
  const anyOutage = fc.tuple(anyInstant, fc.integer({ min: 1, max: 60 * 24 * 20 })).map(([startsAt, minutes]) => ({ startsAt, endsAt: startsAt.add({ minutes }) }))

  it('moves what it reaches by its length at the least, to a working day after its end, and nothing else', () => {
    fc.assert(
      fc.property(anyOutage, fc.integer({ min: -40, max: 40 }), (outage, days) => {
        const dueAt = endOfDay(agency, businessDayFrom(agency.daysOff, dayIn('UTC', outage.startsAt).add({ days })))
        const moved = movedDeadline(agency, dueAt, outage)
        assert.equal(moved !== null, isReached(agency, dueAt, outage))
        if (!moved) return
        assert.ok(Temporal.Instant.compare(moved.dueAt, dueAt.add(outage.startsAt.until(outage.endsAt))) >= 0)
        assert.ok(Temporal.PlainDate.compare(moved.lastDay, lastDayOf(agency, outage.endsAt)) > 0)
        assert.ok(isBusinessDay(agency.daysOff, moved.lastDay))
      }),
    )
  })

  it('reaches what ends within it and fourteen days after, and before it is over everything that comes', () => {
    const outage = { startsAt: at('2026-12-01T12:00:00Z'), endsAt: at('2026-12-02T12:00:00Z') }
    assert.equal(isReached(agency, at('2026-12-01T11:59:59Z'), outage), false)
    assert.equal(isReached(agency, at('2026-12-16T12:00:00Z'), outage), true)
    assert.equal(isReached(agency, at('2026-12-16T12:00:01Z'), outage), false)
    assert.equal(isReached(agency, at('2030-01-01T00:00:00Z'), { ...outage, endsAt: null }), true)
    assert.equal(movedDeadline(agency, at('2026-12-03T10:59:59Z'), { ...outage, endsAt: null }), null)
  })
})

it('what is left is told in whole days and hours, and is never more than there is', () => {
  const dueAt = at('2026-12-10T10:59:59Z')
  assert.deepEqual(timeLeft(dueAt, at('2026-12-08T10:59:58Z')), { days: 2, hours: 48, isOver: false })
  assert.deepEqual(timeLeft(dueAt, at('2026-12-10T10:30:00Z')), { days: 0, hours: 0, isOver: false })
  assert.deepEqual(timeLeft(dueAt, at('2026-12-10T11:00:00Z')), { days: 0, hours: 0, isOver: true })
})
