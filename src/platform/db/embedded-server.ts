import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fchownSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { withFileLock } from './file-lock.ts'
import { findPostmaster, postmasterOf } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { identityOf, isRunning, isSameProcessRunning } from './process-state.ts'
import { databaseName, prepareRoles } from './roles.ts'
import { makeHome, readPasswords, settleServerHome } from './server-home.ts'
import type { ServerHome, ServerPasswords } from './server-home.ts'

export type ServerRole = keyof ServerPasswords

export type EmbeddedServer = {
  host: '127.0.0.1'
  port: number
  superuserPassword: string
  passwords: ServerPasswords
  /** True when this process started the server or took over one whose starter is gone. */
  startedHere: boolean
  /** A connection address for one of our roles; the database is `portolan` unless named. */
  url(role: ServerRole, database?: string): string
  /** Lets go of the server. It stops when nobody else holds it, unless it was started to stay. */
  stop(how?: { evenIfToStay: boolean }): Promise<void>
}

export type EmbeddedServerOptions = {
  /** PORTOLAN_HOME: made when missing. */
  home: string
  log?: (line: string) => void
  /** False: no fsync, for tests only. */
  durable?: boolean
  /** True: the server outlives its holders until `stopEmbeddedServer`. */
  stays?: boolean
  /** True: a server that dies while held is started again, on the same port. */
  revives?: boolean
}

const pauseMs = 4
const startPausesMax = 7500
const stopPausesMax = 1000
const watchMs = 200

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
const durably = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', max_connections: '100', shared_buffers: '128MB' }
const carelessly = {
  fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '400', shared_buffers: '64MB',
  autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0',
}

/**
 * Starts the PostgreSQL server of a home, or joins the one that runs for it already: of a neighbour process,
 * or left behind by one that was killed. Faults are one line each.
 */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const home = makeHome(options.home)
  return withFileLock(join(home, 'database.lock'), async () => {
    const place = settleServerHome(home)
    const passwords = readPasswords(place.passwordsFile)
    const found = await findPostmaster(place.data)
    const startedHere = !found || holdersOf(place).length === 0
    if (!found) await createCluster(place, passwords, options.durable ?? true)
    const postmaster = found ?? (await launch(place, options, await freePort()))
    const holder = join(place.holdersFolder, `${identityOf()}.${randomBytes(4).toString('hex')}`)
    writeFileSync(holder, '')
    const watch = options.revives ? reviveWhenDead(place, options, postmaster) : undefined
    const server: EmbeddedServer = {
      host: '127.0.0.1',
      port: postmaster.port,
      superuserPassword: passwords.superuser,
      passwords,
      startedHere,
      url: (role, database = databaseName) => addressOf(passwords, postmaster.port, role, database),
      stop: (how) => {
        clearInterval(watch)
        return letGo(place, holder, (options.stays ?? false) && !how?.evenIfToStay)
      },
    }
    await prepareOnce(place, server)
    return server
  })
}

/** Stops the server of a home whoever holds it; nothing happens when none runs. */
export const stopEmbeddedServer = async (home: string): Promise<void> => {
  if (!existsSync(home)) return
  const made = makeHome(home)
  await withFileLock(join(made, 'database.lock'), async () => {
    const postmaster = await findPostmaster(settleServerHome(made).data)
    if (postmaster) await halt(postmaster)
  })
}

const addressOf = (passwords: ServerPasswords, port: number, role: ServerRole, database: string): string => {
  const user = role === 'superuser' ? 'postgres' : `portolan_${role}`
  return `postgres://${user}:${passwords[role]}@127.0.0.1:${port}/${database}`
}

/** The living processes that hold the server; marks of dead ones are swept away. */
const holdersOf = (place: ServerHome): string[] =>
  readdirSync(place.holdersFolder).filter((identity) => {
    if (isSameProcessRunning(identity.split('.')[0] ?? '')) return true
    rmSync(join(place.holdersFolder, identity), { force: true })
    return false
  })

/** Looks after the server of a process that serves: its pools know one port, so that is where it comes back. */
const reviveWhenDead = (place: ServerHome, options: EmbeddedServerOptions, started: Postmaster): NodeJS.Timeout => {
  let { pid } = started
  let reviving = false
  const revive = async () => {
    reviving = true
    try {
      await withFileLock(join(place.home, 'database.lock'), async () => {
        const found = await findPostmaster(place.data)
        pid = (found ?? (await launch(place, options, started.port))).pid
      })
    } catch (error) {
      options.log?.((error as Error).message)
    }
    reviving = false
  }
  const watch = setInterval(() => {
    if (!reviving && !isRunning(pid)) void revive()
  }, watchMs)
  return watch.unref()
}

const letGo = (place: ServerHome, holder: string, stays: boolean): Promise<void> =>
  withFileLock(join(place.home, 'database.lock'), async () => {
    rmSync(holder, { force: true })
    if (stays || holdersOf(place).length > 0) return
    const postmaster = await findPostmaster(place.data)
    if (postmaster) await halt(postmaster)
  })

/** Fast shutdown; immediate shutdown when that takes too long (the server recovers from its log at the next start). */
const halt = async ({ pid }: Postmaster): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isRunning(pid)) process.kill(pid, signal)
    for (let pause = 0; pause < stopPausesMax; pause++) {
      if (!isRunning(pid)) return
      await wait(pauseMs)
    }
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop`)
}

/** Makes the cluster under another name first, so that a start killed half-way leaves none that looks whole. */
const createCluster = async (place: ServerHome, passwords: ServerPasswords, durable: boolean): Promise<void> => {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const half = `${place.data}.new`
  const passwordFile = join(place.base, 'initial-password')
  rmSync(half, { recursive: true, force: true })
  writeFor(place.user, passwordFile, passwords.superuser)
  try {
    await promisify(execFile)(join(place.binaries, 'bin', 'initdb'), [
      '-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ], { ...place.user, cwd: place.base, env: serverEnvironment })
  } catch (error) {
    throw new Error(`The embedded PostgreSQL cannot make its cluster in ${place.base}: ${reason(String((error as { stderr?: string }).stderr ?? error))}`)
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

const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const launch = async (place: ServerHome, options: EmbeddedServerOptions, port: number): Promise<Postmaster> => {
  const settings = { ...always, ...(options.durable === false ? carelessly : durably), port: String(port) }
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
  options.log?.('embedded PostgreSQL starting')
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

const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })

/** Roles and database are made once for a cluster; the mark is written after they are committed. */
const prepareOnce = async (place: ServerHome, server: EmbeddedServer): Promise<void> => {
  const mark = join(place.home, 'database-prepared')
  const cluster = `${place.base} 1`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === cluster) return
  await prepareRoles(server.url('superuser', 'postgres'), server.passwords)
  writeFileSync(mark, cluster)
}

/** The line that says why: what follows it are details. */
const reason = (output: string): string => {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
}
