import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { startCashier } from '../../cashier/index.ts'
import { connectCashier } from './cashier.ts'
import { failsWith, shopWith } from './cashier-bench.ts'

const openShop = shopWith(startCashier)

async function startFarSide(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

it('an unknown checkout and a wrong key are final', async (t) => {
  const { pay, cashier, keys } = await openShop(t)
  await assert.rejects(pay.find('co_unknown'), failsWith('no-such-checkout', false))
  await assert.rejects(pay.capture('../../pay/x', randomUUID()), failsWith('no-such-checkout', false))
  const stranger = connectCashier({ url: cashier.url, ...keys, apiKey: 'not-the-right-key' })
  await assert.rejects(stranger.findByReference('x'), failsWith('not-authenticated', false))
})

it('a checkout the contract does not allow is final, and nothing is opened', async (t) => {
  const { pay, checkout } = await openShop(t)
  const wanted = checkout()
  const wrong = [
    { amountCents: 46_501 },
    { amountCents: 0, lines: [{ label: 'Nothing', amountCents: 0 }] },
    { amountCents: 1.5, lines: [{ label: 'Half', amountCents: 1.5 }] },
    { currency: 'dollars' },
    { returnUrl: 'javascript:alert(1)' },
    { lines: [] },
  ]
  for (const change of wrong) {
    await assert.rejects(pay.open({ ...wanted, ...change }, randomUUID()), failsWith('rejected', false))
  }
  await assert.rejects(pay.open(wanted, 'short'), failsWith('rejected', false))
  assert.deepEqual(await pay.findByReference(wanted.reference), [])
})

it('nobody listening, a late answer, an overload and nonsense are transient', async (t) => {
  const keys = { apiKey: 'k', webhookSecret: 's' }
  const silent = await startFarSide(() => {})
  const busy = await startFarSide((response) => response.writeHead(503).end())
  const strange = await startFarSide((response) => response.writeHead(200).end('<p>hello'))
  const gone = await startFarSide(() => {})
  gone.stop()
  t.after(() => {
    for (const side of [silent, busy, strange]) side.stop()
  })
  const find = (url: string) => connectCashier({ url, ...keys, timeoutMs: 50 }).find('x')
  await assert.rejects(find(silent.url), failsWith('timed-out', true))
  await assert.rejects(find(busy.url), failsWith('overloaded', true))
  await assert.rejects(find(strange.url), failsWith('not-understood', true))
  await assert.rejects(find(gone.url), failsWith('unreachable', true))
})

it('a payment page at another origin than the known one is refused', async (t) => {
  const { cashier, keys, checkout } = await openShop(t)
  const pay = connectCashier({ url: cashier.url, ...keys, pageOrigin: 'https://pay.example' })
  await assert.rejects(pay.open(checkout(), randomUUID()), failsWith('rejected', false))
})
