import { execFile } from 'node:child_process'
import { chmodSync, createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type Deployment, productOptions } from '../ground/deployment.ts'
import { paperFilings } from '../ground/paper-filings.ts'
import { root } from '../ground/root.ts'
import { nowMs } from '../measure.ts'
import { milliseconds, type Row, rate } from '../table.ts'

const run = promisify(execFile)
const usual = 100_000
const many = 1_000_000
const reachPerSecond = 2000
const megabyte = 1024 * 1024

/** Every table that a filing on paper writes to. */
const tables = [
  'accounts.account', 'cases."case"', 'cases.status_change', 'cases.party', 'cases.paper_filing', 'cases.access_notice', 'cases.letter',
  'profile.likeness', 'officer.intake_row', 'audit.entry', 'audit.unsealed',
]

interface Imported {
  taken: number
  ms: number
  cpuMs: number
  rssMost: number
  rssGrown: number
  claimMsEarly: number
  claimMsLate: number
}

async function imported({ home }: Deployment, file: string): Promise<Imported> {
  const { stdout } = await run(process.execPath, [...productOptions(), '--import', 'tsx', join(root, 'bench/ground/import-filings.ts'), file], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORTOLAN_HOME: home, AGENCY_PACK: join(home, 'agency'), PORTOLAN_DEMO_SEED: 'no' },
    maxBuffer: megabyte,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
}

/** The same rows once more by COPY, into tables of the same shape with the same indexes: what the database could do. */
async function copied(deployment: Deployment, folder: string): Promise<{ ms: number; rows: number }> {
  const client = new Client({ connectionString: deployment.superuserUrl() })
  await client.connect()
  try {
    await client.query('create schema bench_copy')
    const targets = await Promise.all(tables.map(async (table, index) => ({ table, file: join(folder, `${index}.copy`), into: `bench_copy.t${index}` })))
    for (const { table, file, into } of targets) {
      await client.query(`create table ${into} (like ${table} including all excluding identity)`)
      await client.query(`copy (select * from ${table}) to '${file}'`)
    }
    const started = nowMs()
    let rows = 0
    for (const { file, into } of targets) rows += (await client.query(`copy ${into} from '${file}'`)).rowCount ?? 0
    return { ms: nowMs() - started, rows }
  } finally {
    await client.query('drop schema if exists bench_copy cascade')
    await client.end()
  }
}

/** Filings on paper from a file: each a case, an account, a number, a notice with its code, a letter that waits, an audit entry. */
export async function intakeRows(deployment: Deployment, large: boolean): Promise<Row[]> {
  const count = large ? many : usual
  const folder = join(deployment.home, 'intake')
  mkdirSync(folder)
  chmodSync(folder, 0o777)
  const file = join(folder, 'filings.csv')
  await pipeline(Readable.from(paperFilings(count)), createWriteStream(file))
  const before = deployment.postgresCpuMs()
  const done = await imported(deployment, file)
  const after = deployment.postgresCpuMs()
  const floor = await copied(deployment, folder)
  const [perSecond, floorPerSecond] = [(done.taken * 1000) / done.ms, (done.taken * 1000) / floor.ms]
  const postgresCpu = before === null || after === null ? null : (after - before) / done.taken
  return [
    {
      work: `${count.toLocaleString('en-US')} filings on paper taken in from a file`,
      rate: rate(perSecond),
      cpu: milliseconds(done.cpuMs / done.taken),
      postgresCpu: milliseconds(postgresCpu),
      floor: `COPY of the same ${floor.rows.toLocaleString('en-US')} rows: ${rate(floorPerSecond)}`,
      ratio: `${Math.round((perSecond / floorPerSecond) * 100)} % of the floor; ${Math.round(done.rssMost / megabyte)} MB RSS, ${Math.round(done.rssGrown / megabyte)} MB more in the second half than in the first`,
      reach: `≥ ${reachPerSecond.toLocaleString('en-US')}/s`,
      reached: perSecond >= reachPerSecond,
    },
    {
      work: `a claim with a wrong code, ${count.toLocaleString('en-US')} notices open`,
      rate: `${done.claimMsLate.toFixed(2)} ms`,
      cpu: '–',
      postgresCpu: '–',
      floor: `the same with the first thousand open: ${done.claimMsEarly.toFixed(2)} ms`,
      ratio: `${(done.claimMsLate / done.claimMsEarly).toFixed(2)} ×`,
      reach: 'as fast as at a thousand',
      reached: done.claimMsLate <= done.claimMsEarly * 1.2,
    },
  ]
}
