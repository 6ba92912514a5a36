import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newRing, parseMasterKey, rotatedRing, writeMasterKey } from './key-text.ts'

const secret = Buffer.alloc(32, 7).toString('base64url')
const faultsIn = (text: string) => {
  const parsed = parseMasterKey(text)
  return parsed.ok ? [] : parsed.faults
}

test('what is written is read again, the current key first', () => {
  const ring = rotatedRing(newRing('k1'), 'k2')
  assert.deepEqual(parseMasterKey(writeMasterKey(ring)), { ok: true, ring })
  const older = { ...ring, current: 'k1' }
  const parsed = parseMasterKey(writeMasterKey(older))
  assert.equal(parsed.ok && parsed.ring.current, 'k1')
})

test('one line with commas and a file with remarks are read alike', () => {
  const asLine = parseMasterKey(`k1:${secret},number:${secret}=`)
  assert.deepEqual(parseMasterKey(`# made in March\n k1:${secret} # current\r\n\nnumber:${secret}\n`), asLine)
  assert.ok(asLine.ok)
})

test('every fault is named at once', () => {
  assert.deepEqual(faultsIn(''), ['master-key-missing', 'number-key-missing'])
  assert.deepEqual(faultsIn(`k1:${secret}`), ['number-key-missing'])
  assert.deepEqual(faultsIn(`number:${secret}`), ['master-key-missing'])
  assert.deepEqual(faultsIn(`k1:${secret},k1:${secret},number:${secret}`), ['key-id-twice'])
  assert.deepEqual(faultsIn(`k1:${secret},k2:c2hvcnQ,number:${secret}`), ['key-secret-not-32-bytes'])
  assert.deepEqual(faultsIn(`${secret},k1:${secret},number:${secret}`), ['key-entry-malformed'])
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseMasterKey(text).ok === 'boolean'))
})
