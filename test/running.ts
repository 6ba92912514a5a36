import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Part, type Running, startPortolan } from '../src/app/start.ts'
import { type Config, readConfig } from '../src/config.ts'
import { type Clock, systemClock } from '../src/platform/clock.ts'
import { testDatabase } from './database.ts'

/** One thing of the demonstration's outbox, as its address gives it. */
export interface Sent {
  id: string
  channel: 'email' | 'sms' | 'post' | 'app'
  to: string
  subject: string
  text: string
  html: string
  sentAt: string
}

export interface RunningPortolan extends Running {
  config: Config
  portalUrl: string
  officeUrl: string
  outbox(): Promise<Sent[]>
  end(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

export interface RunOptions {
  clock?: Clock
  parts?: readonly Part[]
  environment?: Record<string, string>
  /** False: the demonstration's people are not seeded, for tests that make their own. */
  seeded?: boolean
}

/** The whole product on ports of its own, over a database of its own, as a browser meets it. */
export async function runningPortolan({ clock = systemClock, parts, environment = {}, seeded = false }: RunOptions = {}): Promise<RunningPortolan> {
  const database = await testDatabase()
  const home = mkdtempSync(join(tmpdir(), 'portolan-home-'))
  const [port, officePort, cashierPort] = [await freePort(), await freePort(), await freePort()]
  const read = readConfig({
    PORTOLAN_HOME: home,
    PORT: `${port}`,
    OFFICE_PORT: `${officePort}`,
    CASHIER_PORT: `${cashierPort}`,
    DATABASE_URL: database.urls.portal,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_OFFICE_URL: database.urls.office,
    DATABASE_WORKER_URL: database.urls.worker,
    PORTOLAN_LOG: 'silent',
    ...(seeded ? {} : { PORTOLAN_DEMO_SEED: 'no' }),
    ...environment,
  })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  const running = await startPortolan(read.config, clock, new Set(parts ?? ['portal', 'office', 'worker', 'cashier']))
  const portalUrl = read.config.publicUrl
  return {
    ...running,
    config: read.config,
    portalUrl,
    officeUrl: read.config.officeUrl,
    outbox: async () => (await (await fetch(`${portalUrl}/demo/outbox.json`)).json()) as Sent[],
    end: async () => {
      await running.stop()
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
