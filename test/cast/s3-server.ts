import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { S3Settings } from '../../src/platform/storage/s3.ts'

export type S3Server = Awaited<ReturnType<typeof s3Server>>

/** A real S3-compatible server on loopback, in a process of its own. Call `end` in `after`. */
export async function s3Server() {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-s3-'))
  let { child, port } = await started(folder)
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const all = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    settings: (prefix = ''): S3Settings => ({
      bucket: 'papers',
      prefix,
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    }),
    kill,
    /** The process stands still: connections are taken, and nothing is answered. */
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    async startAgain() {
      await kill()
      ;({ child, port } = await started(folder))
    },
    /** The bytes of every object, where the server keeps them. */
    objectPaths: () => all().filter(({ name }) => name.endsWith('._S3rver_object')).map((entry) => join(entry.parentPath, entry.name)),
    /** The parts of uploads that are not finished. */
    unfinished: () => all().filter(({ parentPath }) => parentPath.includes('_S3rver_uploads')).length,
    async end() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function started(folder: string): Promise<{ child: ChildProcess; port: number }> {
  const file = join(import.meta.dirname, 's3-server-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, port: Number(line) }
}
