import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'
import { codeOfWord, isOneTimeCode, oneTimeCode } from './one-time-code.ts'

const secret = Buffer.alloc(32, 4)
const keys = openKeys({ masterKeys: [{ id: 'k1', secret }], current: 'k1', numberKey: secret })
const challenge = { challengeId: 'c1', sendNumber: 1 }

test('a code is six digits, the same whenever it is derived, another for another send or challenge', () => {
  assert.match(oneTimeCode(keys, challenge), /^[0-9]{6}$/)
  assert.equal(oneTimeCode(keys, challenge), oneTimeCode(keys, { ...challenge }))
  assert.notEqual(oneTimeCode(keys, challenge), oneTimeCode(keys, { ...challenge, sendNumber: 2 }))
  assert.notEqual(oneTimeCode(keys, challenge), oneTimeCode(keys, { ...challenge, challengeId: 'c2' }))
  assert.notEqual(oneTimeCode(keys, challenge), oneTimeCode(openKeys(newRing('k1')), challenge))
})

test('a challenge and its send number do not run into each other', () => {
  assert.notEqual(
    oneTimeCode(keys, { challengeId: 'c1', sendNumber: 11 }),
    oneTimeCode(keys, { challengeId: 'c11', sendNumber: 1 }),
  )
})

test('no code is likelier than another: the words beyond the last whole million are drawn again', () => {
  assert.equal(codeOfWord(0), '000000')
  assert.equal(codeOfWord(42_917), '042917')
  assert.equal(codeOfWord(4_293_999_999), '999999')
  assert.equal(codeOfWord(4_294_000_000), undefined)
  assert.equal(codeOfWord(2 ** 32 - 1), undefined)
})

test('codes are spread evenly over every place', () => {
  const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0))
  const total = 20_000
  for (let sendNumber = 0; sendNumber < total; sendNumber += 1) {
    const code = oneTimeCode(keys, { challengeId: 'c1', sendNumber })
    counts.forEach((row, place) => {
      const digit = Number(code[place])
      row[digit] = (row[digit] ?? 0) + 1
    })
  }
  const expected = total / 10
  for (const row of counts) {
    // χ² with 9 degrees of freedom exceeds 46 once in a million; the key of this test is fixed.
    assert.ok(row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) < 46)
  }
})

test('the right code fits however it is spaced, no other text does', () => {
  const code = oneTimeCode(keys, challenge)
  for (const typed of [
    code,
    ` ${code}\n`,
    `${code.slice(0, 3)} ${code.slice(3)}`,
    `${code.slice(0, 3)}-${code.slice(3)}`,
  ]) {
    assert.ok(isOneTimeCode(keys, challenge, typed), typed)
  }
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  for (const typed of [wrong, '', code.slice(1), `${code}0`, `${code}${' '.repeat(50)}`]) {
    assert.equal(isOneTimeCode(keys, challenge, typed), false, typed)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => !isOneTimeCode(keys, challenge, typed)))
})

test('a code on its way survives a rotation when its key is named', () => {
  const ring = newRing('k1')
  const code = oneTimeCode(openKeys(ring), challenge)
  const rotated = openKeys(rotatedRing(ring, 'k2'))
  assert.ok(isOneTimeCode(rotated, { ...challenge, keyId: 'k1' }, code))
  assert.notEqual(oneTimeCode(rotated, challenge), oneTimeCode(rotated, { ...challenge, keyId: 'k1' }))
})
