import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed } from '../../../listed.ts'
import type { Answers } from '../../../../../src/filing/definition/definition.ts'
import {
  abroad,
  documents,
  elder,
  errors,
  general,
  isAsked,
  married,
  pageIds,
  type Person,
  replayed,
  soldier,
  unregistered,
  warnings,
} from './described-person.ts'

const trip = (tripLeft: string, tripBack: string | null) => listed({ tripLeft, tripBack, tripCountries: 'Kenya' })

test('under 18 nobody applies, but for service during hostilities', () => {
  assert.deepEqual(errors(general, { dateOfBirth: '2008-11-24' }), ['under-18'])
  assert.deepEqual(errors(general, { dateOfBirth: '2008-11-23' }), [])
  assert.ok(!errors(soldier, { dateOfBirth: '2008-11-24' }).includes('under-18'))
})

test('five years less 90 days block, and so do three years less 90 days for a spouse', () => {
  assert.deepEqual(errors(general, { dateBecameResident: '2022-02-21' }), [])
  assert.deepEqual(errors(general, { dateBecameResident: '2022-02-23' }), ['not-yet-five-years'])
  assert.deepEqual(errors(married, { dateBecameResident: '2024-02-21' }), [])
  assert.deepEqual(errors(married, { dateBecameResident: '2024-02-23' }), ['not-yet-three-years'])
  assert.deepEqual(errors(unregistered, { dateBecameResident: '2024-02-23' }), ['not-yet-three-years'])
  assert.deepEqual(errors(abroad, { dateBecameResident: '2026-11-01' }), [])
})

test('nobody who may file is held back by a day: the 90th day before five years never blocks', () => {
  for (let year = 2020; year < 2032; year += 1) {
    const resident = Temporal.PlainDate.from({ year: year - 5, month: 3, day: 1 })
    const first = resident.add({ years: 5 }).subtract({ days: 90 })
    const early = first.subtract({ days: 2 })
    const changed = { dateBecameResident: resident.toString(), dateOfBirth: '1980-01-01' }
    assert.ok(!errors(general, changed, first.toString()).includes('not-yet-five-years'), first.toString())
    assert.ok(errors(general, changed, early.toString()).includes('not-yet-five-years'), early.toString())
  }
})

test('the basis of a spouse needs a marriage; living apart and young marriages are explained', () => {
  assert.deepEqual(errors(married, { maritalStatus: 'divorced' }), ['not-married-to-a-citizen'])
  assert.deepEqual(errors(abroad, { maritalStatus: 'widowed' }), ['not-married-to-a-citizen'])
  assert.deepEqual(warnings(married, { maritalStatus: 'separated' }), ['separated-from-a-citizen'])
  assert.deepEqual(warnings(married, { marriedOn: '2024-06-01' }), ['married-less-than-three-years'])
  assert.deepEqual(warnings(married, { spouseCitizenSince: '2025-01-01' }), ['spouse-citizen-less-than-three-years'])
  assert.ok(warnings(married, { spouseSameAddress: 'no' }).includes('spouse-lives-elsewhere'))
  assert.deepEqual(warnings(abroad, { marriedOn: '2025-06-01' }), [])
})

test('earlier addresses are asked back to five years, to three for a spouse, and a gap at the start is explained', () => {
  assert.ok(pageIds(general).includes('earlier-addresses'))
  assert.ok(!pageIds(general, { currentAddressSince: '2021-11-23' }).includes('earlier-addresses'))
  assert.ok(!pageIds(married, { currentAddressSince: '2023-11-23' }).includes('earlier-addresses'))
  assert.ok(pageIds(married, { currentAddressSince: '2023-11-24' }).includes('earlier-addresses'))
  const earlierAddress = { street: '12 Example Lane', city: 'Macon', state: 'GA', zipCode: '31201', country: 'US' }
  const from = (addressFrom: string, addressTo = '2023-07-31') =>
    ({ earlierAddresses: listed({ earlierAddress, addressFrom, addressTo }) })
  assert.deepEqual(warnings(general, from('2021-11-24')), ['addresses-begin-late'])
  assert.deepEqual(warnings(general, from('2021-11-23')), [])
  assert.deepEqual(errors(general, from('2021-11-23', '2021-11-01')), ['moved-out-before-moving-in'])
})

