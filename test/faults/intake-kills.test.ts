import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { paperFilings } from '../../bench/ground/paper-filings.ts'
import { type EmbeddedServer, startEmbeddedServer, stopEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { openTruth } from './ground-truth.ts'
import { batchStages as stages, halfThere as whole } from './intake-truth.ts'
import { seededRandom } from './random.ts'

const root = join(import.meta.dirname, '../..')
const rounds = Number(process.env.FAULT_RUNS ?? 1)
const kills = 4 * rounds
const filings = 20_000 * rounds
const random = seededRandom(Number(process.env.FAULT_SEED ?? 2026))

let home: string
let file: string
let database: EmbeddedServer
let truth: Client

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'portolan-faults-'))
  database = await startEmbeddedServer({ home })
  file = join(home, 'filings.csv')
  await pipeline(Readable.from(paperFilings(filings)), createWriteStream(file))
})
after(async () => {
  await truth?.end()
  await database.stop()
  await stopEmbeddedServer(home)
  rmSync(home, { recursive: true, force: true })
})

const count = async (text: string): Promise<number> => Number((await truth.query(text)).rows[0]?.n ?? 0)
const takenIn = () => count('select count(*) as n from officer.intake_row')

const environment = () => ({ ...process.env, PORTOLAN_HOME: home, PORTOLAN_DEMO_SEED: 'no', PORTOLAN_LOG: 'silent' })

function importing(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'intake', 'import', file, '--json'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const endOf = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Holds a table against writers until an import waits for it in an open transaction, kills that import there, and lets go. */
async function killAt(table: string): Promise<void> {
  const holder = await openTruth(database)
  await holder.query('begin')
  await holder.query(`lock table ${table} in share mode`)
  const child = importing()
  const waits = `select count(*) as n from pg_locks where not granted and relation = '${table}'::regclass`
  while ((await count(waits)) === 0) assert.equal(child.exitCode, null, `the import ended before it wrote to ${table}`)
  child.kill('SIGKILL')
  await endOf(child)
  await holder.query('rollback')
  await holder.end()
}

/** Lets an import get on for a batch or two and kills it wherever it is then. */
async function killSomewhere(): Promise<void> {
  const wanted = (await takenIn()) + 1000 * (1 + Math.floor(random() * 2))
  const child = importing()
  while ((await takenIn()) < wanted) assert.equal(child.exitCode, null, 'the import ended before it was killed')
  child.kill('SIGKILL')
  await endOf(child)
}

/** The tables are there once somebody has migrated. */
async function migrated(): Promise<void> {
  const migrate = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'migrate'], { cwd: root, env: environment(), stdio: 'ignore' })
  await endOf(migrate)
  truth = await openTruth(database)
}

test(`an import of ${filings} filings that is killed at each of ${stages.length} stages of a batch and ${kills} times anywhere, and run again, takes each in once and leaves nothing half there`, async () => {
  await migrated()
  for (const stage of stages) await killAt(stage)
  for (let kill = 0; kill < kills; kill += 1) await killSomewhere()
  const last = importing()
  let said = ''
  last.stdout?.on('data', (piece) => (said += piece))
  await endOf(last)
  const done = JSON.parse(said.trim().split('\n').at(-1) ?? '{}')
  assert.equal(done.taken + done.known + done.uncertain, filings)
  assert.equal(await takenIn(), filings)
  for (const [what, text] of Object.entries(whole)) assert.equal(await count(text), 0, what)
  assert.equal(await count('select count(*) as n from cases."case"'), filings)
})
