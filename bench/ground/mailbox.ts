import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that hands every mail to whoever waits for it. */
export interface Mailbox {
  url: string
  /** The plain text of the next mail to this address, however early it came. */
  next(to: string): Promise<string>
  close(): Promise<void>
}

const waitMilliseconds = 20_000

/** Undoes quoted-printable (RFC 2045 section 6.7) far enough to find codes and links. */
const plain = (raw: string) =>
  raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

export async function openMailbox(): Promise<Mailbox> {
  const kept = new Map<string, string[]>()
  const waiting = new Map<string, (text: string) => void>()
  const deliver = (to: string, text: string) => {
    const waits = waiting.get(to)
    waiting.delete(to)
    if (waits) waits(text)
    else kept.set(to, [...(kept.get(to) ?? []), text])
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = plain(Buffer.concat(chunks).toString('utf8'))
        for (const { address } of session.envelope.rcptTo) deliver(address, text)
        done()
      })
    },
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: (to) => nextMail(to, kept, waiting),
    close: () => new Promise((settle) => server.close(() => settle())),
  }
}

function nextMail(to: string, kept: Map<string, string[]>, waiting: Map<string, (text: string) => void>): Promise<string> {
  const [first, ...later] = kept.get(to) ?? []
  kept.set(to, later)
  if (first !== undefined) return Promise.resolve(first)
  return new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`no mail came to ${to} within ${waitMilliseconds / 1000} s`)), waitMilliseconds)
    waiting.set(to, (text) => {
      clearTimeout(late)
      settle(text)
    })
  })
}
