import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'
import { isSignature, publicKey, signature } from './signing.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const message = Buffer.from('head of the chain')

test('a signature is genuine for its message, purpose and deployment only', () => {
  const signed = signature(keys, 'audit', message)
  assert.match(signed, /^k1:[\w-]{86}$/)
  assert.ok(isSignature(keys, 'audit', message, signed))
  assert.equal(isSignature(keys, 'audit', Buffer.from('another head'), signed), false)
  assert.equal(isSignature(keys, 'document-code', message, signed), false)
  assert.equal(isSignature(openKeys(newRing('k1')), 'audit', message, signed), false)
})

test('a signature outlives a rotation', () => {
  const rotated = openKeys(rotatedRing(ring, 'k2'))
  assert.ok(isSignature(rotated, 'audit', message, signature(keys, 'audit', message)))
  assert.match(signature(rotated, 'audit', message), /^k2:/)
})

test('the public key checks a signature away from here', () => {
  const raw = Buffer.from(signature(keys, 'audit', message).slice(3), 'base64url')
  assert.ok(verify(null, message, createPublicKey(publicKey(keys, 'audit')), raw))
})

test('a damaged signature is refused, never a crash', () => {
  const signed = signature(keys, 'audit', message)
  for (const text of ['', ':', 'k1:', 'k9:abc', signed.slice(0, -1), `${signed}A`, signed.replace('k1', 'k2')]) {
    assert.equal(isSignature(keys, 'audit', message, text), false, text)
  }
})
