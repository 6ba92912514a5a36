import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryCodes, shapeOf } from '../../../profile/index.ts'
import type { Answers } from '../answer.ts'
import { keeps } from '../keeps.ts'
import type { Posted } from '../kind.ts'
import type { Question } from '../question.ts'
import { kindOf } from './kinds.ts'

const fieldsOf = (fields: Posted): Posted =>
  Object.fromEntries(Object.entries(fields).map(([part, value]) => [`q.${part}`, value]))

/** The kept answer, or the errors as `field: key`. */
function read(question: Question, fields: Posted): unknown {
  const parsed = kindOf(question).parse(question, fieldsOf(fields))
  return parsed.ok
    ? parsed.answer
    : parsed.mistakes.map(({ field, key }) => `${field}: ${key.replace('filing.error.', '')}`)
}

const date: Question = { id: 'q', item: '1', kind: 'date', latest: 'today', earliest: { answer: 'born' } }
const checked = (question: Question, answer: string, answers: Answers = {}) =>
  kindOf(question)
    .check?.(question, answer, { today: '2026-05-04', answers })
    .map(({ key }) => key.replace('filing.error.', ''))

test('a date is kept as its day, and each missing or wrong field is named', () => {
  assert.equal(read(date, { month: '2', day: '29', year: '2024' }), '2024-02-29')
  assert.equal(read(date, { month: '02', day: ' 9 ', year: '2024' }), '2024-02-09')
  assert.deepEqual(read(date, { day: '1', year: '2024' }), ['q.month: month-missing'])
  assert.deepEqual(read(date, { month: '1', year: '2024' }), ['q.day: day-missing'])
  assert.deepEqual(read(date, { month: '1', day: '1' }), ['q.year: year-missing'])
  assert.deepEqual(read(date, { month: '1', day: '1', year: '94' }), ['q.year: year-four-digits'])
  for (const [month, day, year] of [
    ['2', '29', '2023'],
    ['2', '30', '2024'],
    ['13', '1', '2024'],
    ['4', '31', '2024'],
    ['x', '1', '2024'],
    ['1', '1.5', '2024'],
    ['2', '29', '1900'],
  ]) {
    assert.deepEqual(read(date, { month, day, year }), ['q: not-a-day'], `${month} ${day} ${year}`)
  }
})

test('a date is held to its bounds: the calendar’s, today, and other answers', () => {
  assert.deepEqual(checked(date, '2026-05-04'), [])
  assert.deepEqual(checked(date, '2026-05-05'), ['day-in-future'])
  assert.deepEqual(checked(date, '1989-12-31', { born: '1990-01-01' }), ['day-too-early'])
  assert.deepEqual(checked(date, '1990-01-01', { born: '1990-01-01' }), [])
  const open: Question = { id: 'q', item: '1', kind: 'date' }
  assert.deepEqual(checked(open, '1899-12-31'), ['day-too-early'])
  assert.deepEqual(checked(open, '2200-01-01'), ['day-too-late'])
  const soon: Question = { id: 'q', item: '1', kind: 'date', latest: { from: 'today', plus: 'P6M' } }
  assert.deepEqual([checked(soon, '2026-11-04'), checked(soon, '2026-11-05')], [[], ['day-too-late']])
})

test('a date that is partly known is a year, a month or a day', () => {
  const partly: Question = { id: 'q', item: '1', kind: 'partial-date', latest: 'today' }
  assert.equal(read(partly, { year: '1990' }), '1990')
  assert.equal(read(partly, { month: '3', year: '1990' }), '1990-03')
  assert.equal(read(partly, { month: '3', day: '4', year: '1990' }), '1990-03-04')
  assert.deepEqual(read(partly, { day: '4', year: '1990' }), ['q.month: month-missing'])
  assert.deepEqual(read(partly, { month: '3' }), ['q.year: year-missing'])
  assert.deepEqual(read(partly, { month: '13', year: '1990' }), ['q: not-a-day'])
  assert.deepEqual(
    [checked(partly, '2026'), checked(partly, '2026-05'), checked(partly, '2026-06')],
    [[], [], ['day-in-future']],
  )
})

test('a height needs both feet and inches, in bounds', () => {
  const height: Question = { id: 'q', item: '1', kind: 'height' }
  assert.deepEqual(read(height, { feet: '5', inches: '11' }), { feet: 5, inches: 11 })
  assert.deepEqual(read(height, { feet: '5' }), ['q.inches: inches-missing'])
  assert.deepEqual(read(height, { inches: '5' }), ['q.feet: feet-missing'])
  assert.deepEqual(read(height, { feet: '5', inches: '12' }), ['q.inches: number-too-large'])
  assert.deepEqual(read(height, { feet: 'five', inches: 'x' }), ['q.feet: not-a-number', 'q.inches: not-a-number'])
  assert.deepEqual(read(height, { feet: '0', inches: '9' }), ['q.feet: not-a-height'])
})

const address: Question = { id: 'q', item: '1', kind: 'address', inCareOf: true }
const local = { street: '1 Example Street', city: 'Springfield', state: 'IL', zipCode: '627011234', country: 'US' }

