import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MailFault, type MailMessage } from './mail.ts'
import { createOutboxMail } from './outbox.ts'

const letter: MailMessage = {
  id: 'a-1',
  to: 'sam@example.test',
  from: { name: 'Portolan', address: 'no-reply@example.test' },
  subject: 'There is news',
  text: '',
  html: '',
}

describe('a mail', () => {
  it('is kept whole by the outbox', async () => {
    const kept: MailMessage[] = []
    const port = createOutboxMail(async (message) => void kept.push(message))
    assert.equal(await port.send(letter), 'sent')
    assert.deepEqual(kept, [letter])
  })

  it('cannot carry a second header or a second recipient', async () => {
    const kept: MailMessage[] = []
    const port = createOutboxMail(async (message) => void kept.push(message))
    const attachment = { contentType: 'text/plain', content: Buffer.alloc(0) }
    const hostile: Partial<MailMessage>[] = [
      { subject: 'News\r\nBcc: all@example.test' },
      { subject: 'News\nX: y' },
      { subject: 'News\u2028X: y' },
      { to: 'sam@example.test\r\nBcc: all@example.test' },
      { to: 'sam@example.test, all@example.test' },
      { to: 'Sam <sam@example.test>' },
      { to: '' },
      { from: { name: 'Port\nolan', address: 'no-reply@example.test' } },
      { from: { name: 'Portolan', address: 'no-reply@example.test\nBcc: x@example.test' } },
      { id: 'a\r\nb' },
      { id: '' },
      { attachments: [{ ...attachment, name: 'a\r\n.txt' }] },
      { attachments: [{ ...attachment, name: 'a.txt', contentType: 'text/plain\r\nX: y' }] },
    ]
    for (const part of hostile) {
      await assert.rejects(
        port.send({ ...letter, ...part }),
        (fault) => fault instanceof MailFault && fault.kind === 'message-malformed' && !fault.mayRetry,
        JSON.stringify(part),
      )
    }
    assert.deepEqual(kept, [])
  })
})
