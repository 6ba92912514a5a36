import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { connectCashier } from './cashier.ts'
import { cards, checkoutFor, newFolder, newKeys, payWith, startMerchant } from './cashier-bench.ts'

const main = fileURLToPath(new URL('../../cashier/main.ts', import.meta.url))
type Settings = Record<string, unknown>

function launch(t: TestContext, argument: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', main, argument], { stdio: ['pipe', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  return child
}

async function addressOf(child: ChildProcess): Promise<string> {
  assert.ok(child.stdout)
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line).url
  return assert.fail('The cashier said nothing.')
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function complaintOf(child: ChildProcess): Promise<[code: number, complaint: string]> {
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close')
  return [code, complaint.trim()]
}

/** A cashier in a process of its own that can be killed and started again on the same file. */
async function openProcess(t: TestContext) {
  const settings = { port: 0, stateFile: join(await newFolder(t), 'state', 'cashier.sqlite'), ...newKeys() }
  const start = async (more: Settings = {}) => {
    const child = launch(t, JSON.stringify({ ...settings, ...more }))
    const url = await addressOf(child)
    return { child, pay: connectCashier({ url, ...settings }) }
  }
  return { start, settings }
}

it('killed after it authorised and before its event went out, it keeps the state and sends the event', async (t) => {
  const merchant = await startMerchant(t)
  const { start } = await openProcess(t)
  const first = await start({ chaos: { holdEveryOtherEventMs: 3_600_000 } })
  const { providerId, url } = await first.pay.open(checkoutFor(merchant.url), randomUUID())
  assert.equal((await payWith(url, cards.approved)).status, 303)
  await kill(first.child)
  assert.equal(merchant.deliveries.length, 0)
  const second = await start()
  const [event] = await merchant.count(1)
  assert.equal(event?.type, 'checkout.authorised')
  assert.equal((await second.pay.find(providerId)).status, 'authorised')
})

it('killed while its event is unanswered, it sends the same event again', async (t) => {
  const merchant = await startMerchant(t, (count) => (count === 1 ? null : 204))
  const { start } = await openProcess(t)
  const first = await start()
  const { url } = await first.pay.open(checkoutFor(merchant.url), randomUUID())
  await payWith(url, cards.approved)
  await merchant.count(1)
  await kill(first.child)
  await start()
  const [one, other] = await merchant.count(2)
  assert.equal(one?.eventId, other?.eventId)
})

it('killed while a slow card waits, it still answers it', async (t) => {
  const merchant = await startMerchant(t)
  const { start } = await openProcess(t)
  const first = await start({ slowAnswerMs: 2_000 })
  const { url } = await first.pay.open(checkoutFor(merchant.url), randomUUID())
  await payWith(url, cards.slow)
  await kill(first.child)
  assert.equal(merchant.deliveries.length, 0)
  await start()
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.authorised')
})

it('killed in the middle of openings and captures, every key is answered once and charged once', async (t) => {
  const merchant = await startMerchant(t)
  const { start, settings } = await openProcess(t)
  const first = await start({ chaos: { loseEvents: 'all' } })
  const wanted = checkoutFor(merchant.url)
  const paid = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const key = randomUUID()
      const { providerId, url } = await first.pay.open(wanted, key)
      await payWith(url, cards.approved)
      return { key, providerId }
    }),
  )
  const { pay } = first
  const captures = paid.map(({ providerId, key }) => pay.capture(providerId, `capture-${key}`).catch(() => null))
  const newKeysOpened = paid.map(({ key }) => pay.open(wanted, `second-${key}`).catch(() => null))
  await Promise.race(captures)
  await kill(first.child)
  const answered = await Promise.all(newKeysOpened)
  const second = await start({ chaos: { loseEvents: 'all' } })
  for (const [place, { key, providerId }] of paid.entries()) {
    assert.equal((await second.pay.capture(providerId, `capture-${key}`)).capturedCents, 46_500)
    const reopened = await second.pay.open(wanted, `second-${key}`)
    const earlier = answered[place]
    if (earlier) assert.equal(reopened.providerId, earlier.providerId)
  }
  assert.equal((await second.pay.findByReference(wanted.reference)).length, 24)
  const answer = await fetch(`${second.pay.pageOrigin}/v1/movements`, {
    headers: { authorization: `Bearer ${settings.apiKey}` },
  })
  assert.equal(((await answer.json()) as { movements: unknown[] }).movements.length, 12)
  await Promise.all(captures)
})

it('with its settings on standard input it ends with that input, and SIGTERM ends it cleanly', async (t) => {
  const { settings, start } = await openProcess(t)
  const piped = launch(t, '-')
  piped.stdin?.write(`${JSON.stringify(settings)}\n`)
  await addressOf(piped)
  piped.stdin?.end()
  assert.deepEqual((await once(piped, 'exit'))[0], 0)
  const { child } = await start()
  child.kill('SIGTERM')
  assert.deepEqual((await once(child, 'exit'))[0], 0)
})

it('a port in use, a file it cannot make and wrong settings are one line each and exit code 1', async (t) => {
  const { settings } = await openProcess(t)
  const taken = createServer()
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.after(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const wrong: [Settings | string, RegExp][] = [
    [{ ...settings, port }, /EADDRINUSE/],
    [{ ...settings, stateFile: join(main, 'x.sqlite') }, /ENOTDIR|EEXIST/],
    [{ ...settings, port: -1, surprise: true }, /port.*|surprise/],
    [{ ...settings, webhookSecret: 'short' }, /secret/],
    [`not JSON ${settings.apiKey}`, /not JSON/],
  ]
  for (const [given, expected] of wrong) {
    const argument = typeof given === 'string' ? given : JSON.stringify(given)
    const [code, complaint] = await complaintOf(launch(t, argument))
    assert.equal(code, 1)
    assert.match(complaint, expected)
    assert.doesNotMatch(complaint, /\n/)
    assert.ok(!complaint.includes(settings.apiKey))
  }
})
