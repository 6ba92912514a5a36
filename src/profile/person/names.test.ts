import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Posted } from '../../platform/http/posted.ts'
import { nameCharactersMost, namesField, type PersonNames, wholeName } from './names.ts'

const posted = (values: Record<string, string>): Posted =>
  new Map(Object.entries({ order: 'given-first', ...values }).map(([name, value]) => [name, [value]]))

const read = (values: Record<string, string>) => namesField.parse(posted(values), 'names', undefined)
const namesOf = (values: Record<string, string>): PersonNames => {
  const parsed = read(values)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value
}
const faultsOf = (values: Record<string, string>) => {
  const parsed = read(values)
  return parsed.ok ? [] : parsed.errors.map(({ at, key }) => `${at} ${key}`)
}

for (const [what, family] of [
  ['of one character', '李'],
  ['of one letter', 'O'],
  ['of 100 letters', 'ж'.repeat(100)],
  ['of 100 characters beyond the first plane', '𠮷'.repeat(100)],
  ['with an apostrophe', 'O’Neil'],
  ['with a hyphen and spaces', 'Peña-Ruiz de la Cruz'],
  ['with marks', 'Nguyễn'],
  ['with an okina', 'Kealiʻi'],
  ['with a middle dot', 'Gal·la'],
  ['in Arabic', 'محمد'],
  ['in Persian with a joiner', 'علی‌رضا'],
  ['in Devanagari with its marks', 'श्रीनिवासन्'],
  ['in Amharic', 'ገብረመስቀል'],
  ['in Chinese', '欧阳'],
] as const)
  test(`a name ${what} is taken as it is`, () => assert.equal(namesOf({ family }).family, family))

test('one name is enough, in either part; none is not', () => {
  assert.equal(wholeName(namesOf({ family: 'Suharto' })), 'Suharto')
  assert.equal(wholeName(namesOf({ given: 'Suharto' })), 'Suharto')
  assert.deepEqual(faultsOf({ 'own-script': '王' }), ['family person.names.empty'])
})

test('letters typed in pieces and in one are the same name', () =>
  assert.equal(namesOf({ family: 'Nguye\u0302\u0303n' }).family, 'Nguyễn'))

for (const [what, family, fault] of [
  ['101 letters', 'ж'.repeat(101), 'family platform.field.too-long'],
  ['half a megabyte', 'x'.repeat(500_000), 'family platform.field.too-long'],
  ['a reordering mark', 'Maria\u202egnaW', 'family platform.field.unsafe-characters'],
  ['a null', 'Ma\u0000ria', 'family platform.field.unsafe-characters'],
  ['a joiner at its end', 'Maria\u200d', 'family person.names.not-a-name'],
  ['nothing but a joiner', '\u200c', 'family person.names.not-a-name'],
  ['markup', '<b>Maria</b>', 'family person.names.not-a-name'],
  ['a picture', 'Maria 🌊', 'family person.names.not-a-name'],
  ['nothing but marks', '\u0301\u0302', 'family person.names.not-a-name'],
  ['nothing but punctuation', '---', 'family person.names.not-a-name'],
] as const)
  test(`a name with ${what} is refused beside its field`, () => assert.deepEqual(faultsOf({ family }), [fault]))

test('every wrong part is named at once', () =>
  assert.deepEqual(faultsOf({ family: '1', given: '2', called: '3', order: 'both' }), [
    'given person.names.not-a-name',
    'family person.names.not-a-name',
    'called person.names.not-a-name',
    'order person.names.order.empty',
  ]))

test('other names stand one on a line, empty lines between them do not count, ten at most', () => {
  assert.deepEqual(namesOf({ family: 'A', others: 'Maria Peña\r\n\r\n  Mary  P \n' }).others, ['Maria Peña', 'Mary P'])
  const lines = (count: number) => Array.from({ length: count }, (_, index) => 'a'.repeat(index + 1)).join('\n')
  assert.equal(namesOf({ family: 'A', others: lines(10) }).others.length, 10)
  assert.deepEqual(faultsOf({ family: 'A', others: lines(11) }), ['others person.names.too-many'])
})

test('a name is said in the person’s order, and without a space where its script has none', () => {
  assert.equal(wholeName({ given: 'Ana', family: 'López', order: 'given-first' }), 'Ana López')
  assert.equal(wholeName({ given: 'Thi', family: 'Nguyễn', order: 'family-first' }), 'Nguyễn Thi')
  assert.equal(wholeName({ given: '泽东', family: '毛', order: 'family-first' }), '毛泽东')
  assert.equal(nameCharactersMost, 100)
})
