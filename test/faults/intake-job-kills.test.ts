import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { paperFilings } from '../../bench/ground/paper-filings.ts'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { readConfig } from '../../src/config.ts'
import { bringFile } from '../../src/officer/intake/bring/bring-file.ts'
import { storeUpload } from '../../src/officer/intake/bring/store-upload.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { openTruth } from './ground-truth.ts'
import { batchStages, halfThere } from './intake-truth.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'

const filings = 6_000 * Number(process.env.FAULT_RUNS ?? 1)
const staff: Actor = { kind: 'staff', id: newId(), roles: ['intake'], sessionId: newId() }

let worker: ServerProcess
let database: EmbeddedServer
let truth: Client
before(async () => {
  worker = await serverProcess({}, 'worker')
  database = await startEmbeddedServer({ home: worker.home })
})
after(async () => {
  await worker?.end()
  await truth?.end()
})

const count = async (text: string): Promise<number> => Number((await truth.query(text)).rows[0]?.n ?? 0)

/** Brings the file as the office's page does, whose server is another process than the worker. */
async function brought(): Promise<string> {
  const read = readConfig({ PORTOLAN_HOME: worker.home, PORTOLAN_DEMO_SEED: 'no', PORTOLAN_LOG: 'silent' })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return withDeployment(read.config, async (deployment) => {
    const stored = await storeUpload(deployment.services, { kind: 'file', name: 'file', fileName: 'filings.csv', stream: Readable.from(paperFilings(filings)) as never })
    if (typeof stored === 'string') throw new Error(stored)
    const done = await performerFor(deployment.partsFor('office'), staff, { id: null, network: null }).perform(bringFile, { ...stored, startKey: newSecret(128), dryRun: false })
    if (!done.ok) throw new Error(done.refusal)
    return done.output.intake
  })
}

/** Holds a table against writers until the worker waits for it in a batch, kills the worker there, and lets go. */
async function killAt(table: string): Promise<void> {
  const holder = await openTruth(database)
  await holder.query('begin')
  await holder.query(`lock table ${table} in share mode`)
  await worker.start()
  while ((await count(`select count(*) as n from pg_locks where not granted and relation = '${table}'::regclass`)) === 0) assert.ok(worker.isUp())
  await worker.kill()
  await holder.query('rollback')
  await holder.end()
}

test(`a file of ${filings} filings whose worker is killed at each of ${batchStages.length} stages of a batch is taken in once, under one intake that counts each row as what came of it`, async () => {
  const intake = await brought()
  truth = await openTruth(database)
  for (const stage of batchStages) await killAt(stage)
  await worker.start()
  while ((await count('select count(*) as n from officer.intake where ended_at is null')) > 0) assert.ok(worker.isUp())
  const { rows } = await truth.query('select id, taken + uncertain as taken, known, refused, lines from officer.intake')
  assert.deepEqual(rows, [{ id: intake, taken: filings, known: 0, refused: 0, lines: filings + 1 }])
  assert.equal(await count('select count(*) as n from officer.intake_row'), filings)
  for (const [what, text] of Object.entries(halfThere)) assert.equal(await count(text), 0, what)
  while ((await count('select count(*) as n from officer.intake where storage_key is not null')) > 0) assert.ok(worker.isUp())
})
