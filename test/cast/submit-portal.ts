import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { InjectOptions } from 'fastify'
import { layoutOf } from '../../src/app/layout.tsx'
import { caseDocumentEndpoint } from '../../src/portal/pages/case-document.ts'
import { casePage } from '../../src/portal/pages/case-page.tsx'
import { filingRoutes, submitRoutes } from '../../src/filing/index.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import type { ListenerParts } from '../../src/platform/http/listener.ts'
import { buildServer, type Listener } from '../../src/platform/http/server.ts'
import type { Route } from '../../src/platform/http/page.ts'
import type { Visit } from '../../src/platform/http/visit.ts'
import { newSecret } from '../../src/platform/ids.ts'
import type { Assets } from '../../src/ui/index.ts'
import { anyHost } from './services.ts'

export type Page = { status: number; location: string; html: string; headers: Record<string, unknown> }

/** The product's own look, where a browser is to see it. */
export type BuiltAssets = { assets: Assets; folder: string }

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

type Parts = Pick<ListenerParts, 'pool' | 'services' | 'record' | 'log'>

/** Serves signing, paying and submissions to people whom `enter` let in. */
export async function submitPortal(
  parts: Parts,
  { assets, folder }: BuiltAssets = { assets: (name) => `/assets/${name}`, folder: import.meta.dirname },
  languages: readonly string[] = ['en', 'en-XA', 'ar-XB'],
  more: readonly Route[] = [],
) {
  const { agency, publicUrl, clock } = parts.services
  const visits = new Map<string, Visit>()
  const portal = await buildServer(
    {
      ...parts,
      name: 'portal',
      origin: publicUrl,
      answersTo: anyHost,
      trustedProxies: [],
      noIndex: true,
      languages,
      timeZone: agency.timeZone,
      assetsFolder: folder,
      visitOf: async (secret) => visits.get(secret ?? '') ?? { actor: visitor, session: null, endedAccount: null },
      park: async () => {},
      takeParked: async () => null,
      ready: async () => true,
      layout: layoutOf({
        audience: 'portal',
        agency,
        assets,
        demonstration: true,
        operatorName: '',
        languages: ['en'],
        viewerOf: ({ actor }) => ({ kind: actor.kind === 'account' ? 'account' : 'visitor' }),
        extendSessionPath: '/session/extend',
      }),
    },
    [...filingRoutes, ...submitRoutes, casePage, caseDocumentEndpoint, ...more],
  )
  /** Signs somebody in: the secret their cookie holds. */
  const enter = (actor: Actor, hasRecentProof = true): string => {
    const secret = newSecret(128)
    visits.set(secret, visitOf(actor, clock.now(), hasRecentProof))
    return secret
  }
  return {
    portal,
    enter,
    browser: (actor: Actor | null, proven = true) => browsing(portal, publicUrl, actor && enter(actor, proven)),
  }
}

/** A browser without scripts, over requests in memory. */
function browsing(portal: Listener, origin: string, secret: string | null) {
  const kept = new Map<string, string>(secret ? [['portolan_portal', secret]] : [])
  const cookies = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
  const seen = async (request: InjectOptions): Promise<Page> => {
    const answer = await portal.inject({ ...request, headers: { ...request.headers, cookie: cookies() } })
    for (const { name, value } of answer.cookies) if (name !== 'portolan_portal') kept.set(name, value)
    const location = answer.headers.location?.toString() ?? ''
    return { status: answer.statusCode, location, html: answer.body, headers: answer.headers }
  }
  const get = (url: string) => seen({ method: 'GET', url })
  return {
    get,
    /** Presses the button of the page's form, with these fields beside its hidden ones. */
    async press(url: string, fields: Record<string, string> = {}, page?: Page): Promise<Page> {
      const { html } = page ?? (await get(url))
      const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      const posted = Object.fromEntries(hidden.map(([, name, value]) => [name, value]))
      const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
      const payload = new URLSearchParams({ ...posted, ...fields }).toString()
      return seen({ method: 'POST', url, headers, payload })
    },
  }
}

const visitOf = (actor: Actor, now: Temporal.Instant, hasRecentProof: boolean): Visit => ({
  actor,
  endedAccount: null,
  session: {
    id: String(actor.sessionId),
    idleEndsAt: now.add({ hours: 1 }),
    endsAt: now.add({ hours: 12 }),
    holder: {
      account: String(actor.id),
      stage: 'full',
      nextStep: null,
      accountType: actor.roles.includes('representative') ? 'representative' : 'applicant',
      hasRecentProof,
      hasParkedForm: false,
    },
  },
})
