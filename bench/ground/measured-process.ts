import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.ts'
import type { Usage } from './usage.ts'

const reporter = pathToFileURL(join(import.meta.dirname, 'report-usage.ts')).href

/** Another process of ours whose CPU is told apart from every other's. */
export interface MeasuredProcess {
  pid: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

interface Start {
  file: string
  args?: readonly string[]
  env?: Record<string, string>
  /** What it writes once it can be used. */
  readyOn: RegExp
  /** Where its error output goes: logs are part of its work, so they are written and not thrown away. */
  logFile: string
  nodeOptions?: readonly string[]
}

/** Starts a TypeScript file and waits until it says that it is ready. Throws what it said when it ends instead. */
export async function startMeasured({
  file,
  args = [],
  env = {},
  readyOn,
  logFile,
  nodeOptions = [],
}: Start): Promise<MeasuredProcess> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, '--import', 'tsx', '--import', reporter, join(root, file), ...args],
    {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  child.stderr?.pipe(createWriteStream(logFile))
  await saidReady(child, readyOn)
  return { pid: child.pid as number, usage: asking(child), stop: () => stop(child) }
}

async function saidReady(child: ChildProcess, readyOn: RegExp) {
  let said = ''
  const ended = once(child, 'exit').then(() => {
    throw new Error(`a measured process ended before it was ready: ${said.slice(-2000)}`)
  })
  const ready = new Promise<void>((settle) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (readyOn.test(said)) settle()
    })
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
  })
  await Promise.race([ready, ended])
  ended.catch(() => undefined)
}

function asking(child: ChildProcess) {
  let asked = 0
  const waiting = new Map<number, (usage: Usage) => void>()
  child.on('message', (message: { answers: number; usage: Usage }) => {
    waiting.get(message.answers)?.(message.usage)
    waiting.delete(message.answers)
  })
  return () =>
    new Promise<Usage>((settle) => {
      asked += 1
      waiting.set(asked, settle)
      child.send({ ask: asked })
    })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
