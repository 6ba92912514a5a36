import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Part, type Running, startPortolan } from '../src/app/start.ts'
import { type Config, readConfig } from '../src/config.ts'
import { type Clock, systemClock } from '../src/platform/clock.ts'
import { openLog } from '../src/platform/log.ts'
import { quickHash } from './cast/quick-hash.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { ownConnection } from './web-client.ts'

/** One thing of the demonstration's outbox, as its address gives it. */
export interface Sent {
  id: string
  channel: 'email' | 'sms' | 'post' | 'app'
  to: string
  subject: string
  text: string
  html: string
  attachments: { name: string; url: string }[]
  sentAt: string
}

export interface RunningPortolan extends Running {
  config: Config
  database: TestDatabase
  portalUrl: string
  officeUrl: string
  cashierUrl: string
  /** Every line the log was given so far, faults among them. */
  logged: string[]
  outbox(): Promise<Sent[]>
  /** Stops it and starts it anew, at the same addresses and over the same database. */
  restart(): Promise<void>
  end(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

/** Between looking for a free port and listening on it another test may take it: then others are looked for. */
async function onFreePorts<T>(start: (ports: readonly number[]) => Promise<T>, triesLeft = 4): Promise<T> {
  try {
    return await start([await freePort(), await freePort(), await freePort()])
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EADDRINUSE' || triesLeft === 0) throw fault
    return onFreePorts(start, triesLeft - 1)
  }
}

export interface RunOptions {
  clock?: Clock
  parts?: readonly Part[]
  environment?: Record<string, string>
  /** False: the demonstration's people are not seeded, for tests that make their own. */
  seeded?: boolean
}

function settingsOver(
  database: TestDatabase,
  home: string,
  ports: readonly number[],
  { seeded, environment }: RunOptions,
) {
  const read = readConfig({
    PORTOLAN_HOME: home,
    PORT: `${ports[0]}`,
    OFFICE_PORT: `${ports[1]}`,
    CASHIER_PORT: `${ports[2]}`,
    DATABASE_URL: database.urls.portal,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_OFFICE_URL: database.urls.office,
    DATABASE_WORKER_URL: database.urls.worker,
    PORTOLAN_LOG: 'info',
    PORTOLAN_DEMO_SEED: seeded ? 'yes' : 'no',
    ...environment,
  })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.config
}

/** The whole product on ports of its own, over a database of its own, as a browser meets it. */
export async function runningPortolan(options: RunOptions = {}): Promise<RunningPortolan> {
  const database = await testDatabase()
  const home = mkdtempSync(join(tmpdir(), 'portolan-home-'))
  const logged: string[] = []
  const parts = new Set(options.parts ?? (['portal', 'office', 'worker', 'cashier'] as const))
  const { start, running, config, ports } = await onFreePorts(async (ports) => {
    const config = settingsOver(database, home, ports, options)
    const log = openLog(config.log, { write: (line: string) => void logged.push(line) })
    const start = () => startPortolan(config, options.clock ?? systemClock, parts, log, quickHash)
    return { start, running: await start(), config, ports }
  })
  let last = running
  return {
    ...running,
    config,
    database,
    logged,
    portalUrl: config.publicUrl,
    officeUrl: config.officeUrl,
    cashierUrl: `http://127.0.0.1:${ports[2]}`,
    outbox: async () => (await (await fetch(`${config.publicUrl}/demo/outbox.json`, { headers: ownConnection })).json()) as Sent[],
    restart: async () => {
      await last.stop()
      last = await start()
    },
    end: async () => {
      await last.stop()
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
