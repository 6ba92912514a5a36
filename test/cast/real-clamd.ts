import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clamdAt } from '../../src/platform/scan/index.ts'
import { deflateSync } from 'node:zlib'
import { eicarText } from '../../src/platform/scan/structural-scanner.ts'

/** The sizes that this clamd takes; its own usual limit is above every file we take. */
export const streamBytesMost = 2 * 1024 * 1024

export type RealClamd = Awaited<ReturnType<typeof realClamd>>

/**
 * A real clamd, with the test signature alone, on a socket in a folder of its own: started, killed and started again
 * by the test, by its process id. `npm test` finds or installs it and says where in CLAMD_PATH. Call `end` in `after`.
 */
export async function realClamd(bytesMost = streamBytesMost) {
  const program = process.env.CLAMD_PATH ?? '/usr/sbin/clamd'
  if (!program) throw new Error('These tests need ClamAV: install it (apt-get install clamav-daemon) or set CLAMD_PATH to its clamd')
  const folder = mkdtempSync(join(tmpdir(), 'portolan-clamd-'))
  const socket = join(folder, 'socket')
  writeSettings(folder, socket, bytesMost)
  let child: ChildProcess | null = null
  const clamd = {
    url: `unix://${socket}`,
    address: { path: socket },
    get pid() {
      return child?.pid ?? 0
    },
    /** The test file compressed into a stream of a PDF, where only who unpacks it finds it. */
    malwareStream() {
      const packed = deflateSync(Buffer.from(eicarText)).toString('latin1')
      return `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
    },
    async start() {
      child = spawn(program, ['--foreground', '--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
      await answers(socket, child)
    },
    /** As a machine takes it away: at once, in the middle of whatever it does. */
    async kill() {
      const killed = child
      child = null
      if (!killed || killed.exitCode !== null) return
      killed.kill('SIGKILL')
      await once(killed, 'exit')
    },
    async end() {
      await clamd.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await clamd.start()
  return clamd
}

function writeSettings(folder: string, socket: string, bytesMost: number) {
  const signatures = join(folder, 'signatures')
  mkdirSync(signatures)
  writeFileSync(join(signatures, 'test.ndb'), `Test.EICAR:0:*:${Buffer.from(eicarText).toString('hex')}\n`)
  const settings = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${signatures}`,
    `TemporaryDirectory ${folder}`,
    `StreamMaxLength ${bytesMost}`,
    'AlertExceedsMax yes',
    'MaxThreads 4',
    'SelfCheck 0',
  ]
  writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
}

const startMillisecondsMost = 30_000
const lookEveryMilliseconds = 20

async function answers(socket: string, child: ChildProcess) {
  const asked = clamdAt({ path: socket })
  for (let waited = 0; waited < startMillisecondsMost; waited += lookEveryMilliseconds) {
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`)
    if (await asked.isThere()) return
    await wait(lookEveryMilliseconds)
  }
  throw new Error('clamd did not start')
}
