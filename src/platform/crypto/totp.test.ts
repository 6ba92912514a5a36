import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkTotp, totpCode, totpSecret, totpUri } from './totp.ts'

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
const published = Buffer.from('12345678901234567890')
// The same bytes in base 32, as RFC 6238 appendix B uses them.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const now = at(1_111_111_109)
const code = totpCode(secret, now)
const step = Math.floor(1_111_111_109 / 30)

test('the values published in RFC 6238 come out (its last six digits)', () => {
  assert.equal(published.length, 20)
  for (const [seconds, expected] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ] as const) {
    assert.equal(totpCode(secret, at(seconds)), expected)
  }
})

test('a code is taken in its step, one before and one after, and not beyond', () => {
  assert.deepEqual(checkTotp({ secret, code, now }), { ok: true, step })
  for (const seconds of [-30, 30])
    assert.deepEqual(checkTotp({ secret, code, now: now.add({ seconds }) }), { ok: true, step })
  for (const seconds of [-60, 60, 3600]) assert.equal(checkTotp({ secret, code, now: now.add({ seconds }) }).ok, false)
})

test('a step is used once, and an older one never after it', () => {
  assert.equal(checkTotp({ secret, code, now, lastStep: step }).ok, false)
  assert.equal(checkTotp({ secret, code, now, lastStep: step + 1 }).ok, false)
  assert.equal(checkTotp({ secret, code, now, lastStep: step - 1 }).ok, true)
})

test('spaces are forgiven; a wrong code, another secret and any other text are refused without a throw', () => {
  assert.equal(checkTotp({ secret, code: `${code.slice(0, 3)} ${code.slice(3)}`, now }).ok, true)
  assert.equal(checkTotp({ secret: totpSecret(), code, now }).ok, false)
  assert.equal(checkTotp({ secret, code: '000000', now }).ok, false)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => !checkTotp({ secret, code: typed, now }).ok))
})

test('a secret has 160 bits and its address names issuer and account', () => {
  assert.match(totpSecret(), /^[A-Z2-7]{32}$/)
  assert.notEqual(totpSecret(), totpSecret())
  const uri = new URL(totpUri(secret, 'Portolan', 'officer@example.test'))
  assert.equal(uri.protocol, 'otpauth:')
  assert.deepEqual([uri.searchParams.get('secret'), uri.searchParams.get('issuer')], [secret, 'Portolan'])
})
