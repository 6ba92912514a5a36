import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRing, rotatedRing } from './key-text.ts'
import { hashCandidates, isOldHash, keyedHash, matchesHash, sameSecret } from './keyed-hash.ts'
import { openKeys } from './keys.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const rotated = openKeys(rotatedRing(ring, 'k2'))

test('a keyed hash names its key and is the same every time', () => {
  const hash = keyedHash(keys, 'email', 'maria@example.test')
  assert.match(hash, /^k1:[\w-]{43}$/)
  assert.equal(hash, keyedHash(openKeys(ring), 'email', 'maria@example.test'))
})

test('another purpose, value or deployment gives another hash', () => {
  const hash = keyedHash(keys, 'email', 'maria@example.test')
  assert.notEqual(hash, keyedHash(keys, 'phone', 'maria@example.test'))
  assert.notEqual(hash, keyedHash(keys, 'email', 'sam@example.test'))
  assert.notEqual(hash, keyedHash(openKeys(newRing('k1')), 'email', 'maria@example.test'))
})

test('values hashed together do not run into each other', () => {
  assert.notEqual(keyedHash(keys, 'answer', ['ab', 'c']), keyedHash(keys, 'answer', ['a', 'bc']))
  assert.notEqual(keyedHash(keys, 'answer', ['ab']), keyedHash(keys, 'answer', ['ab', '']))
  assert.notEqual(keyedHash(keys, 'answer', ['a1:b']), keyedHash(keys, 'answer', ['a', 'b']))
})

test('after a rotation old hashes still match, are found by the candidates, and are known as old', () => {
  const old = keyedHash(keys, 'email', 'maria@example.test')
  assert.ok(matchesHash(rotated, 'email', 'maria@example.test', old))
  assert.ok(isOldHash(rotated, old))
  assert.deepEqual(hashCandidates(rotated, 'email', 'maria@example.test'), [
    keyedHash(rotated, 'email', 'maria@example.test'),
    old,
  ])
})

test('a wrong value, a wrong purpose, an unknown key and a damaged hash do not match', () => {
  const stored = keyedHash(keys, 'email', 'maria@example.test')
  assert.equal(matchesHash(keys, 'email', 'sam@example.test', stored), false)
  assert.equal(matchesHash(keys, 'phone', 'maria@example.test', stored), false)
  for (const broken of [
    '',
    ':',
    'k1',
    'k1:',
    'k9:abc',
    stored.slice(0, -1),
    `${stored}x`,
    stored.replace('k1', 'k2'),
  ]) {
    assert.equal(matchesHash(keys, 'email', 'maria@example.test', broken), false, broken)
  }
})

test('secrets are equal only when every byte is', () => {
  assert.ok(sameSecret('042917', '042917'))
  assert.equal(sameSecret('042917', '042918'), false)
  assert.equal(sameSecret('042917', '42917'), false)
})
