import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What a server asks of its payment provider. */
const questions = ['open', 'find', 'capture', 'cancel', 'refund'] as const
export type Question = (typeof questions)[number]

/** Where a question is held up: before the provider hears it, or once it has acted and its answer is on the way. */
export type HeldWhere = 'unheard' | 'acted'

type Hold = { where: HeldWhere; reach: () => void; reached: Promise<void>; over: Promise<void>; end: () => void }

function questionIn({ method, url = '' }: IncomingMessage): Question | null {
  if (!url.startsWith('/v1/checkouts')) return null
  if (method === 'GET') return 'find'
  return (/\/(capture|cancel|refund)$/.exec(url)?.[1] as Question | undefined) ?? 'open'
}

/** Passes a question on; gives what was answered. */
async function asked(target: string, { method, url = '/', headers }: IncomingMessage, body: Buffer): Promise<[IncomingMessage, Buffer]> {
  const onward = request(new URL(url, target), { method: method ?? 'GET', headers })
  onward.end(body)
  const [given] = (await once(onward, 'response')) as [IncomingMessage]
  return [given, await buffer(given)]
}

/** Stands before a provider, and holds up what the test says for as long as it says. Payers come through always. */
export async function heldAnswers(target: () => string) {
  const holds = new Map<Question, Hold>()
  const refused = new Set<Question>()

  async function pass(question: IncomingMessage, answer: ServerResponse) {
    const body = await buffer(question)
    const kind = questionIn(question)
    if (kind && refused.has(kind)) return void answer.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"not-wanted"}')
    const hold = kind ? holds.get(kind) : undefined
    if (hold?.where === 'unheard') {
      hold.reach()
      await hold.over
      // Whoever asked is dead: the provider never heard of it.
      if (question.socket.destroyed) return
    }
    const [given, bytes] = await asked(target(), question, body)
    if (hold?.where === 'acted') {
      hold.reach()
      await hold.over
    }
    answer.writeHead(given.statusCode ?? 502, given.headers).end(bytes)
  }

  const server = createServer((question, answer) => void pass(question, answer).catch(() => question.socket.destroy()))
  // A payer's next press must not meet a connection that is being closed.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** Settles once such a question is held up. */
    hold(question: Question, where: HeldWhere): Promise<void> {
      const [reached, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      holds.set(question, { where, reach: reached.resolve, reached: reached.promise, over: over.promise, end: over.resolve })
      return reached.promise
    },
    refuse: (question: Question) => void refused.add(question),
    /** What was held up or refused goes its way. Everything, unless a question is named. */
    letPass(question?: Question) {
      for (const each of question ? [question] : questions) {
        refused.delete(each)
        holds.get(each)?.end()
        holds.delete(each)
      }
    },
    async end() {
      this.letPass()
      server.closeAllConnections()
      await new Promise((settle) => server.close(settle))
    },
  }
}
