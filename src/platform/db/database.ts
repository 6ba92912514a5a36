import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedServer } from './embedded-server.ts'
import { prepareRoles } from './roles.ts'
import { makeHome, readPasswords } from './server-home.ts'

export type DatabaseSettings = {
  /** PORTOLAN_HOME. */
  home: string
  /** DATABASE_URL: the portal's role when the other three are given, else a role that may make ours. */
  databaseUrl?: string | undefined
  ownerUrl?: string | undefined
  officeUrl?: string | undefined
  workerUrl?: string | undefined
  /** True for the process that serves: an embedded server that dies is started again. */
  revives?: boolean
}

export type Database = {
  urls: { portal: string; office: string; worker: string; owner: string }
  embedded: boolean
  /** Stops the embedded server when this process started it and nobody else uses it. */
  close(): Promise<void>
}

const oldestServer = 150_000
const connectionTimeoutMs = 5_000

/** The database of a deployment, reachable, with its roles; not migrated. Faults are one line each. */
export const openDatabase = async (
  settings: DatabaseSettings,
  log: (line: string) => void = () => {},
): Promise<Database> => {
  const { databaseUrl, ownerUrl, officeUrl, workerUrl } = settings
  if (databaseUrl === undefined) {
    if (ownerUrl ?? officeUrl ?? workerUrl)
      throw new Error('DATABASE_URL is missing beside the other database settings')
    return openEmbedded(settings, log)
  }
  await checkServer('DATABASE_URL', databaseUrl)
  const urls =
    ownerUrl && officeUrl && workerUrl
      ? { portal: databaseUrl, office: officeUrl, worker: workerUrl, owner: ownerUrl }
      : undefined
  if (!urls && (ownerUrl ?? officeUrl ?? workerUrl)) {
    throw new Error('DATABASE_OWNER_URL, DATABASE_OFFICE_URL and DATABASE_WORKER_URL: set all three, or none of them')
  }
  return { urls: urls ?? (await makeRolesOn(databaseUrl, settings.home)), embedded: false, close: async () => {} }
}

const openEmbedded = async (
  { home, revives = false }: DatabaseSettings,
  log: (line: string) => void,
): Promise<Database> => {
  const server = await startEmbeddedServer({ home, revives, log })
  const urls = {
    portal: server.url('portal'),
    office: server.url('office'),
    worker: server.url('worker'),
    owner: server.url('owner'),
  }
  return { urls, embedded: true, close: () => server.stop() }
}

/** Passwords of roles made on another server are kept in the home like those of the embedded one. */
const makeRolesOn = async (databaseUrl: string, home: string): Promise<Database['urls']> => {
  const passwords = readPasswords(join(makeHome(home), 'database-passwords.json'))
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
  await prepareRoles(databaseUrl, passwords, database)
  const as = (role: keyof Database['urls']) => {
    const url = new URL(databaseUrl)
    url.username = `portolan_${role}`
    url.password = passwords[role]
    return url.href
  }
  return { portal: as('portal'), office: as('office'), worker: as('worker'), owner: as('owner') }
}

const checkServer = async (setting: string, url: string): Promise<void> => {
  const { hostname, port } = URL.parse(url) ?? { hostname: '', port: '' }
  if (!hostname) throw new Error(`${setting} is not an address like postgres://role:password@host:5432/database`)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectionTimeoutMs })
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version_num')::int as version")
    if (rows[0].version < oldestServer) throw new Error('PostgreSQL 15 or newer is needed')
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new Error(`${setting}: PostgreSQL at ${hostname}:${port || '5432'} cannot be used (${message || code})`)
  } finally {
    await client.end().catch(() => {})
  }
}
