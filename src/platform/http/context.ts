import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyedHash } from '../crypto/keyed-hash.ts'
import { textOf } from '../i18n/text.ts'
import { performerFor, type RequestFacts } from '../operation.ts'
import { newSecret } from '../ids.ts'
import { countryOf } from './country.ts'
import { csrfTokenFor, newVisitorId } from './csrf.ts'
import { deviceOf } from './device.ts'
import { drawnIn } from './drawn-in.ts'
import type { ListenerParts } from './listener.ts'
import { networkOf } from './network.ts'
import { allows, ownCookies, yearSeconds } from './own-cookies.ts'
import type { Context } from './page.ts'
import { textsFrom } from './posted.ts'
import type { Visit } from './visit.ts'

/** Cookie names of a listener: cookies ignore ports, so the portal and the office each have their own. */
export function cookieNames(parts: Pick<ListenerParts, 'name' | 'origin'>) {
  const prefix = parts.origin.startsWith('https:') ? '__Host-' : ''
  const session = `${prefix}portolan_${parts.name}`
  return { session, visitor: `${session}_visitor`, browser: `${session}_browser` }
}

export function cookieOptions(parts: Pick<ListenerParts, 'origin'>, keepSeconds?: number) {
  const lifetime = keepSeconds === undefined ? {} : { maxAge: keepSeconds }
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: parts.origin.startsWith('https:'), ...lifetime }
}

/** What binds a form's token: the session's secret, even an ended one, or else the visitor's cookie. */
export function tokenBinding(parts: ListenerParts, request: FastifyRequest): string | undefined {
  const names = cookieNames(parts)
  return request.cookies[names.session] ?? request.cookies[names.visitor]
}

/** What the request says of itself is worked out when it is first asked for: most pages never ask. */
function requestFacts(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply): RequestFacts {
  let network: string | undefined
  let secret: string | undefined
  return {
    id: request.id,
    get network() {
      network ??= keyedHash(parts.services.keys, 'network', networkOf(request.ip))
      return network
    },
    get device() {
      return deviceOf(request.headers['user-agent'])
    },
    get country() {
      return countryOf(request.ip)
    },
    browserSecret: () => {
      if (secret) return secret
      const { browser } = cookieNames(parts)
      const known = request.cookies[browser] ?? ''
      secret = /^[\w-]{22}$/.test(known) ? known : newSecret(128)
      // A year from each sign-in on.
      reply.setCookie(browser, secret, cookieOptions(parts, yearSeconds))
      return secret
    },
  }
}

const languageCookie = ownCookies.language.name

/** A language that was chosen stays until the browser is closed; remembering it longer is a storage preference. */
function languageOf(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply): string {
  const offered = (asked: unknown) => parts.languages.find((language) => language === asked)
  const chosen = offered((request.query as Record<string, unknown>).language)
  const before = offered(request.cookies[languageCookie])
  if (chosen && chosen !== before) reply.setCookie(languageCookie, chosen, cookieOptions(parts))
  return chosen ?? before ?? parts.languages[0] ?? 'en'
}

/** The time zone that a person chose for this device, if personalization is on and the deployment offers it. */
function timeZoneOf({ timeZone, timeZones = [] }: ListenerParts, { cookies }: FastifyRequest): string {
  const cookie = (name: string) => cookies[name]
  const chosen = allows({ cookie }, 'personalization') ? timeZones.find((zone) => zone === cookie(ownCookies.region.name)) : undefined
  return chosen ?? timeZone
}

/** Gathers what a page may know of its request. Cookies it sets go out with whatever is answered. */
export function contextOf(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply, visit: Visit): Context {
  const names = cookieNames(parts)
  const facts = requestFacts(parts, request, reply)
  let bound = tokenBinding(parts, request)
  // A page has several forms and one token.
  let token: string | undefined
  let session = visit.session?.id
  const newToken = () => {
    const { keys } = parts.services
    const own = csrfTokenFor(keys.derive('csrf'), bind())
    return session ? drawnIn(keys.derive('parked-form'), own, session) : own
  }
  const bind = () => {
    if (bound) return bound
    bound = newVisitorId()
    reply.setCookie(names.visitor, bound, cookieOptions(parts))
    return bound
  }
  return {
    ...performerFor(parts, visit.actor, facts),
    t: textOf(languageOf(parts, request, reply), timeZoneOf(parts, request)),
    visit,
    services: parts.services,
    params: request.params as Record<string, string>,
    query: textsFrom(request.query),
    url: request.url,
    request: facts,
    csrfToken: () => {
      token ??= newToken()
      return token
    },
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, keepSeconds) => void reply.setCookie(name, value, cookieOptions(parts, keepSeconds)),
    tally: (kind, place, name) => {
      if (parts.tally && allows({ cookie: (cookie) => request.cookies[cookie] }, 'analytics')) parts.tally.add(kind, place, name)
    },
    startSession: (secret) => {
      bound = secret
      session = undefined
      token = undefined
      reply.setCookie(names.session, secret, cookieOptions(parts))
    },
    endSession: () => {
      reply.clearCookie(names.session, cookieOptions(parts))
      reply.header('clear-site-data', '"cache", "storage"')
    },
  }
}
