import type { Listener } from '../../src/platform/http/server.ts'
import type { Route } from '../../src/platform/http/page.ts'
import type { AccessGround } from './access-ground.ts'
import { type Person, tokenOf, visitorCookie } from './people.ts'

/** What somebody got who asked, without what differs from one asking to the next. */
export interface Got {
  readonly status: number
  readonly location: string
  readonly body: string
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly route: Route
  readonly things: Readonly<Record<string, string>>
  readonly posted?: Readonly<Record<string, string>>
}

export const methodsOf = (route: Route): ('GET' | 'POST')[] => {
  if (route.kind === 'action') return ['POST']
  if (route.kind === 'endpoint') return route.method === 'GET' || route.method === 'POST' ? [route.method] : []
  return route.submit ? ['GET', 'POST'] : ['GET']
}

export const patternOf = ({ path }: Route): string => path.pattern as string

export const addressOf = (route: Route, things: Readonly<Record<string, string>>): string =>
  patternOf(route).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(things[name] ?? ''))

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A receipt number in groups, as pages show it. */
const shownNumber = /<span class="number"[^>]*>(?:<span class="number-group">[^<]*<\/span>\s*)*<\/span>/g

const trackingNumber = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/g

/** The text without what was asked for, the form's token, and ids drawn for each page. */
function plain(text: string, things: Readonly<Record<string, string>>, token: string): string {
  let left = text.replace(/find=[\w-]+/g, 'find=sealed').replace(/name="csrf" value="[^"]*"/g, '').replaceAll(token, '')
  for (const value of Object.values(things)) if (value.length > 6) left = left.replaceAll(value, 'thing').replaceAll(encodeURIComponent(value), 'thing')
  return left.replace(/name="idempotencyKey" value="[^"]*"/g, '').replace(shownNumber, 'number').replace(trackingNumber, 'number').replace(uuid, 'id').replace(/\b[A-Z]{3}[ -]?\d{2,3}(?:[ -]?\d{2,4}){2,4}\b/g, 'number')
}

/** Asks one listener as this person, with the token that their own pages have. */
export async function ask(ground: AccessGround, listener: 'portal' | 'office', person: Person, { method, route, things, posted = {} }: Asked): Promise<Got & { raw: string }> {
  const server: Listener = ground[listener]
  const token = tokenOf(ground, person)
  const cookies = person.secret ? { [`portolan_${listener}`]: person.secret } : { [`portolan_${listener}_visitor`]: visitorCookie }
  const payload = new URLSearchParams({ ...posted, csrf: token }).toString()
  const origin = listener === 'portal' ? ground.services.publicUrl : ground.services.officeUrl
  const answer = await server.inject({
    method,
    url: addressOf(route, things),
    cookies,
    ...(method === 'POST' ? { payload, headers: { 'content-type': 'application/x-www-form-urlencoded', origin } } : {}),
  })
  const location = String(answer.headers.location ?? '')
  return { status: answer.statusCode, location: plain(decodeURIComponent(location), things, token), body: plain(answer.body, things, token), raw: answer.body.replace(/name="csrf" value="[^"]*"/g, '') }
}

export const isSame = (one: Got, other: Got): boolean => one.status === other.status && one.location === other.location && one.body === other.body

/** Where two answers part, in a few words. */
export function difference(one: Got, other: Got): string {
  if (one.status !== other.status || one.location !== other.location) return `${one.status} ${one.location} and ${other.status} ${other.location}`
  const at = [...one.body].findIndex((letter, index) => letter !== other.body[index])
  return `“${one.body.slice(Math.max(0, at - 60), at + 60)}” and “${other.body.slice(Math.max(0, at - 60), at + 60)}”`
}