test('a move within three months and a home abroad are explained', () => {
  assert.deepEqual(warnings(general, { currentAddressSince: '2026-09-01' }), ['moved-in-three-months'])
  assert.deepEqual(warnings(general, { currentAddress: { street: '1 Moi Avenue', city: 'Nairobi', country: 'KE' } }), [
    'home-abroad',
  ])
  assert.ok(!warnings(abroad).includes('home-abroad'))
})

test('days away are counted, and half of the years away is explained', () => {
  assert.equal(replayed(general).derived.daysAwayInFiveYears, 38)
  const long = { trips: listed(
    { tripLeft: '2022-01-01', tripBack: '2022-06-30', tripCountries: 'Kenya' },
    { tripLeft: '2022-07-10', tripBack: '2023-01-05', tripCountries: 'Kenya' },
    { tripLeft: '2023-01-15', tripBack: '2023-07-10', tripCountries: 'Kenya' },
    { tripLeft: '2023-07-20', tripBack: '2024-01-15', tripCountries: 'Kenya' },
    { tripLeft: '2024-01-25', tripBack: '2024-07-20', tripCountries: 'Kenya' },
    { tripLeft: '2024-08-01', tripBack: '2024-09-01', tripCountries: 'Kenya' },
  ) }
  assert.ok(Number(replayed(general, long).derived.daysAwayInFiveYears) > 913)
  assert.deepEqual(warnings(general, long), ['present-too-little-of-five-years'])
  assert.ok(!warnings(married, long).includes('present-too-little-of-five-years'))
})

test('a trip of over six months needs proof, one of over a year breaks the time, and one not over yet counts', () => {
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2024-07-01') }), [])
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2024-07-02') }), ['trip-over-six-months'])
  assert.ok(documents(general, { trips: trip('2024-01-01', '2024-07-02') }).includes('home-kept'))
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2025-01-02') }), ['trip-over-a-year'])
  assert.deepEqual(warnings(general, { trips: trip('2026-05-01', null) }), ['trip-over-six-months'])
  assert.deepEqual(warnings(soldier, { trips: trip('2024-01-01', '2025-06-01') }), [])
  assert.deepEqual(errors(general, { trips: trip('2024-01-02', '2024-01-01') }), ['back-before-leaving'])
})

test('50 and 20, and 55 and 15, need no English test: the language of the other test is asked of them only', () => {
  const of = (dateOfBirth: string, dateBecameResident: string) =>
    pageIds(general, { dateOfBirth, dateBecameResident }).includes('test-language')
  assert.equal(of('1976-11-23', '2006-11-23'), true)
  assert.equal(of('1976-11-24', '2006-11-23'), false)
  assert.equal(of('1976-11-23', '2006-11-24'), false)
  assert.equal(of('1971-11-23', '2011-11-23'), true)
  assert.equal(of('1971-11-24', '2011-11-23'), false)
  assert.equal(of('1971-11-23', '2011-11-24'), false)
  assert.ok(isAsked('testOwnLanguage', elder))
})

test('Selective Service: asked of men, with a letter between 26 and 31, or 29 for a spouse', () => {
  const man = (dateOfBirth: string, more: Answers = {}): Person => [
    general,
    { dateOfBirth, livedHereYoung: 'yes', registered: 'no', notRegisteredReason: 'Nobody told me.', ...more },
  ]
  assert.ok(!isAsked('livedHereYoung', married))
  assert.deepEqual(warnings(...man('2000-11-24')), ['register-now'])
  assert.deepEqual(warnings(...man('2000-11-23')), ['status-letter'])
  assert.deepEqual(warnings(...man('1995-11-23')), ['status-letter'])
  assert.deepEqual(warnings(...man('1995-11-22')), [])
  assert.ok(documents(...man('1995-11-23')).includes('selective-service-letter'))
  assert.ok(!documents(...man('1995-11-22')).includes('selective-service-letter'))
  assert.ok(isAsked('notRegisteredReason', ...man('1960-01-01')))
  assert.ok(!isAsked('notRegisteredReason', ...man('1959-12-31')))
  const spouse = { sex: 'male', livedHereYoung: 'yes', registered: 'no', notRegisteredReason: 'Nobody told me.' }
  assert.deepEqual(warnings(married, { ...spouse, dateOfBirth: '1997-11-22' }), [])
  assert.deepEqual(warnings(married, { ...spouse, dateOfBirth: '1997-11-23' }), ['status-letter'])
})

