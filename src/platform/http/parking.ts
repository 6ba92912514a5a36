import type { FastifyRequest } from 'fastify'
import { tokenBinding } from './context.ts'
import { csrfFieldName, csrfTokenFits } from './csrf.ts'
import { sessionIn } from './drawn-in.ts'
import type { ListenerParts } from './listener.ts'
import type { AnyPage, Context, Route } from './page.ts'
import { nothingPosted, type Posted, postedText } from './posted.ts'

/** The random name of one open page: what it posts takes the place of what it posted before. */
export const openPageFieldName = 'typed-page'

export function tokenFits(parts: ListenerParts, request: FastifyRequest, token: string): boolean {
  const boundTo = tokenBinding(parts, request)
  return boundTo !== undefined && csrfTokenFits(parts.services.keys.derive('csrf'), boundTo, token)
}

/** The session in whose page a form was drawn; null: in none, or the token is not ours. */
export const drawnInSession = ({ services }: ListenerParts, token: string) => sessionIn(services.keys.derive('parked-form'), token)

/** By its token a form is this visitor's, or that of a session which this browser no longer has; by any other it is nobody's. */
export async function parkIfKnown(parts: ListenerParts, request: FastifyRequest, route: Route, context: Context, posted: Posted, account: string | null): Promise<void> {
  const typed = shownAgain(route, posted)
  if (typed.size <= 1) return
  const token = postedText(posted, csrfFieldName)
  const session = drawnInSession(parts, token)
  const typedBy = account && tokenFits(parts, request, token) ? { account } : session ? { session } : null
  if (typedBy) await parts.park(typedBy, postedAt(route, context), typed)
}

/** What a page would show of a form again: never a secret, and nothing at an address that has no form. */
function shownAgain(route: Route, posted: Posted): Posted {
  if (route.kind === 'endpoint') return route.parksAt ? posted : nothingPosted
  if (route.kind === 'action') return nothingPosted
  const { fields = {} } = route
  return new Map([...posted].filter(([name]) => fields[name]?.echo !== false))
}

/** What an open page had parked is over once the same page posted again and was taken. */
export async function letGoOfOvertaken(parts: ListenerParts, route: Route, context: Context, posted: Posted): Promise<void> {
  const page = postedText(posted, openPageFieldName)
  if (page) await parts.takeParked(context.visit, postedAt(route, context), page)
}

const pathOnly = (url: string) => url.replace(/\?.*$/s, '')

/** Where a form stands: its path, and what tells it from others there. */
const formAt = (url: string, name = '', value: string | null | undefined = null) =>
  pathOnly(url) + (value ? `?${new URLSearchParams({ [name]: value })}` : '')

/** Where the form that is shown stands. */
export const shownAt = ({ toldApartBy }: AnyPage, { url }: Context, model: unknown): string =>
  formAt(url, toldApartBy?.name, toldApartBy?.shown(model as never))

function postedAt(route: Route, { url, params, query }: Context): string {
  if (route.kind === 'endpoint' && route.parksAt) return route.parksAt(params as never, query)
  const name = route.kind === 'page' ? route.toldApartBy?.name : undefined
  return formAt(url, name, name ? query[name] : null)
}
