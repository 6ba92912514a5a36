import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import en from '../../messages/en/accounts.json' with { type: 'json' }
import { formPoster, type Posted } from '../form-poster.ts'
import { webClient } from '../web-client.ts'
import { codeFor, signUp } from './filer.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'

const pairCount = 10_000
const networkCount = 100
/** Fewer than the line for hashing holds: this attack is patient, and is stopped by the limits alone. */
const lanes = 32
const owner = 'owner@example.test'
const neighbour = 'neighbour@example.test'
const password = 'Portolan!demo1'

const servers: ServerProcess[] = []
after(async () => {
  for (const server of servers) await server.end()
})

async function started(settings: Record<string, string>): Promise<ServerProcess> {
  const server = await serverProcess(settings)
  servers.push(server)
  await server.start()
  return server
}

interface Pair {
  email: string
  password: string
  network: string
}

/**
 * Two accounts that are here, among many that are not: as such lists are. None of the passwords is right. A network
 * tries its share in one go, which keeps what is hashed, and so the length of the test, the same on any machine.
 */
const stolen = (place: number): Pair => ({
  email: place % 50 === 0 ? owner : place % 50 === 25 ? neighbour : `person-${place}@example.test`,
  password: `Stolen!password-${place}`,
  network: `10.66.0.${Math.floor((place * networkCount) / pairCount)}`,
})

const outcomeOf = ({ status, text }: Posted): string => {
  if (text.includes(en['sign-in.wrong'])) return 'looked at'
  return text.includes(en['sign-in.wait']) ? 'told to wait' : `status ${status}`
}

const isIn = ({ headers }: Posted) =>
  headers.location !== undefined || headers['set-cookie']?.some((line) => line.startsWith('portolan_portal=')) === true

/** Tries the pairs on **Sign In** in their order, `lanes` at a time. */
async function tryAll(portalUrl: string, pairs: readonly Pair[], heard: (tried: Posted) => void): Promise<void> {
  const poster = await formPoster(portalUrl, '/sign-in', lanes)
  const left = pairs.values()
  const lane = async () => {
    for (const { network, ...typed } of left) heard(await poster.post(typed, network))
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    poster.close()
  }
}

/** From the owner's own network, page by page; turned away for a moment, they come again as they are told to. */
async function ownerSignsIn(portalUrl: string): Promise<void> {
  const client = webClient(portalUrl, { timeoutMs: 60_000 })
  const since = Date.now()
  for (let tries = 0; !client.last.html.includes('Secure One-time Password'); tries += 1) {
    assert.ok(tries < 5, `the owner was kept out: ${client.last.status} at ${client.last.at}`)
    if (client.last.status === 503) await pause(1000 * Number(client.last.headers.get('retry-after')))
    await client.get('/sign-in')
    await client.press('Sign In', { 'Email address': owner, Password: password })
  }
  await client.press('Submit', { 'Secure One-time Password': await codeFor(portalUrl, owner, since) })
  assert.match(client.last.at, /^\/account/)
}

/** Asks a page again and again until the attack is over; milliseconds of each answer. */
async function askMeanwhile(portalUrl: string, isOver: () => boolean): Promise<number[]> {
  const took: number[] = []
  while (!isOver()) {
    const from = performance.now()
    const answer = await fetch(`${portalUrl}/case-status`)
    await answer.text()
    assert.equal(answer.status, 200)
    took.push(performance.now() - from)
    await pause(200)
  }
  return took.toSorted((a, b) => a - b)
}

test(`${pairCount} stolen pairs from ${networkCount} networks open nothing; the owner signs in and pages answer meanwhile`, async (t) => {
  const { portalUrl } = await started({ TRUSTED_PROXIES: 'loopback' })
  for (const email of [owner, neighbour]) await signUp(portalUrl, email)
  const outcomes: Record<string, number> = {}
  let [tried, opened, isOver, ownersVisits] = [0, 0, false, 0]
  const pairs = Array.from({ length: pairCount }, (_, place) => stolen(place))
  const attack = tryAll(portalUrl, pairs, (each) => {
    tried += 1
    if (isIn(each)) opened += 1
    const outcome = outcomeOf(each)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }).finally(() => {
    isOver = true
  })
  const pages = askMeanwhile(portalUrl, () => isOver)
  const visits = (async () => {
    while (!isOver) {
      await ownerSignsIn(portalUrl)
      ownersVisits += 1
      await pause(5000)
    }
  })()
  const [took] = await Promise.all([pages, attack, visits])
  await ownerSignsIn(portalUrl)
  t.diagnostic(`${JSON.stringify(outcomes)}; the owner signed in ${ownersVisits} times meanwhile; of ${took.length} pages half came within ${took[took.length >> 1]?.toFixed(0)} ms`)
  assert.deepEqual([tried, opened], [pairCount, 0])
  assert.deepEqual(Object.keys(outcomes).sort(), ['looked at', 'told to wait'])
  assert.ok(ownersVisits > 0 && took.length > 0)
})

test('a stranger who claims another network with each try is counted as the one network they come from', async () => {
  const { portalUrl } = await started({ TRUSTED_PROXIES: '10.0.0.0/8' })
  const outcomes: string[] = []
  const pairs = Array.from({ length: 100 }, (_, place) => ({ ...stolen(place), network: `10.66.1.${place}`, email: `other-${place}@example.test` }))
  await tryAll(portalUrl, pairs, (each) => outcomes.push(outcomeOf(each)))
  const lookedAt = outcomes.filter((each) => each === 'looked at').length
  // Twenty a minute; the tries may fall into two of them.
  assert.ok(lookedAt >= 20 && lookedAt <= 40, `${lookedAt} were looked at`)
  assert.equal(outcomes.filter((each) => each === 'told to wait').length, 100 - lookedAt)
})
