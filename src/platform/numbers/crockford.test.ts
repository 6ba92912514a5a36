import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  accessCodeShape,
  backupCodeShape,
  checkCharacter,
  crockfordAlphabet,
  documentCodeShape,
  newCode,
  parseCode,
  showCode,
} from './crockford.ts'

const access = (typed: string) => parseCode(typed, accessCodeShape)

test('an access code is shown as XXXX-XXXX-XXXX-X, a backup code in four groups of four', () => {
  const letter = '[0-9A-HJKMNP-TV-Z]'
  assert.match(showCode(newCode(accessCodeShape)), new RegExp(`^(${letter}{4}-){3}${letter}$`))
  assert.match(showCode(newCode(backupCodeShape)), new RegExp(`^(${letter}{4}-){3}${letter}{4}$`))
  assert.match(showCode(newCode(documentCodeShape)), new RegExp(`^(${letter}{4}-){4}${letter}$`))
})

test('case, look-alikes, spaces and dashes are forgiven', () => {
  const body = '01AB01CD01EF'
  const code = body + checkCharacter(body)
  const check = code.slice(-1)
  for (const typed of [
    code,
    code.toLowerCase(),
    showCode(code),
    `oiab olcd-OLef ${check}`,
    ` 0l–AB0 I CD01EF${check}\n`,
  ]) {
    assert.deepEqual(access(typed), { ok: true, code }, typed)
  }
})

test('every wrong character and every swap of two characters of an access code is caught', () => {
  for (let run = 0; run < 50; run += 1) {
    const code = newCode(accessCodeShape)
    for (let at = 0; at < code.length; at += 1) {
      for (const wrong of crockfordAlphabet) {
        const typed = code.slice(0, at) + wrong + code.slice(at + 1)
        if (wrong !== code[at]) assert.deepEqual(access(typed), { ok: false, error: 'check-character' })
      }
      for (let other = at + 1; other < code.length; other += 1) {
        const swapped = Array.from(code)
        ;[swapped[at], swapped[other]] = [code.charAt(other), code.charAt(at)]
        if (code[at] !== code[other]) assert.equal(access(swapped.join('')).ok, false)
      }
    }
  }
})

test('what cannot be a code is named', () => {
  assert.deepEqual(access(''), { ok: false, error: 'wrong-length' })
  assert.deepEqual(access('ABCD-EFGH-JKMN'), { ok: false, error: 'wrong-length' })
  assert.deepEqual(access('UUUU-UUUU-UUUU-U'), { ok: false, error: 'not-a-code' })
  assert.deepEqual(access('A'.repeat(1000)), { ok: false, error: 'not-a-code' })
})

test('a thousand codes are all different and use all 32 characters', () => {
  const codes = Array.from({ length: 1000 }, () => newCode(backupCodeShape))
  assert.equal(new Set(codes).size, 1000)
  assert.equal(new Set(codes.join('')).size, 32)
})

test('no text makes the reader throw, and what it accepts is a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const parsed = access(typed)
      assert.ok(!parsed.ok || /^[0-9A-HJKMNP-TV-Z]{13}$/.test(parsed.code))
    }),
  )
})
