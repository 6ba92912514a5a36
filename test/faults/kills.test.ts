import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { startEmbeddedServer, type EmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { freeScenario, paidScenario } from './file-i90.ts'
import { signUp } from './filer.ts'
import { assertNothingLost, countStanding, isSettled, openTruth, type StandingName, standings } from './ground-truth.ts'
import { killPostmaster } from './postmaster.ts'
import { seededRandom } from './random.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'
import { type Acknowledged, type Filer, fileTirelessly } from './tireless-filer.ts'

const rounds = Number(process.env.FAULT_RUNS ?? 1)
const serverKills = 20 * rounds
const databaseKills = 5 * rounds
const random = seededRandom(Number(process.env.FAULT_SEED ?? 2026))

let server: ServerProcess
let database: EmbeddedServer
let truth: Client
let filers: Filer[]

before(async () => {
  server = await serverProcess()
  await server.start()
  database = await startEmbeddedServer({ home: server.home })
  truth = await openTruth(database)
  filers = []
  for (const name of ['one', 'two', 'three']) {
    const email = `filer-${name}@example.test`
    filers.push({ email, client: await signUp(server.portalUrl, email) })
  }
})
after(async () => {
  await truth.end()
  await database.stop()
  await server.end()
})

const pause = (milliseconds: number) => new Promise((settle) => setTimeout(settle, milliseconds))

async function untilUp() {
  for (let tries = 0; tries < 1200; tries += 1) {
    const ready = await fetch(`${server.portalUrl}/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    if (ready?.ok) return
    await pause(50)
  }
  throw new Error('the server did not come back')
}

/** Waits until a filing stands there, then a few milliseconds of chance more. */
async function untilStanding(standing: StandingName) {
  for (let looks = 0; looks < 20_000; looks += 1) {
    if ((await countStanding(truth, standing)) > 0) return pause(random() * 15)
  }
  throw new Error(`no filing ever stood at “${standing}”`)
}

/** Files with three people at once while `disturb` runs; returns what they were told. */
async function fileWhile(disturb: () => Promise<void>): Promise<Acknowledged[]> {
  let over = false
  const filing = filers.map((filer, index) => {
    const scenarios = index === 2 ? [freeScenario, paidScenario] : [paidScenario, freeScenario]
    return fileTirelessly(filer, scenarios, { untilUp, isOver: () => over })
  })
  const disturbing = disturb().finally(() => {
    over = true
  })
  const done = await Promise.all(filing)
  await disturbing
  return done.flat()
}

async function untilSettled() {
  for (let looks = 0; looks < 1200; looks += 1) {
    if (await isSettled(truth)) return
    await pause(100)
  }
}

test(`${serverKills} kills of the server during filings lose and double nothing that was acknowledged`, async () => {
  const fell = new Map<StandingName, number>(standings.map((standing) => [standing, 0]))
  const acknowledged = await fileWhile(async () => {
    for (let kill = 0; kill < serverKills; kill += 1) {
      const standing = standings[kill % standings.length] as StandingName
      await untilStanding(standing)
      for (const each of standings) if ((await countStanding(truth, each)) > 0) fell.set(each, (fell.get(each) ?? 0) + 1)
      await server.kill()
      await server.start()
      await untilUp()
    }
  })
  console.log(`kills fell inside: ${[...fell].map(([standing, count]) => `${standing} ${count}`).join(', ')}; filings acknowledged: ${acknowledged.length}`)
  for (const [standing, count] of fell) assert.ok(count > 0, `a kill fell inside “${standing}”`)
  await untilSettled()
  await assertNothingLost(truth, acknowledged)
})

test(`${databaseKills} kills of PostgreSQL during filings lose and double nothing that was acknowledged`, async () => {
  const acknowledged = await fileWhile(async () => {
    for (let kill = 0; kill < databaseKills; kill += 1) {
      await pause(500 + random() * 2500)
      await killPostmaster(server.home)
      await untilUp()
    }
  })
  await truth.end().catch(() => undefined)
  truth = await openTruth(database)
  assert.ok(acknowledged.length > 0)
  await untilSettled()
  await assertNothingLost(truth, acknowledged)
})

test('SIGTERM ends everything within five seconds', async () => {
  assert.ok((await server.stop()) < 5000)
})
