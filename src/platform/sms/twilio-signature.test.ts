import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fastCheck from 'fast-check'
import twilio from 'twilio'
import { isSignedByTwilio } from './twilio-signature.ts'

type Parameters = Record<string, string | string[]>

const token = 'an auth/token+of nobody'
const url = 'https://portal.example/text-message-events?message=01890000-0000-7000-8000-0000000000aa'
const parameters: Parameters = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+12025550143', AccountSid: 'AC1', ErrorCode: '' }

const valuesOf = (given: Parameters) => new Map(Object.entries(given).map(([name, value]) => [name, [value].flat()]))
const ours = (signature: string, at = url, given = parameters) => isSignedByTwilio(token, at, valuesOf(given), signature)
const sign = (at = url, given = parameters, by = token) => twilio.getExpectedTwilioSignature(by, at, given)

describe('the signature of a receipt', () => {
  it('agrees with the published example of the vendor', () => {
    const example = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675310', Digits: '1234', From: '+14158675310', To: '+18005551212' }
    const at = 'https://example.com/myapp.php?foo=1&bar=2'
    assert.ok(isSignedByTwilio('12345', at, valuesOf(example), 'L/OH5YylLD5NRKLltdqwSvS0BnU='))
  })

  it('holds for the address with and without its port, as the vendor may have signed either', () => {
    for (const at of ['https://portal.example/x?a=1', 'https://portal.example:443/x?a=1', 'http://127.0.0.1:9100/x?a=1', 'http://[::1]:9100/x'])
      assert.ok(ours(sign(at), at), at)
    assert.ok(ours(sign('https://portal.example:443/x'), 'https://portal.example/x'))
    assert.ok(ours(sign('https://portal.example/x'), 'https://portal.example:443/x'))
  })

  it('breaks with every change: address, query, parameter, token, signature', () => {
    const signature = sign()
    assert.ok(ours(signature))
    assert.ok(!ours(signature, url.replace('aa', 'ab')))
    assert.ok(!ours(signature, url.replace('portal.', 'evil.')))
    assert.ok(!ours(signature, url.replace('https', 'http')))
    assert.ok(!ours(signature, url, { ...parameters, MessageStatus: 'failed' }))
    assert.ok(!ours(signature, url, { ...parameters, Extra: '1' }))
    assert.ok(!ours(signature, url, { MessageSid: 'SM1' }))
    assert.ok(!ours(sign(url, parameters, 'another token')))
    for (const forged of ['', ' ', signature.slice(1), `${signature}=`, signature.toLowerCase(), 'x'.repeat(5000), '💥'])
      assert.ok(!ours(forged), forged)
    assert.ok(!ours(signature, 'not an address'))
  })

  it('is judged as the vendor’s own library judges it, whatever the parameters', () => {
    const text = fastCheck.string({ unit: 'grapheme', maxLength: 12 })
    const name = fastCheck.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/)
    const some = fastCheck.dictionary(name, fastCheck.oneof(text, fastCheck.array(text, { minLength: 1, maxLength: 3 })))
    fastCheck.assert(
      fastCheck.property(some, some, fastCheck.boolean(), (given, other, isRight) => {
        const signature = sign(url, isRight ? given : other)
        assert.equal(ours(signature, url, given), twilio.validateRequest(token, signature, url, given))
      }),
    )
  })
})
