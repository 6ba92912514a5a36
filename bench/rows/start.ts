import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, newHome } from '../ground/deployment.ts'
import { root } from '../ground/root.ts'
import { nowMs } from '../measure.ts'
import type { Row } from '../table.ts'

const copied = [
  'agency',
  'assets',
  'bin',
  'messages',
  'migrations',
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
]
const reachSeconds = { first: 15, assetsBuilt: 6, warm: 3 } as const

/**
 * Three starts of the command as it is typed, in a copy of the checkout: nothing built and no data, the assets built and
 * no data, everything there. Until it says that it is ready.
 */
export async function startRows(): Promise<Row[]> {
  const folder = newHome('checkout')
  for (const name of copied)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const home = join(folder, '.portolan')
  mkdirSync(home, { mode: 0o711 })
  try {
    const first = await secondsToStart(folder, home)
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { mode: 0o711 })
    const assetsBuilt = await secondsToStart(folder, home)
    const warm = await secondsToStart(folder, home)
    return [
      rowOf('first start: assets and demonstration made', first, reachSeconds.first),
      rowOf('start with assets built: demonstration made', assetsBuilt, reachSeconds.assetsBuilt),
      rowOf('warm start', warm, reachSeconds.warm),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowOf = (work: string, seconds: number, reach: number): Row => ({
  work,
  ratio: `${seconds.toFixed(1)} s`,
  reach: `≤ ${reach} s`,
  reached: seconds <= reach,
})

async function secondsToStart(folder: string, home: string): Promise<number> {
  const [port, officePort, cashierPort] = [await freePort(), await freePort(), await freePort()]
  const started = nowMs()
  const child = spawn(process.execPath, [join(folder, 'bin', 'start.mjs')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORTOLAN_HOME: home,
      PORT: `${port}`,
      OFFICE_PORT: `${officePort}`,
      CASHIER_PORT: `${cashierPort}`,
      PORTOLAN_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    await isReady(child)
    return (nowMs() - started) / 1000
  } finally {
    if (child.exitCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  }
}

async function isReady(child: ChildProcess) {
  let said = ''
  await new Promise<void>((settle, fail) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (/Portolan is ready/.test(said)) settle()
    })
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', () => fail(new Error(`the start ended: ${said.slice(-2000)}`)))
  })
}
