import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { passwordFaults, passwordRules } from './password-rules.ts'

const mostly = 'Blue!Lantern7'

test('a good password breaks no rule, in any script and with spaces', () => {
  for (const password of [mostly, 'Portolan!demo1', 'Ünï çødé wörks', 'żółta!Łódź8', 'Пароль для меня!']) {
    assert.deepEqual(passwordFaults(password), [], password)
  }
})

test('every broken rule is named at once, in the order of the rules', () => {
  assert.deepEqual(passwordFaults(''), ['too-short', 'no-uppercase', 'no-lowercase', 'no-special'])
  assert.deepEqual(passwordFaults('maria', ['maria@example.test']), [
    ...['too-short', 'no-uppercase', 'no-special', 'common', 'contains-own'],
  ])
  assert.deepEqual(passwordFaults('blue!lantern7'), ['no-uppercase'])
  assert.deepEqual(passwordFaults('BLUE!LANTERN7'), ['no-lowercase'])
  assert.deepEqual(passwordFaults('BlueLantern77'), ['no-special'])
  assert.deepEqual(passwordFaults('Password1!'), ['common'])
})

test('a word of the product, the field or the agency with an ending hung on is as good as a common password', () => {
  const rules = { ...passwordRules, words: ['uscis'] }
  for (const password of ['Portolan1!', 'Immigration2026!', 'Uscis2026!!', 'GreenCard!1'])
    assert.deepEqual(passwordFaults(password, [], rules), ['common'], password)
  assert.deepEqual(passwordFaults('Uscis-and-lanterns!', [], rules), [])
})

test('a special character is one that is seen: an accent or an invisible mark is none', () => {
  assert.deepEqual(passwordFaults('BlueLantern7\u0301'), ['no-special'])
  assert.deepEqual(passwordFaults('BlueLantern7\u200b'), ['no-special'])
  assert.deepEqual(passwordFaults('Blue Lantern7'), [])
  assert.deepEqual(passwordFaults('BlueLantern7€'), [])
})

test('lengths count code points after NFC: 8 to 128', () => {
  const filled = (length: number, unit: string) => `Aa!${unit.repeat(length - 4)}z`
  for (const unit of ['ñ', 'n\u0303', '🧭']) {
    const faults = (length: number) => passwordFaults(filled(length, unit)).filter((fault) => fault.startsWith('too-'))
    assert.deepEqual(faults(7), ['too-short'])
    assert.deepEqual(faults(8), [])
    assert.deepEqual(faults(128), [])
    assert.deepEqual(faults(129), ['too-long'])
  }
  assert.deepEqual(passwordFaults('x'.repeat(1_000_000)), ['too-long'])
})

test('a pack may ask for more than eight, and composition can be switched off', () => {
  assert.deepEqual(passwordFaults(mostly, [], { ...passwordRules, lengthMin: 15 }), ['too-short'])
  assert.deepEqual(passwordFaults('bluelantern', [], { ...passwordRules, composition: false }), [])
})

test('parts of the own name, mailbox and street of four characters or more may not be in it, whatever their case', () => {
  const own = ['María José Núñez', 'lantern.keeper@example.test', '12 Harbour Street']
  const broken = (password: string) => passwordFaults(password, own).includes('contains-own')
  assert.ok(broken(mostly))
  assert.ok(broken('My-KEEPER-of-light'))
  assert.ok(broken('old harBOUR!'))
  assert.ok(broken('xx-Nu\u0301n\u0303ez-xx'))
  assert.equal(broken('Example!test9'), false)
  assert.equal(broken('12-Blue-Boats'), false)
})

test('no text makes the rules throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (password, own) =>
      Array.isArray(passwordFaults(password, own)),
    ),
  )
})
