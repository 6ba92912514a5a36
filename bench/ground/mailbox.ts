import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that hands every mail to whoever waits for it. */
export interface Mailbox {
  url: string
  /** What the pattern finds in the next mail to this address that fits it, however early that came. */
  next(to: string, fits: RegExp): Promise<string>
  close(): Promise<void>
}

const waitMilliseconds = 20_000

/** Undoes quoted-printable (RFC 2045 section 6.7) far enough to find codes and links. */
const plain = (raw: string) =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

interface Waiting {
  fits: RegExp
  take(found: string): void
}

export async function openMailbox(): Promise<Mailbox> {
  const kept = new Map<string, string[]>()
  const waiting = new Map<string, Waiting>()
  const deliver = (to: string, text: string) => {
    const waits = waiting.get(to)
    const found = waits?.fits.exec(text)?.[0]
    if (waits && found) waits.take(found)
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
    next: (to, fits) => nextMail(to, fits, kept, waiting),
    close: () => new Promise((settle) => server.close(() => settle())),
  }
}

function nextMail(
  to: string,
  fits: RegExp,
  kept: Map<string, string[]>,
  waiting: Map<string, Waiting>,
): Promise<string> {
  const there = kept.get(to) ?? []
  const at = there.findIndex((text) => fits.test(text))
  kept.set(to, at < 0 ? [] : there.slice(at + 1))
  const found = fits.exec(there[at] ?? '')?.[0]
  if (found) return Promise.resolve(found)
  return new Promise((settle, fail) => {
    const late = setTimeout(
      () => fail(new Error(`no mail came to ${to} within ${waitMilliseconds / 1000} s`)),
      waitMilliseconds,
    )
    const take = (text: string) => {
      clearTimeout(late)
      waiting.delete(to)
      settle(text)
    }
    waiting.set(to, { fits, take })
  })
}
