import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareRoles, type RolePasswords } from './roles.ts'

export interface ExternalUrls {
  portal: string
  owner: string | null
  office: string | null
  worker: string | null
}

/**
 * The four addresses of an outside PostgreSQL server. All given: taken as they are. Only the first given: it is an
 * administrator's, our roles are made there, and their passwords kept in the home. Throws one line saying what to grant.
 */
export async function prepareExternal(given: ExternalUrls, home: string): Promise<Record<keyof RolePasswords, string>> {
  const { portal, owner, office, worker } = given
  if (owner && office && worker) return { portal, owner, office, worker }
  if (owner || office || worker)
    throw new Error('DATABASE_URL: set it alone, or with DATABASE_OWNER_URL, DATABASE_OFFICE_URL and DATABASE_WORKER_URL')
  const passwords = keptPasswords(home)
  const database = decodeURIComponent(new URL(portal).pathname.slice(1)) || 'portolan'
  await prepareRoles(portal, passwords, database)
  const as = (role: keyof RolePasswords) => addressFor(portal, role, passwords[role], database)
  return { owner: as('owner'), portal: as('portal'), office: as('office'), worker: as('worker') }
}

function addressFor(administrator: string, role: keyof RolePasswords, password: string, database: string): string {
  const url = new URL(administrator)
  url.username = `portolan_${role}`
  url.password = password
  url.pathname = `/${encodeURIComponent(database)}`
  return url.toString()
}

function keptPasswords(home: string): RolePasswords {
  mkdirSync(home, { recursive: true })
  const file = join(home, 'database-roles.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords
  } catch {
    const made = () => randomBytes(24).toString('base64url')
    const passwords = { owner: made(), portal: made(), office: made(), worker: made() }
    writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 })
    return passwords
  }
}
