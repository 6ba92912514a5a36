import type { KyselyPlugin } from 'kysely'
import { layoutOf } from '../../src/app/layout.tsx'
import { recordEntry } from '../../src/audit/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import type { Visit } from '../../src/platform/http/visit.ts'
import { openLog } from '../../src/platform/log.ts'
import { paths } from '../../src/platform/paths.ts'
import { type CasesGround, visitor } from './cases-ground.ts'
import { anyHost } from './services.ts'

export interface PortalGround {
  get(path: string, as?: Actor, headers?: Record<string, string>): Promise<Shown>
  /** Opens the page first, for its token; `cookie` is what the browser has from before. */
  post(path: string, values: Record<string, string>, as?: Actor, cookie?: string): Promise<Shown>
  /** Statements sent to the database since the last call, `begin` and `commit` among them. */
  statements(): number
  close(): Promise<void>
}

export interface Shown {
  status: number
  body: string
  headers: Record<string, string | string[] | number | undefined>
  json(): unknown
}

const secretOf = (actor: Actor) => String(actor.id).replaceAll('-', '').slice(0, 22)

/** Serves routes as the portal does, in memory, for visitors and for accounts that are signed in. */
export async function portalGround(ground: CasesGround, routes: readonly Route[]): Promise<PortalGround> {
  const visits = new Map<string, Visit>()
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1
      return result
    },
  }
  const { services, database } = ground
  const server = await buildServer(
    {
      pool: database.pools.portal.withPlugin(counting),
      services,
      record: recordEntry,
      name: 'portal',
      origin: services.publicUrl,
      answersTo: anyHost,
      log: openLog('silent'),
      trustedProxies: ['127.0.0.1'],
      noIndex: true,
      languages: ['en', 'en-XA', 'ar-XB'],
      timeZone: services.agency.timeZone,
      assetsFolder: new URL('../../assets/icons', import.meta.url).pathname,
      visitOf: async (secret) => visits.get(secret ?? '') ?? nobody,
      park: async () => {},
      takeParked: async () => null,
      ready: async () => true,
      layout: layoutOf({
        audience: 'portal',
        agency: services.agency,
        assets: (name) => `/assets/${name}`,
        demonstration: true,
        operatorName: '',
        languages: ['en'],
        viewerOf: ({ actor }) => ({ kind: actor.kind === 'account' ? 'account' : 'visitor' }),
        extendSessionPath: paths.extendSession(),
      }),
    },
    routes,
  )
  const cookieOf = (actor?: Actor): Record<string, string> => {
    if (!actor) return {}
    visits.set(secretOf(actor), visitFor(actor))
    return { portolan_portal: secretOf(actor) }
  }
  const shown = (answer: Awaited<ReturnType<typeof server.inject>>): Shown => ({
    status: answer.statusCode,
    body: answer.body,
    headers: answer.headers,
    json: () => answer.json(),
  })
  const get: PortalGround['get'] = async (path, as, headers = {}) =>
    shown(await server.inject({ method: 'GET', url: path, cookies: cookieOf(as), headers }))
  return {
    get,
    async post(path, values, as, cookie) {
      const before = Object.fromEntries(
        (cookie ?? '')
          .split('; ')
          .filter(Boolean)
          .map((pair) => pair.split('=') as [string, string]),
      )
      const page = await server.inject({ method: 'GET', url: path, cookies: { ...before, ...cookieOf(as) } })
      const csrf = /name="csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
      const given = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]))
      return shown(
        await server.inject({
          method: 'POST',
          url: path,
          cookies: { ...before, ...given, ...cookieOf(as) },
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: services.publicUrl },
          payload: new URLSearchParams({ csrf, ...values }).toString(),
        }),
      )
    },
    statements: () => {
      const counted = statements
      statements = 0
      return counted
    },
    close: async () => void (await server.close()),
  }
}

const nobody: Visit = { actor: visitor, session: null, endedAccount: null }
const later = Temporal.Instant.from('2026-11-23T16:00:00Z')

const visitFor = (actor: Actor): Visit => ({
  actor,
  endedAccount: null,
  session: {
    id: String(actor.sessionId),
    idleEndsAt: later,
    endsAt: later,
    holder: {
      account: String(actor.id),
      stage: 'full',
      nextStep: null,
      accountType: 'applicant',
      hasRecentProof: true,
      hasParkedForm: false,
    },
  },
})
