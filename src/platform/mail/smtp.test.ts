import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, it } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { MailFault, type MailMessage } from './mail.ts'
import { createSmtpMail, transportOptions } from './smtp.ts'

const letter: MailMessage = {
  id: 'mail-0001',
  to: 'maria@example.test',
  from: { name: 'Portolan', address: 'no-reply@portolan.example.test' },
  subject: 'Ваше дело: есть новости',
  text: 'plain words\n',
  html: '<p>plain words</p>',
}

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function smtpServer(options: SMTPServerOptions = {}) {
  const received: { recipients: string[]; source: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ recipients, source: Buffer.concat(chunks).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closers.push(() => new Promise<void>((closed) => server.close(closed)))
  return { received, port: (server.server.address() as AddressInfo).port }
}

/** Only who asks about silence waits briefly: elsewhere a machine under load may take its time. */
function mailTo(port: number, account = '', silenceMsMax = 10_000) {
  const mail = createSmtpMail({
    url: `smtp://${account}127.0.0.1:${port}`,
    deliverBeyondLoopback: false,
    silenceMsMax,
  })
  closers.push(() => mail.close())
  return mail
}

const refusing = (responseCode: number) => (_address: unknown, _session: unknown, done: (fault: Error) => void) =>
  done(Object.assign(new Error('no maria@example.test here'), { responseCode }))

const faultOf = (kind: string) => (fault: unknown) => fault instanceof MailFault && fault.kind === kind

describe('mail over SMTP', () => {
  it('delivers subject, both bodies and attachments to the one recipient', async () => {
    const { port, received } = await smtpServer()
    const attachments = [{ name: 'notice.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-') }]
    assert.equal(await mailTo(port).send({ ...letter, attachments }), 'sent')
    assert.deepEqual(received[0]?.recipients, ['maria@example.test'])
    assert.match(received[0]?.source ?? '', /plain words[\s\S]*<p>plain words<\/p>[\s\S]*filename=notice\.pdf/)
  })

  it('gives a message that is sent again the same Message-ID', async () => {
    const { port, received } = await smtpServer()
    const mail = mailTo(port)
    await mail.send(letter)
    await mail.send(letter)
    const ids = received.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1])
    assert.deepEqual(ids, ['<mail-0001@portolan.example.test>', '<mail-0001@portolan.example.test>'])
  })

  it('signs in with the name and password of the address', async () => {
    let seen: unknown
    const { port } = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen = { username, password }
        done(null, { user: username })
      },
    })
    await mailTo(port, 'port%40lan:s%3Acret@').check()
    assert.deepEqual(seen, { username: 'port@lan', password: 's:cret' })
  })
})

describe('mail that cannot be delivered', () => {
  it('says “for now” to a 4xx reply and “for good” to a 5xx reply, with the code and without the address', async () => {
    for (const [code, kind] of [
      [451, 'refused-for-now'],
      [550, 'refused-for-good'],
    ] as const) {
      const { port } = await smtpServer({ onRcptTo: refusing(code) })
      await assert.rejects(mailTo(port).send(letter), (fault: MailFault) => {
        assert.deepEqual([fault.kind, fault.code, fault.mayRetry], [kind, code, code === 451])
        assert.doesNotMatch(`${fault.message} ${fault.stack}`, /maria/)
        return true
      })
    }
  })

  it('throws when the server is down', async () => {
    const probe = createServer()
    await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
    const { port } = probe.address() as AddressInfo
    await new Promise<void>((closed) => probe.close(() => closed()))
    await assert.rejects(mailTo(port).send(letter), faultOf('unreachable'))
    await assert.rejects(mailTo(port).check(), faultOf('unreachable'))
  })

  it('gives up on a server that takes the message and never answers', async () => {
    const { port } = await smtpServer({ onData: (stream) => void stream.resume() })
    await assert.rejects(mailTo(port, '', 400).send(letter), faultOf('too-slow'))
  })
})

describe('where mail may go', () => {
  it('refuses recipients outside the reserved domains when nothing may leave the machine', async () => {
    const { port, received } = await smtpServer()
    for (const to of ['maria@gmail.com', 'maria@example.test.gmail.com', 'maria@notexample.com']) {
      await assert.rejects(mailTo(port).send({ ...letter, to }), faultOf('recipient-not-allowed'))
    }
    assert.equal(received.length, 0)
  })

  it('refuses a server beyond this machine when nothing may leave the machine', () => {
    for (const host of ['smtp.example.test', '10.0.0.1', '127.0.0.1.example.test', '[2001:db8::1]']) {
      const settings = { url: `smtp://u:hidden@${host}:25`, deliverBeyondLoopback: false }
      assert.throws(() => createSmtpMail(settings), /loopback/, host)
    }
    for (const host of ['localhost', '127.1.2.3', '[::1]']) {
      createSmtpMail({ url: `smtp://${host}`, deliverBeyondLoopback: false }).close()
    }
  })

  it('refuses an address that is no SMTP address, without repeating its password', () => {
    for (const url of ['', 'http://u:hidden@localhost', 'u:hidden@localhost', 'smtp://']) {
      assert.throws(
        () => createSmtpMail({ url, deliverBeyondLoopback: true }),
        (fault: Error) => !fault.message.includes('hidden'),
      )
    }
  })

  it('speaks to another machine over TLS only', () => {
    const beyond = (url: string) => transportOptions({ url, deliverBeyondLoopback: true })
    const startTls = beyond('smtp://mail.example.test')
    assert.deepEqual([startTls.port, startTls.requireTLS, startTls.ignoreTLS], [587, true, false])
    const implicit = beyond('smtps://mail.example.test')
    assert.deepEqual([implicit.port, implicit.secure], [465, true])
  })
})
