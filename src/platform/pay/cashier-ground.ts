import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accounts, cards, debitWith, newKeys, payWith, type StartProvider } from './cashier-bench.ts'
import { connectCashier } from './cashier.ts'
import type { PayGround, SignedDelivery } from './pay-contract.ts'
import type { PayPort } from './pay-port.ts'

const stepMs = 60_000

/** The cashier on a clock that the test moves; it sends its events to a listener of the test. Its start is handed in. */
export async function cashierGround(startCashier: StartProvider): Promise<PayGround> {
  const heard: SignedDelivery[] = []
  const listener = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const webhookUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/events`
  let nowMs = 1_800_000_000_000
  const keys = newKeys()
  const cashier = await startCashier({ port: 0, stateFile: ':memory:', ...keys, bankStepMs: stepMs, retryDelaysMs: [10], clock: () => nowMs })
  const here = { url: cashier.url, ...keys }
  const listening = (pay: PayPort): PayPort => ({ ...pay, open: (checkout, key) => pay.open({ ...checkout, webhookUrl }, key) })
  const bankAccounts = { sure: accounts.sure, returned: accounts.returned, 'returned-late': accounts.returnedLate }
  const cardNumbers = { approved: cards.approved, declined: cards.declined, disputed: cards.disputedLost }
  return {
    pay: listening(connectCashier(here)),
    payWith: ({ key, ...more }) => connectCashier({ ...here, ...(key ? { apiKey: key } : {}), ...more }),
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs),
    payByCard: async (url, outcome) => void (await payWith(url, cardNumbers[outcome])),
    payByBank: async (url, outcome) => void (await debitWith(url, bankAccounts[outcome])),
    bankStep: async () => {
      nowMs += stepMs
    },
    async passHours(hours) {
      nowMs += hours * 3_600_000
    },
    async heard() {
      for (let quiet = 0, count = heard.length; quiet < 20; quiet = heard.length === count ? quiet + 1 : 0) {
        count = heard.length
        await fetch(`${cashier.url}/styles.css`)
      }
      return heard.splice(0)
    },
    async end() {
      await cashier.close()
      await new Promise((settle) => listener.close(settle))
    },
  }
}
