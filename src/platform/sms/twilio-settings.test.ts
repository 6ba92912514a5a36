import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSmsUrl } from './twilio-settings.ts'

const sid = `AC${'0123456789abcdef'.repeat(2)}`
const service = `MG${'0'.repeat(32)}`

describe('SMS_URL', () => {
  it('names server, account, token and sender', () => {
    assert.deepEqual(readSmsUrl(`https://${sid}:s%2Fecret@api.twilio.com/?from=%2B15550100`), {
      ok: true,
      settings: { origin: 'https://api.twilio.com', accountSid: sid, authToken: 's/ecret', sender: { From: '+15550100' }, isLoopback: false },
    })
    const read = readSmsUrl(`http://${sid}:token@127.0.0.1:9101/?service=${service}`)
    assert.ok(read.ok)
    assert.deepEqual([read.settings.sender, read.settings.isLoopback], [{ MessagingServiceSid: service }, true])
    for (const from of ['12345', 'Portolan', 'A%20B']) assert.ok(readSmsUrl(`https://${sid}:t@h.example/?from=${from}`).ok, from)
  })

  it('that cannot be used is refused without repeating its token', () => {
    const wrong = [
      'sms:somewhere', 'ftp://h.example', '', `http://${sid}:hidden@sms.example/?from=12345`, `http://${sid}:hidden@127.0.0.1.example/?from=12345`,
      `https://someone:hidden@h.example/?from=12345`, `https://${sid}@h.example/?from=12345`, `https://${sid}:hid%E0%A4%A@h.example/?from=12345`,
      `https://${sid}:hidden@h.example/`, `https://${sid}:hidden@h.example/?from=`, `https://${sid}:hidden@h.example/?from=%0Aevil`,
      `https://${sid}:hidden@h.example/?from=AnOverlongSenderName`, `https://${sid}:hidden@h.example/?service=MG1`,
      `https://${sid}:hidden@h.example/?from=12345&service=${service}`,
    ]
    for (const url of wrong) {
      const read = readSmsUrl(url)
      assert.ok(!read.ok, url)
      assert.doesNotMatch(read.fault, /hid/)
    }
  })
})
