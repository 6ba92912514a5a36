import { execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { postmasterOf } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { isRunning } from './process-state.ts'
import type { ServerHome } from './server-home.ts'

const pauseMs = 4
const startPausesMax = 7500
const stopPausesMax = 1000

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  // The server's log must hold no personal data: no statements, no values, no details of a clash.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}
const durably = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
}
const carelessly = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the cluster under another name first, so that a start killed half-way leaves none that looks whole. */
export const createCluster = async (place: ServerHome, superuserPassword: string, durable: boolean): Promise<void> => {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const half = `${place.data}.new`
  const passwordFile = join(place.base, 'initial-password')
  rmSync(half, { recursive: true, force: true })
  writeFor(place.user, passwordFile, superuserPassword)
  try {
    await promisify(execFile)(
      join(place.binaries, 'bin', 'initdb'),
      [
        '-D',
        half,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...place.user, cwd: place.base, env: serverEnvironment },
    )
  } catch (error) {
    const { stderr = String(error) } = error as { stderr?: string }
    throw new Error(`The embedded PostgreSQL cannot make its cluster in ${place.base}: ${reason(stderr)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  rmSync(place.data, { recursive: true, force: true })
  renameSync(half, place.data)
}

/** A new file that only the server's user reads; never one that stands there already. */
const writeFor = (user: ServerHome['user'], path: string, text: string): void => {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', 0o600)
  if (user) fchownSync(file, user.uid, user.gid)
  writeFileSync(file, text)
  closeSync(file)
}

/** Starts the server process of a cluster and waits until it can be used. */
export const launch = async (place: ServerHome, durable: boolean, port: number): Promise<Postmaster> => {
  const settings = { ...always, ...(durable ? durably : carelessly), port: String(port) }
  const logFile = join(place.base, 'server.log')
  rmSync(logFile, { force: true })
  const log = openSync(logFile, 'ax', 0o600)
  const child = spawn(
    join(place.binaries, 'bin', 'postgres'),
    ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach us alone, so that the database stops last.
    { ...place.user, detached: true, stdio: ['ignore', log, log], cwd: place.base, env: serverEnvironment },
  )
  closeSync(log)
  const failed = new Promise<Error>((settle) => child.once('error', settle))
  child.unref()
  for (let pause = 0; pause < startPausesMax; pause++) {
    const fault = await Promise.race([failed, wait(pauseMs)])
    if (fault) throw new Error(`The embedded PostgreSQL cannot run: ${fault.message}`)
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The embedded PostgreSQL did not start: ${reason(readFileSync(logFile, 'utf8'))}`)
    }
    const status = child.pid ? postmasterOf(place.data, child.pid) : undefined
    if (status?.ready) return status
  }
  throw new Error(`The embedded PostgreSQL is not ready; its log is ${logFile}`)
}

/** Fast shutdown; immediate shutdown when that takes too long (the server recovers from its log at the next start). */
export const halt = async ({ pid }: Postmaster): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isRunning(pid)) process.kill(pid, signal)
    for (let pause = 0; pause < stopPausesMax; pause++) {
      if (!isRunning(pid)) return
      await wait(pauseMs)
    }
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop`)
}

/** A port of the loopback address that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })

/** The line that says why: what follows it are details. */
const reason = (output: string): string => {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
}
