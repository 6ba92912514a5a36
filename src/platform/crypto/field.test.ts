import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openField, openText, SealBroken, sealedWith, sealField, sealText } from './field.ts'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const place = { person: 'p1', table: 'profile.person', row: 'r1', column: 'a_number' }

test('what is sealed opens at its own place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => openText(keys, place, sealText(keys, place, text)) === text),
  )
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) =>
      openField(keys, place, sealField(keys, place, bytes)).equals(Buffer.from(bytes)),
    ),
  )
})

test('the same value is never sealed the same way twice, and its text is nowhere in it', () => {
  const [one, other] = [sealText(keys, place, 'A012345678'), sealText(keys, place, 'A012345678')]
  assert.notDeepEqual(one, other)
  assert.equal(one.includes('A012345678'), false)
})

test('a value moved to another person, table, row or column does not open', () => {
  const sealed = sealText(keys, place, 'A012345678')
  for (const other of [{ person: 'p2' }, { table: 'cases.party' }, { row: 'r2' }, { column: 'ssn' }]) {
    assert.throws(() => openText(keys, { ...place, ...other }, sealed), SealBroken)
  }
  assert.throws(() => openText(keys, { ...place, row: 'r1a', column: '_number' }, sealed), SealBroken)
})

test('one changed bit anywhere is found', () => {
  const sealed = sealText(keys, place, 'A012345678')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    assert.throws(() => openText(keys, place, changed), SealBroken, `bit ${bit}`)
  }
})

test('a value cut short, lengthened or made up is refused, never a crash', () => {
  const sealed = sealText(keys, place, 'A012345678')
  for (let length = 0; length < sealed.length; length += 1) {
    assert.throws(() => openText(keys, place, sealed.subarray(0, length)), SealBroken)
  }
  assert.throws(() => openText(keys, place, Buffer.concat([sealed, Buffer.alloc(1)])), SealBroken)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      assert.throws(() => openField(keys, place, bytes), SealBroken)
    }),
  )
})

test('after a rotation old values open, new ones carry the new key, and the retired key can be told', () => {
  const sealed = sealText(keys, place, 'A012345678')
  const rotated = openKeys(rotatedRing(ring, 'k2'))
  assert.equal(openText(rotated, place, sealed), 'A012345678')
  assert.equal(sealedWith(sealed), 'k1')
  assert.equal(sealedWith(sealText(rotated, place, 'x')), 'k2')
  assert.throws(() => openText(keys, place, sealText(rotated, place, 'x')), SealBroken)
})