test('an address in the United States needs state and ZIP Code, and leaves province and postal code behind', () => {
  assert.deepEqual(read(address, { ...local, province: 'x', postalCode: 'y', unitType: 'apt', unitNumber: '4 B' }), {
    street: '1 Example Street',
    unitType: 'apt',
    unitNumber: '4 B',
    city: 'Springfield',
    state: 'IL',
    zipCode: '62701-1234',
    country: 'US',
  })
  assert.deepEqual(read(address, { ...local, state: '', zipCode: '' }), [
    'q.state: state-missing',
    'q.zipCode: zip-code-missing',
  ])
  assert.deepEqual(read(address, { ...local, zipCode: '6270' }), ['q.zipCode: not-a-zip-code'])
  assert.deepEqual(read(address, { ...local, unitType: 'apt' }), ['q.unitNumber: unit-number-missing'])
})

test('an address elsewhere needs no state, and leaves state and ZIP Code behind', () => {
  assert.deepEqual(read(address, { ...local, country: 'PE', city: 'Lima', postalCode: '15001' }), {
    street: '1 Example Street',
    city: 'Lima',
    postalCode: '15001',
    country: 'PE',
  })
})

const own: Question = { ...address, own: true }

test('an own address abroad has what its country’s post needs, in the way it is written there; nobody types a dash in vain', () => {
  const abroad = { street: '1 Example Street', city: 'Town' }
  assert.deepEqual(read(own, { ...abroad, country: 'JP' }), ['q.province: province-missing', 'q.postalCode: postal-code-missing'])
  assert.deepEqual(read(own, { ...abroad, country: 'DE', postalCode: '1011' }), ['q.postalCode: not-a-postal-code'])
  assert.equal((read(own, { ...abroad, country: 'GB', postalCode: 'ls14ap' }) as { postalCode: string }).postalCode, 'LS1 4AP')
  assert.equal((read(own, { ...abroad, country: 'PT', postalCode: '1200195' }) as { postalCode: string }).postalCode, '1200-195')
  assert.deepEqual(read(own, { street: '8 Example Road', country: 'SG', postalCode: '018956' }), {
    street: '8 Example Road', postalCode: '018956', country: 'SG',
  })
  assert.deepEqual(read(own, { ...abroad, country: 'HK', city: '' }), ['q.province: province-missing'])
})

test('of another’s address abroad, region and postal code may be unknown; a code that is given is one of that country', () => {
  const known = { street: '4-5 Rei-cho', city: 'Kobe', country: 'JP' }
  assert.deepEqual(read(address, known), known)
  assert.deepEqual(read(address, { ...known, postalCode: '12' }), ['q.postalCode: not-a-postal-code'])
})

test('in every country the example of its code is taken, and an address with all parts is kept as it was read', () => {
  for (const country of countryCodes) {
    const parts = { street: 'Calle 1', district: 'Centro', city: 'Town', province: 'Region', postalCode: shapeOf(country).example, state: 'IL', zipCode: '62701', country }
    const answer = read(own, parts)
    assert.ok(!Array.isArray(answer) && answer, `${country}: ${answer}`)
    assert.deepEqual(kindOf(own).parse(own, kindOf(own).posted(own, answer as never)), { ok: true, answer }, country)
    assert.ok(keeps(own, answer as never), country)
  }
})

test('an address stands in the order of its country’s envelopes', () => {
  const lines = (answer: object) => kindOf(own).lines(own, answer as never).map((line) => ('plain' in line ? line.plain : 'country'))
  assert.deepEqual(lines({ street: 'Hafenstraße 1', city: 'Hamburg', postalCode: '20459', country: 'DE' }), ['Hafenstraße 1', '20459 Hamburg', 'country'])
  assert.deepEqual(lines({ street: '1 Elm St', city: 'Albany', state: 'NY', zipCode: '12210', country: 'US' }), ['1 Elm St', 'Albany, NY 12210'])
  assert.deepEqual(lines({ street: 'Av. Juárez 4', district: 'Centro', city: 'Ciudad de México', province: 'CDMX', postalCode: '06010', country: 'MX' }), [
    'Av. Juárez 4', 'Centro', '06010 Ciudad de México, CDMX', 'country',
  ])
})

test('an address abroad that was kept by fewer rules stays what the person said; what never was an address does not', () => {
  const old = { street: '1 High St', city: 'Leeds', postalCode: 'ls1 4ap', country: 'GB' }
  for (const answer of [old, { street: 'x', city: 'y', country: 'JP' }, { ...old, province: 'z' }]) assert.ok(keeps(own, answer), JSON.stringify(answer))
  for (const answer of [{ ...old, city: '' }, { ...old, country: 'XX' }, { ...old, zipCode: '1' }, { ...old, street: ' x' }, { ...old, shoe: '1' }, { country: 'US', street: 'x', city: 'y' }]) {
    assert.ok(!keeps(own, answer as never), JSON.stringify(answer))
  }
})

test('each part of an address is judged by itself', () => {
  assert.deepEqual(read(address, { street: 'x' }), ['q.country: country-missing', 'q.city: city-missing'])
  assert.deepEqual(read(address, { ...local, city: 'a\u202eb', country: 'XX' }), [
    'q.city: characters',
    'q.country: not-an-option',
  ])
  assert.deepEqual(read(address, { ...local, street: 'x'.repeat(151) }), ['q.street: too-long'])
  assert.equal(read(address, { country: 'US' }), undefined)
})

test('a domestic address asks for no country and keeps the United States, whatever is posted', () => {
  const domestic: Question = { id: 'q', item: '1', kind: 'address', domestic: true }
  assert.equal((read(domestic, { ...local, country: 'PE' }) as { country: string }).country, 'US')
  assert.ok(
    !kindOf(domestic)
      .controls(domestic)
      .some(({ name }) => name === 'q.country' || name === 'q.province'),
  )
})
