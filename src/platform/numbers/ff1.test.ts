import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { FF1 } from '@noble/ciphers/ff1.js'
import fc from 'fast-check'
import { ff1 } from './ff1.ts'

const key = (text: string) => createHash('sha256').update(text).digest()

test('NIST SP 800-38G FF1 samples 1, 4 and 7 (ten digits, no tweak) come out', () => {
  const samples = [
    ['2b7e151628aed2a6abf7158809cf4f3c', '2433477484'],
    ['2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f', '2830668132'],
    ['2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f7f036d6f04fc6a94', '6657667009'],
  ] as const
  for (const [hex, expected] of samples) {
    const { encrypt, decrypt } = ff1(Buffer.from(hex, 'hex'), 10)
    assert.equal(encrypt('0123456789'), expected)
    assert.equal(decrypt(expected), '0123456789')
  }
})

test('every length gives what a general FF1 gives, and opens again', () => {
  for (let length = 4; length <= 12; length += 1) {
    const ours = ff1(key(`length ${length}`), length)
    const general = FF1(10, key(`length ${length}`))
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)), (digits) => {
        const sealed = ours.encrypt(digits)
        assert.equal(sealed, general.encrypt(Array.from(digits, Number)).join(''))
        assert.equal(ours.decrypt(sealed), digits)
      }),
    )
  }
})

test('lengths outside its proof are refused', () => {
  for (const length of [0, 3, 13, 20]) assert.throws(() => ff1(key('x'), length), RangeError)
})
