import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'
import { isLinkToken, isLinkTokenOf, linkToken, linkTokenHash } from './link-token.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const link = { linkId: 'l1', sendNumber: 1 }

test('a token is 128 bits for an address, the same whenever it is derived, another for another send', () => {
  assert.match(linkToken(keys, link), /^[\w-]{22}$/)
  assert.equal(Buffer.from(linkToken(keys, link), 'base64url').length, 16)
  assert.equal(linkToken(keys, link), linkToken(openKeys(ring), { ...link }))
  assert.notEqual(linkToken(keys, link), linkToken(keys, { ...link, sendNumber: 2 }))
  assert.notEqual(linkToken(keys, link), linkToken(keys, { ...link, linkId: 'l2' }))
})

test('only the token fits its stored hash, after a rotation too, and the hash holds nothing of it', () => {
  const token = linkToken(keys, link)
  const stored = linkTokenHash(keys, token)
  assert.equal(stored.includes(token), false)
  assert.ok(isLinkTokenOf(keys, token, stored))
  assert.ok(isLinkTokenOf(openKeys(rotatedRing(ring, 'k2')), token, stored))
  assert.equal(isLinkTokenOf(keys, linkToken(keys, { ...link, sendNumber: 2 }), stored), false)
})

test('what has not the shape of a token is told without a look-up', () => {
  for (const text of ['', 'x', 'a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}/`, `${'a'.repeat(22)}\n`]) {
    assert.equal(isLinkToken(text), false, text)
    assert.equal(isLinkTokenOf(keys, text, linkTokenHash(keys, text)), false)
  }
})
