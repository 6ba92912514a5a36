import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalAnswer, normalDay, normalDigits, normalEmail, normalPhone } from './normalise.ts'

test('an email address is one whatever its case, but dots and tags stay', () => {
  assert.equal(normalEmail(' Maria@Example.TEST '), 'maria@example.test')
  assert.equal(normalEmail('jose\u0301@example.test'), normalEmail('JOSÉ@example.test'))
  assert.notEqual(normalEmail('ma.ria+x@example.test'), normalEmail('maria@example.test'))
})

test('a phone number, an identifier and a day are one however they are written', () => {
  assert.equal(normalPhone('+1 (202) 555-0123'), '+12025550123')
  assert.equal(normalDigits('A012-345-678'), '012345678')
  assert.equal(normalDay(Temporal.PlainDate.from('1990-02-03[u-ca=hebrew]')), '1990-02-03')
})

test('an answer is one whatever its case, spacing, punctuation and form', () => {
  for (const answer of ['St. Mary’s  School', 'st mary s school', "ST-MARY'S SCHOOL!", 'Ｓｔ Mary\ts School']) {
    assert.equal(normalAnswer(answer), 'st mary s school', answer)
  }
  assert.equal(normalAnswer('Lo\u0301dz'), normalAnswer('LÓDZ'))
  assert.equal(normalAnswer('Straße'), normalAnswer('STRASSE'))
  assert.equal(normalAnswer('ОДЕСА'), 'одеса')
  assert.equal(normalAnswer('ΟΔΟΣ.α'), normalAnswer('οδος α'))
})

test('an answer of which nothing is left is refused', () => {
  for (const answer of ['', '   ', '?!', '\u200b', '—']) assert.equal(normalAnswer(answer), undefined)
})

test('no text makes an answer throw, and normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (answer) => {
      const once = normalAnswer(answer)
      assert.equal(once === undefined ? undefined : normalAnswer(once), once)
    }),
  )
})
