import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, newSecret, randomCrockford } from './ids.ts'

test('ids are random UUIDs and never the same', () => {
  const ids = Array.from({ length: 1000 }, newId)
  assert.equal(new Set(ids).size, 1000)
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a secret has the bits asked for, and too few are refused', () => {
  assert.equal(Buffer.from(newSecret(128), 'base64url').length, 16)
  assert.match(newSecret(256), /^[\w-]{43}$/)
  assert.notEqual(newSecret(128), newSecret(128))
  for (const bits of [0, 32, 100, 128.5, Number.NaN]) assert.throws(() => newSecret(bits), RangeError)
})

test('random Crockford characters have no I, L, O or U', () => {
  assert.match(randomCrockford(2000), /^[0-9A-HJKMNP-TV-Z]{2000}$/)
  assert.equal(new Set(randomCrockford(2000)).size, 32)
})
