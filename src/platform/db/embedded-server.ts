import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './file-lock.ts'
import { findPostmaster } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { identityOf, isRunning, isSameProcessRunning } from './process-state.ts'
import { databaseName, prepareRoles } from './roles.ts'
import { makeHome, readPasswords, settleServerHome } from './server-home.ts'
import type { ServerHome, ServerPasswords } from './server-home.ts'
import { createCluster, freePort, halt, launch } from './server-process.ts'

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
  /** Hears of a server that could not be started again. */
  log?: (line: string) => void
  /** False: no fsync, for tests only. */
  durable?: boolean
  /** True: the server outlives its holders until `stopEmbeddedServer`. */
  stays?: boolean
  /** True: a server that dies while held is started again, on the same port. */
  revives?: boolean
}

const watchMs = 200

/**
 * Starts the PostgreSQL server of a home, or joins the one that runs for it already: of a neighbour process,
 * or left behind by one that was killed. Faults are one line each.
 */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const home = makeHome(options.home)
  const durable = options.durable ?? true
  return withFileLock(join(home, 'database.lock'), async () => {
    const place = settleServerHome(home)
    const passwords = readPasswords(place.passwordsFile)
    const found = await findPostmaster(place.data)
    const startedHere = !found || holdersOf(place).length === 0
    if (!found) await createCluster(place, passwords.superuser, durable)
    const postmaster = found ?? (await launch(place, durable, await freePort()))
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
    try {
      await prepareOnce(place, server)
    } catch (error) {
      clearInterval(watch)
      rmSync(holder)
      if (startedHere) await halt(postmaster)
      throw error
    }
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
        pid = (found ?? (await launch(place, options.durable ?? true, started.port))).pid
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

/** Roles and database are made once for a cluster; the mark is written after they are committed. */
const prepareOnce = async (place: ServerHome, server: EmbeddedServer): Promise<void> => {
  const mark = join(place.home, 'database-prepared')
  const cluster = `${place.base} 1`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === cluster) return
  await prepareRoles(server.url('superuser', 'postgres'), server.passwords)
  writeFileSync(mark, cluster)
}
