import type { InjectOptions } from 'fastify'
import { sealEmail } from '../../src/accounts/email-address.ts'
import { layoutOf } from '../../src/app/layout.tsx'
import { recordEntry } from '../../src/audit/index.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { buildServer, type Listener } from '../../src/platform/http/server.ts'
import type { Route } from '../../src/platform/http/page.ts'
import type { Visit } from '../../src/platform/http/visit.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import { openLog } from '../../src/platform/log.ts'
import { type Performer, performerFor } from '../../src/platform/operation.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { accountActor } from './cases-ground.ts'
import { anyHost, testRequest, testServices } from './services.ts'

export type Seen = { status: number; location: string | undefined; html: string }

/** A browser without scripts: it keeps its cookies, and posts a form with the token of the page it was on. */
export interface Browsing {
  get(path: string): Promise<Seen>
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Seen>
}

export interface FilingGround {
  database: TestDatabase
  services: Awaited<ReturnType<typeof testServices>>
  portal: Listener
  /** A new applicant who has an account. */
  applicant(): Promise<Actor>
  as(actor: Actor): Performer
  /** The same for a job, through the worker's role. */
  asSystem(actor: Actor): Performer
  browse(actor: Actor): Browsing
  /** The session cookie's value of a visit of this actor. */
  secretOf(actor: Actor): string
  end(): Promise<void>
}

/** A portal with these routes over a database of its own. Call `end` in `after`. */
export async function filingGround(routes: readonly Route[]): Promise<FilingGround> {
  const database = await testDatabase()
  const services = await testServices()
  const visits = new Map<string, Visit>()
  const parts = { pool: database.pools.portal, services, record: recordEntry }
  const layout = layoutOf({
    audience: 'portal',
    agency: services.agency,
    assets: (name) => `/assets/${name}`,
    demonstration: true,
    operatorName: '',
    languages: ['en', 'en-XA', 'ar-XB'],
    viewerOf: () => ({ kind: 'visitor' }),
    extendSessionPath: '/session/extend',
  })
  const portal = await buildServer(
    {
      ...parts,
      name: 'portal',
      origin: services.publicUrl,
      answersTo: anyHost,
      log: openLog('silent'),
      trustedProxies: [],
      noIndex: true,
      languages: ['en', 'en-XA', 'ar-XB'],
      timeZone: services.agency.timeZone,
      assetsFolder: import.meta.dirname,
      visitOf: async (secret) => visits.get(secret ?? '') ?? nobody,
      layout,
      park: async () => {},
      takeParked: async () => null,
      ready: async () => true,
    },
    routes,
  )
  const secretOf = (actor: Actor) => {
    const secret = newSecret(128)
    visits.set(secret, visitOf(actor, services.clock.now()))
    return secret
  }
  return {
    database,
    services,
    portal,
    applicant: () => insertApplicant(database, services),
    as: (actor) => performerFor(parts, actor, testRequest),
    asSystem: (actor) => performerFor({ ...parts, pool: database.pools.worker }, actor, testRequest),
    secretOf,
    browse: (actor) => browsing(portal, services.publicUrl, secretOf(actor)),
    end: async () => {
      await portal.close()
      await database.drop()
    },
  }
}

const nobody: Visit = { actor: visitor, session: null, endedAccount: null }

/** A complete account, signed in with both factors; a visitor has no session. */
function visitOf(actor: Actor, now: Temporal.Instant): Visit {
  if (actor.kind !== 'account') return nobody
  const holder = {
    account: actor.id as string,
    stage: 'full' as const,
    nextStep: null,
    accountType: actor.roles[0] ?? null,
    hasRecentProof: true,
    hasParkedForm: false,
  }
  const ends = { idleEndsAt: now.add({ hours: 1 }), endsAt: now.add({ hours: 12 }) }
  return { actor, session: { id: actor.sessionId as string, ...ends, holder }, endedAccount: null }
}

async function insertApplicant(database: TestDatabase, { keys }: FilingGround['services']): Promise<Actor> {
  const actor = accountActor()
  const id = actor.id as string
  const at = Temporal.Instant.from('2026-11-01T00:00:00Z')
  await database.pools.owner
    ?.insertInto('accounts.account')
    .values({
      id,
      email_hash: newId() + newId(),
      email_sealed: sealEmail(keys, id, 'applicant@example.test'),
      language: 'en',
      begun_at: at,
      asked_at: at,
    })
    .execute()
  return actor
}

function browsing(portal: Listener, origin: string, session: string): Browsing {
  const cookie = `portolan_portal=${session}`
  let token = ''
  const seen = async (request: InjectOptions): Promise<Seen> => {
    const answer = await portal.inject(request)
    token = /(?:name="csrf" value|data-csrf)="([^"]+)"/.exec(answer.body)?.[1] ?? token
    return { status: answer.statusCode, location: answer.headers.location?.toString(), html: answer.body }
  }
  return {
    get: (url) => seen({ method: 'GET', url, headers: { cookie } }),
    post: async (url, fields) => {
      if (!token) await seen({ method: 'GET', url, headers: { cookie } })
      const body = new URLSearchParams(pairsOf({ csrf: token, ...fields }))
      const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' }
      return seen({ method: 'POST', url, headers, payload: body.toString() })
    },
  }
}

const pairsOf = (fields: Parameters<Browsing['post']>[1]) =>
  Object.entries(fields).flatMap(([name, value]) => (Array.isArray(value) ? value : [value as string]).map((one) => [name, one]))
