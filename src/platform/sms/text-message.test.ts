import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTextSafe, SmsFault, textCharactersMost } from './text-message.ts'

const publicUrl = 'https://portal.example'
const check = (text: string, to = '+12025550143') => assertTextSafe({ id: 'a', to, text }, publicUrl)

describe('what a text message may hold', () => {
  it('is plain words of any script, on lines, up to what one message can carry', () => {
    for (const text of ['Portolan: Your code is\n123456', 'رمزك هو 123456', '您的验证码', 'x'.repeat(textCharactersMost)]) check(text)
  })

  it('is no control or direction character, and not nothing', () => {
    for (const text of ['', 'a\u0000b', 'a\rb', 'a\tb', 'a\u202eb', 'a\u2028b', 'x'.repeat(textCharactersMost + 1)])
      assert.throws(() => check(text), /text message/, JSON.stringify(text))
  })

  it('is a link to our own pages alone, and to none that signs in', () => {
    for (const text of ['See https://portal.example', 'See https://portal.example/account/security', 'portal.example']) check(text)
    const links = [
      'https://portal.example/sign-in', 'https://portal.example/sign-in/verification-code', 'https://portal.example/sign-up/confirm/abc',
      'https://portal.example/forgot-password/abc', 'https://portal.example/claim', 'https://portal.example.evil.example/',
      'https://portal.examples', 'http://portal.example/', 'HTTPS://EVIL.EXAMPLE', 'https://portal.example@evil.example/', 'javascript://x',
    ]
    for (const link of links) assert.throws(() => check(`See ${link} now`), /link/, link)
  })

  it('goes to one number', () => {
    for (const to of ['', '2025550143', '+1 202 555 0143', '+12025550143,+12025550144', 'whatsapp:+12025550143'])
      assert.throws(() => check('words', to), /one number/, to)
  })
})

describe('a fault of a text message', () => {
  it('says by itself whether trying again can help', () => {
    assert.deepEqual([SmsFault.forGood('stopped', 21610).mayRetry, SmsFault.forNow('busy').mayRetry], [false, true])
    assert.equal(SmsFault.forGood('stopped', 21610).message, 'text message stopped: 21610')
  })
})
