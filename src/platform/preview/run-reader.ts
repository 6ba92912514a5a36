import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { ReaderTask } from './reader/facts.ts'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
// Not the whole folder: keys and files of a demonstration may lie in it.
const readable = ['node_modules/*', 'src/platform/preview/*', 'package.json']
const readerFile = fileURLToPath(new URL('reader/main.ts', import.meta.url))

/** What one look into a file may use: milliseconds, and bytes of memory of the process (watched on Linux). */
export type ReaderBudget = { milliseconds: number; memoryBytesMax: number }

export const usualBudget: ReaderBudget = { milliseconds: 20_000, memoryBytesMax: 768 * 1024 * 1024 }

/** One look into a file from a stranger: the answer, or undefined when there is none within its budget. */
export type ReadFile = (task: ReaderTask, bytes: Buffer) => Promise<Buffer | undefined>

/** The reader's answer, or undefined when it failed or was ended for using more time or memory than it may. */
export async function runReader(task: ReaderTask, bytes: Buffer, budget = usualBudget): Promise<Buffer | undefined> {
  const reader = spawn(process.execPath, [...readerFlags(budget), readerFile, JSON.stringify(task)], {
    cwd: projectFolder,
    // No setting, key or address of the product is handed on.
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<number | null>((resolve) => {
    reader.once('close', resolve)
    reader.once('error', () => resolve(null))
  })
  const end = () => reader.kill('SIGKILL')
  const timeUp = setTimeout(end, budget.milliseconds)
  const watch = setInterval(() => endIfTooLarge(reader.pid, budget.memoryBytesMax, end), 50)
  // A reader that refuses early does not read to the end; that is no fault of ours.
  reader.stdin.on('error', () => {})
  reader.stdin.end(bytes)
  try {
    const [answer, code] = await Promise.all([buffer(reader.stdout).catch(() => undefined), ended])
    return code === 0 ? answer : undefined
  } finally {
    clearTimeout(timeUp)
    clearInterval(watch)
  }
}

/** How the reader is started: a heap limit; no right to write, connect, start anything or read beyond its libraries. */
export const readerFlags = ({ memoryBytesMax }: ReaderBudget) => [
  `--max-old-space-size=${Math.floor(memoryBytesMax / 2 / 1024 / 1024)}`,
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
  '--permission',
  ...readable.map((part) => `--allow-fs-read=${projectFolder}${part}`),
  '--allow-addons',
]

async function endIfTooLarge(pid: number | undefined, bytesMax: number, end: () => void): Promise<void> {
  if (process.platform !== 'linux' || !pid) return
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
  if (Number(resident ?? 0) * 1024 > bytesMax) end()
}
