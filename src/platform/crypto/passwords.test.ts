import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { test } from 'node:test'
import { overloaded } from './hash-pool.ts'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'
import { openPasswords } from './passwords.ts'

const ring = newRing('k1')
const passwords = openPasswords(openKeys(ring))
const hashed = async (password: string, using = passwords): Promise<string> => {
  const result = await using.hashPassword(password)
  assert.ok('hash' in result)
  return result.hash
}
const isIt = { matches: true }
const isNot = { matches: false }

test('a hash is argon2id with the OWASP parameters, names its key, and is never the same twice', async () => {
  const stored = await hashed('Blue!Lantern7')
  assert.match(stored, /^k1\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(stored, await hashed('Blue!Lantern7'))
})

test('only the password fits its hash, whole and in any Unicode form', async () => {
  const stored = await hashed(`${'Lantern ñ! '.repeat(12)}end`)
  assert.deepEqual(await passwords.verifyPassword(`${'Lantern n\u0303! '.repeat(12)}end`, stored), isIt)
  assert.deepEqual(await passwords.verifyPassword(`${'Lantern ñ! '.repeat(12)}enD`, stored), isNot)
  assert.deepEqual(await passwords.verifyPassword('', stored), isNot)
})

test('without the key outside the database a hash fits nothing', async () => {
  const stored = await hashed('Blue!Lantern7')
  assert.deepEqual(await openPasswords(openKeys(newRing('k1'))).verifyPassword('Blue!Lantern7', stored), isNot)
})

test('a damaged hash or an unknown key fits nothing, never a crash', async () => {
  for (const stored of [
    '',
    '$',
    'k1',
    'k1$argon2id$',
    'k1$argon2id$v=19$m=1,t=1,p=1$$',
    'k9$argon2id$v=19$m=8,t=1,p=1$YWFhYWFhYWE$YQ',
  ]) {
    assert.deepEqual(await passwords.verifyPassword('Blue!Lantern7', stored), isNot, stored)
    assert.ok(passwords.needsRehash(stored))
  }
})

test('a hash is made again after a rotation or when it is weaker than today asks', async () => {
  const stored = await hashed('Blue!Lantern7')
  const rotated = openPasswords(openKeys(rotatedRing(ring, 'k2')))
  assert.equal(passwords.needsRehash(stored), false)
  assert.ok(rotated.needsRehash(stored))
  assert.deepEqual(await rotated.verifyPassword('Blue!Lantern7', stored), isIt)
  assert.ok(passwords.needsRehash(stored.replace('m=19456', 'm=9728')))
})

test('an unknown account costs a real hash and never matches', async () => {
  const nobody = passwords.verifyAgainstNothing('Blue!Lantern7')
  assert.equal(passwords.load().running, 1)
  assert.deepEqual(await nobody, isNot)
})

test('all cores but one hash, and 64 wait; the next is turned away', () => {
  const own = openPasswords(openKeys(ring))
  const most = Math.max(1, availableParallelism() - 1) + 64
  for (let place = 0; place < most; place += 1) assert.ok('leave' in own.admit())
  assert.equal(own.admit(), overloaded)
})

test('a full pool turns the next away at once, whatever it asks', async () => {
  const small = openPasswords(openKeys(ring), { atOnce: 1, waitingMax: 1 })
  const stored = await hashed('three')
  const busy = [small.hashPassword('one'), small.hashPassword('two')]
  assert.equal(await small.hashPassword('three'), overloaded)
  assert.equal(await small.verifyAgainstNothing('three'), overloaded)
  assert.equal(await small.verifyPassword('three', stored), overloaded)
  await Promise.all(busy)
})
