import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { demoMark, newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const bytesOf = (purpose: Parameters<typeof keys.derive>[0], from = keys) =>
  from.derive(purpose).export().toString('hex')

test('every purpose has a key of its own, the same at every start', () => {
  const purposes = ['field', 'file', 'one-time-code', 'link-token', 'csrf', 'password-pepper', 'hash/email'] as const
  assert.equal(new Set(purposes.map((purpose) => bytesOf(purpose))).size, purposes.length)
  for (const purpose of purposes) assert.equal(bytesOf(purpose), bytesOf(purpose, openKeys(ring)))
})

test('every person has a data key of their own', () => {
  assert.notDeepEqual(keys.dataKey('person-1'), keys.dataKey('person-2'))
  assert.deepEqual(keys.dataKey('person-1'), openKeys(ring).dataKey('person-1'))
  assert.equal(keys.dataKey('person-1').length, 32)
})

test('the number keys differ from each other and survive a rotation', () => {
  const rotated = openKeys(rotatedRing(ring, 'k2'))
  assert.notDeepEqual(keys.numberKey('online-account-number'), keys.numberKey('receipt-number'))
  assert.deepEqual(rotated.numberKey('online-account-number'), keys.numberKey('online-account-number'))
  assert.deepEqual(rotated.numberKey('receipt-number'), keys.numberKey('receipt-number'))
})

test('a rotation makes a new current key and keeps the old one readable', () => {
  const rotated = openKeys(rotatedRing(ring, 'k2'))
  assert.deepEqual(rotated.ids, ['k2', 'k1'])
  assert.equal(rotated.currentId, 'k2')
  assert.notEqual(bytesOf('csrf', rotated), bytesOf('csrf'))
  assert.deepEqual(rotated.derive('csrf', 'k1').export(), keys.derive('csrf').export())
})

test('demo keys are known as such, renamed or beside others too', () => {
  assert.equal(keys.isDemo, false)
  assert.equal(openKeys(newRing('demo', demoMark)).isDemo, true)
  assert.equal(openKeys(rotatedRing(newRing('prod', demoMark), 'prod-2')).isDemo, true)
  assert.equal(openKeys({ ...ring, numberKey: newRing('x', demoMark).numberKey }).isDemo, true)
})

test('a ring that is not sound does not open', () => {
  const [key] = ring.masterKeys
  assert.ok(key)
  assert.throws(() => openKeys({ ...ring, masterKeys: [] }))
  assert.throws(() => openKeys({ ...ring, masterKeys: [key, key] }))
  assert.throws(() => openKeys({ ...ring, current: 'k2' }))
  assert.throws(() => openKeys({ ...ring, numberKey: new Uint8Array(31) }))
  assert.throws(() => openKeys({ ...ring, masterKeys: [{ id: 'k1', secret: new Uint8Array(16) }] }))
  assert.throws(() => openKeys({ ...ring, masterKeys: [{ id: 'K:1', secret: key.secret }], current: 'K:1' }))
  assert.throws(() => keys.derive('field', 'k9'))
})

test('open keys print and serialise without a secret', () => {
  keys.derive('field')
  const shown = `${inspect(keys, { depth: 9, showHidden: true })}${JSON.stringify(keys)}`
  for (const secret of [ring.numberKey, ...ring.masterKeys.map((key) => Buffer.from(key.secret))]) {
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      assert.equal(shown.includes(secret.toString(encoding)), false)
    }
  }
})
