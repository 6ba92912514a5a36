import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { writePack } from './agency-pack.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { type MeasuredProcess, startMeasured } from './measured-process.ts'
import { postgresCpuMs } from './postgres-cpu.ts'
import { root } from './root.ts'

/** A whole deployment on this machine, with the portal and the worker in processes of their own. */
export interface Deployment {
  home: string
  url: string
  portal: MeasuredProcess
  worker: MeasuredProcess
  mailbox: Mailbox
  databaseUrl: string
  /** The server's own administrator; for filling tables and making databases. */
  superuserUrl(database?: string): string
  /** Null where the system does not tell. */
  postgresCpuMs(): number | null
  stop(): Promise<void>
}

/** As the scripts start the product. */
export const productOptions = (): string[] => JSON.parse(readFileSync(join(root, 'bin', 'product-options.json'), 'utf8'))

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

/** A new home that another user may pass through: PostgreSQL does not run as root. */
export function newHome(name: string): string {
  const home = join(tmpdir(), `portolan-bench-${process.pid}-${name}`)
  mkdirSync(home, { mode: 0o711 })
  return home
}

/**
 * Starts PostgreSQL (durable, the embedded one), a mail server, and the product on a home of its own.
 * Loopback counts as a proxy, so that one machine can stand for the many networks that callers come from.
 */
export async function startDeployment(nodeOptions: readonly string[] = []): Promise<Deployment> {
  const home = newHome('home')
  const open: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })]
  const stop = async () => {
    for (const close of open.splice(0).reverse()) await close()
  }
  try {
    return { ...(await startParts(home, nodeOptions, open)), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function startParts(home: string, nodeOptions: readonly string[], open: (() => Promise<unknown>)[]) {
  const database = await startEmbeddedServer({ home })
  open.push(() => database.stop())
  const mailbox = await openMailbox()
  open.push(() => mailbox.close())
  const [port, officePort, cashierPort] = [await freePort(), await freePort(), await freePort()]
  const env = {
    PORTOLAN_HOME: home,
    PORT: `${port}`,
    OFFICE_PORT: `${officePort}`,
    CASHIER_PORT: `${cashierPort}`,
    AGENCY_PACK: writePack(join(home, 'agency')),
    PORTOLAN_DEMO_SEED: 'no',
    TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: mailbox.url,
  }
  const serve = async (part: string) => {
    const served = await startMeasured({
      file: 'src/main.ts',
      args: ['serve', '--only', part],
      env,
      readyOn: /Portolan is ready/,
      logFile: join(home, `${part}.log`),
      nodeOptions: [...productOptions(), ...nodeOptions],
    })
    open.push(() => served.stop())
    return served
  }
  await serve('cashier')
  const portal = await serve('portal')
  const worker = await serve('worker')
  const postmaster = Number(readFileSync(join(home, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    home,
    url: `http://127.0.0.1:${port}`,
    portal,
    worker,
    mailbox,
    databaseUrl: database.url('owner'),
    superuserUrl: (name?: string) => database.url('superuser', name),
    postgresCpuMs: () => postgresCpuMs(postmaster),
  }
}

/** Runs statements one after the other as the administrator. */
export async function runSql(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
