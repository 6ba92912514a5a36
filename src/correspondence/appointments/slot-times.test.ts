import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayOfOffice, slotTimes, weekOfOffice } from './slot-times.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const office = (timeZone: string, from: string, until: string, days = everyDay) => ({ timeZone, visits: { kinds: {}, hours: [{ days, from, until }] } })
const shown = (its: ReturnType<typeof office>, on: string, minutes = 30) => slotTimes(its, [], day(on), minutes).map((at) => at.toZonedDateTimeISO(its.timeZone).toString({ timeZoneName: 'never', smallestUnit: 'minute' }))

describe('times of an office', () => {
  it('are by the clock of its own zone, on its days and in its hours, each wholly while the doors are open', () => {
    const its = office('America/Chicago', '08:00', '09:45', [1])
    assert.deepEqual(shown(its, '2026-12-07'), ['2026-12-07T08:00-06:00', '2026-12-07T08:30-06:00', '2026-12-07T09:00-06:00'])
    assert.deepEqual(shown(its, '2026-12-08'), [])
    assert.deepEqual(slotTimes(its, ['2026-12-07'], day('2026-12-07'), 30), [])
  })

  it('begin at the same hour of the clock before and after a change, an hour apart in the world', () => {
    const its = office('America/New_York', '08:00', '08:30')
    assert.deepEqual([...shown(its, '2027-03-13'), ...shown(its, '2027-03-14')], ['2027-03-13T08:00-05:00', '2027-03-14T08:00-04:00'])
    assert.deepEqual(shown(office('America/Phoenix', '08:00', '08:30'), '2027-03-14'), ['2027-03-14T08:00-07:00'])
    assert.deepEqual(shown(office('Europe/London', '08:00', '08:30'), '2027-03-28'), ['2027-03-28T08:00+01:00'])
  })

  it('are not in the hour that does not exist', () => {
    const night = office('America/New_York', '01:00', '04:00')
    assert.deepEqual(shown(night, '2027-03-14'), ['01:00-05:00', '01:30-05:00', '03:00-04:00', '03:30-04:00'].map((time) => `2027-03-14T${time}`))
    assert.deepEqual(shown(office('America/New_York', '02:00', '02:30'), '2027-03-14'), [])
    assert.deepEqual(shown(office('America/New_York', '02:30', '04:30'), '2027-03-14'), ['2027-03-14T03:30-04:00', '2027-03-14T04:00-04:00'])
  })

  it('are there twice in the hour that happens twice, as two moments', () => {
    const night = office('America/New_York', '00:30', '02:30')
    const times = shown(night, '2026-11-01')
    assert.deepEqual(times, ['00:30-04:00', '01:00-04:00', '01:30-04:00', '01:00-05:00', '01:30-05:00', '02:00-05:00'].map((time) => `2026-11-01T${time}`))
    assert.equal(new Set(slotTimes(night, [], day('2026-11-01'), 30).map(String)).size, times.length)
  })

  it('wait until the doors are open, and end when they are closed, by either reading of a clock that shows a time twice', () => {
    assert.deepEqual(shown(office('America/New_York', '01:30', '02:30'), '2026-11-01'), ['2026-11-01T01:30-05:00', '2026-11-01T02:00-05:00'])
    assert.deepEqual(shown(office('America/New_York', '00:30', '01:30'), '2026-11-01'), ['2026-11-01T00:30-04:00', '2026-11-01T01:00-04:00'])
  })
})

describe('a day and a week of an office', () => {
  it('go from midnight to midnight of its clock, with 23 and 25 hours where it is changed', () => {
    const hours = (on: string) => {
      const { from, until } = dayOfOffice(day(on), 'America/New_York')
      return from.until(until).total('hours')
    }
    assert.deepEqual(['2027-03-13', '2027-03-14', '2026-11-01'].map(hours), [24, 23, 25])
    const week = weekOfOffice(day('2027-03-14'), 'America/New_York')
    assert.equal(`${week.monday}`, '2027-03-08')
    assert.equal(week.from.until(week.until).total('hours'), 167)
  })
})
