import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fastCheck from 'fast-check'
import { maskedPhone, mobileNumber, phoneEnding, phoneNumber, shownPhone } from './phone-number.ts'

const notANumber = { error: 'phone.error.not-a-number' }
const notAMobile = { error: 'phone.error.not-a-mobile' }

describe('a phone number', () => {
  it('is read however people write it', () => {
    const ways = [
      '202-555-0143', '(202) 555-0143', '202.555.0143', '2025550143', '1 202 555 0143', '+1 202 555 0143', ' +1-202-555-0143 ',
      '202 555 0143', '202‑555–0143', '２０２－５５５－０１４３', '＋１２０２５５５０１４３', '٢٠٢٥٥٥٠١٤٣', '\u202a+1 202 555 0143\u202c',
      '001 202 555 0143', '011 1 202 555 0143', '202/555/0143',
    ]
    for (const typed of ways) assert.deepEqual(mobileNumber(typed, 'US'), { number: '+12025550143' }, typed)
  })

  it('of the agency’s own country needs no country code, of any other one does', () => {
    assert.deepEqual(mobileNumber('0151 23456789', 'DE'), { number: '+4915123456789' })
    assert.deepEqual(mobileNumber('0151 23456789', 'US'), notANumber)
    assert.deepEqual(mobileNumber('+49 151 23456789', 'US'), { number: '+4915123456789' })
    assert.deepEqual(mobileNumber('00 49 151 23456789', 'US'), { number: '+4915123456789' })
  })

  it('that is none is refused, whatever else stands in the field', () => {
    const none = [
      '', ' ', '+', '12345', '911', '+1', '000 000 0000', '123 456 7890', '202-555-0143 x5', '202-555-0143;ext=5', '202555014',
      '20255501430', '+999 12345678', 'call me', '1-800-FLOWERS', 'tel:+12025550143', '202-555-0143, 202-555-0144',
      '2025550143;phone-context=x', '202-555-0143\u0000', '+12025550143<script>', '+'.repeat(40), '2'.repeat(5000), '💥',
    ]
    for (const typed of none) assert.deepEqual(mobileNumber(typed, 'US'), notANumber, typed)
  })

  it('that no text message reaches is told apart: toll-free, premium, personal and landline numbers', () => {
    for (const typed of ['800-555-0100', '888 555 0100', '900-555-0100', '500 555 0006', '+44 20 7946 0000', '+44 800 123 4567'])
      assert.deepEqual(mobileNumber(typed, 'US'), notAMobile, typed)
  })

  it('for a form may be a landline, but has no extension', () => {
    assert.deepEqual(phoneNumber('+44 20 7946 0000', 'US'), { number: '+442079460000' })
    assert.deepEqual(phoneNumber('202-555-0143 ext. 5', 'US'), notANumber)
  })

  it('never throws, and what it gives is E.164 and reads as itself', () => {
    const digits = fastCheck.stringMatching(/^[+0-9() .-]{0,24}$/)
    fastCheck.assert(
      fastCheck.property(fastCheck.oneof(digits, fastCheck.string({ unit: 'binary', maxLength: 40 })), (typed) => {
        const read = phoneNumber(typed, 'US')
        if ('error' in read) return
        assert.match(read.number, /^\+[1-9]\d{1,14}$/)
        assert.deepEqual(phoneNumber(read.number, 'DE'), read)
      }),
    )
  })
})

describe('a phone number on a page', () => {
  it('is written nationally at home and internationally abroad', () => {
    assert.equal(shownPhone('+12025550143', 'US'), '(202) 555-0143')
    assert.equal(shownPhone('+12025550143', 'DE'), '+1 202 555 0143')
    assert.equal(shownPhone('+4915123456789', 'US'), '+49 1512 3456789')
  })

  it('that others may look at shows its last two digits and not even its length', () => {
    assert.equal(maskedPhone('+12025550121'), '•••• 21')
    assert.equal(maskedPhone('+4915123456789'), '•••• 89')
    assert.equal(phoneEnding('+12025550121'), '21')
  })
})
