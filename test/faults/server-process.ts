import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopEmbeddedServer } from '../../src/platform/db/embedded-server.ts'

const root = join(import.meta.dirname, '../..')
const startTimeoutMs = 60_000

/** A Portolan of its own process, home and ports, that can be killed and started again over what it left behind. */
export interface ServerProcess {
  readonly portalUrl: string
  readonly home: string
  start(): Promise<void>
  /** `kill -9`, without a word to anyone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the milliseconds it took to end. */
  stop(): Promise<number>
  isUp(): boolean
  /** Of the process that runs now. */
  pid(): number
  /** What it has logged; empty where the log is silent. */
  logged(): string
  /** Stops everything and removes the home. */
  end(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

/** @param only the parts that it serves, divided by commas; all of them unless said */
export async function serverProcess(settings: Record<string, string> = {}, only?: string): Promise<ServerProcess> {
  const home = mkdtempSync(join(tmpdir(), 'portolan-faults-'))
  const [port, officePort, cashierPort] = [await freePort(), await freePort(), await freePort()]
  const environment = {
    ...process.env,
    PORTOLAN_HOME: home,
    PORT: `${port}`,
    OFFICE_PORT: `${officePort}`,
    CASHIER_PORT: `${cashierPort}`,
    PORTOLAN_LOG: 'silent',
    PORTOLAN_DEMO_SEED: 'no',
    ...settings,
  }
  let child: ChildProcess | undefined
  let logged = ''
  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'serve', ...(only ? ['--only', only] : [])], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', environment.PORTOLAN_LOG === 'silent' ? 'inherit' : 'pipe'],
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      logged += chunk.toString()
    })
    await untilReady(child)
  }
  const ended = async (signal: NodeJS.Signals) => {
    const dying = child
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    dying.kill(signal)
    await once(dying, 'exit')
  }
  return {
    portalUrl: `http://127.0.0.1:${port}`,
    home,
    start,
    kill: () => ended('SIGKILL'),
    stop: async () => {
      const from = performance.now()
      await ended('SIGTERM')
      return performance.now() - from
    },
    isUp: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    pid: () => child?.pid ?? 0,
    logged: () => logged,
    end: async () => {
      await ended('SIGKILL')
      await stopEmbeddedServer(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Settles when the process has printed that it is ready; rejects when it ends before. */
async function untilReady(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((settle, reject) => {
    const impatience = setTimeout(() => reject(new Error(`not ready in time: ${said}`)), startTimeoutMs)
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('Portolan is ready.')) return
      clearTimeout(impatience)
      settle()
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${said}`)))
  })
}
