import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BuiltInRefusal, Result } from '../operation.ts'
import { type Answer, isAnswer, notFound, seeOther } from './answer.ts'
import { contextOf } from './context.ts'
import { comesFromUs, csrfFieldName, csrfHeaderName } from './csrf.ts'
import type { FieldError } from './field.ts'
import { formState, parseFields } from './form-state.ts'
import type { ListenerParts } from './listener.ts'
import type { AnyAction, AnyEndpoint, AnyPage, Context, EndpointBody, FormState, RefusalShown, Route, Submit, View } from './page.ts'
import { drawnInSession, letGoOfOvertaken, parkIfKnown, shownAt, tokenFits } from './parking.ts'
import { type Posted, postedFrom, postedText } from './posted.ts'
import { partsOf, TokenMissing } from './upload-parts.ts'
import type { Verdict, Visit } from './visit.ts'

/** What a route's run ends in: an answer of its own, or a view with its status. */
export type Ended = Answer | { answer: 'view'; view: View; status: number } | { answer: 'forbidden' }

type AnySubmit = Submit<Record<string, string>, never, unknown, unknown, unknown, string>

/** Runs one request through its route: access, origin and token, fields, operation, answer. */
export async function runRoute(parts: ListenerParts, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<{ ended: Ended; context: Context }> {
  const visit = (request as FastifyRequest & { visit: Visit }).visit
  const context = contextOf(parts, request, reply, visit)
  return { ended: await endOf(parts, route, request, context), context }
}

/** Every method that may change something (RFC 9110, 9.2.1). */
const isUnsafeMethod = (method: string) => method !== 'GET' && method !== 'HEAD'

async function endOf(parts: ListenerParts, route: Route, request: FastifyRequest, context: Context): Promise<Ended> {
  const isUnsafe = isUnsafeMethod(request.method)
  const proves = route.kind === 'endpoint' && route.provesItself !== undefined
  if (isUnsafe && !proves && !comesFromUs(request.headers, parts.origin)) return { answer: 'forbidden' }
  const posted = route.kind === 'endpoint' && (route.rawBody || route.streams) ? new Map() : postedFrom(request.body)
  const verdict = route.access.check(context.visit, wayBack(parts, route, request, context))
  if (verdict === 'not-found') return notFound
  if (verdict !== 'allowed' && route.kind === 'endpoint' && route.signedOut) return route.signedOut(context as never)
  if (verdict !== 'allowed') return turnedAway(parts, request, context, route, posted, verdict)
  if (route.kind === 'endpoint') {
    const ended = await runEndpoint(parts, route, request, context, posted)
    if (route.parksAt && ended.answer === 'json' && ended.status === 200) await letGoOfOvertaken(parts, route, context, posted)
    return ended
  }
  const fresh = !isUnsafe || tokenFits(parts, request, postedText(posted, csrfFieldName))
  if (route.kind === 'action') return runAction(route, context, posted, fresh)
  if (!isUnsafe) return showPage(parts, route, context)
  const ended = await postPage(route, context, posted, fresh)
  // What came with a stale token is shown again; where this visitor has no such page, it waits for whose it is.
  if (!fresh && ended.answer !== 'view') await parkIfKnown(parts, request, route, context, posted, null)
  if (fresh) await letGoOfOvertaken(parts, route, context, posted)
  return ended
}

/** Where a person is led who has to sign in first: here, or where this address has no page, to the one it belongs to. */
function wayBack(parts: ListenerParts, route: Route, request: FastifyRequest, { params }: Context): string {
  if (route.kind === 'action') return pageBefore(parts, request)
  return route.kind === 'endpoint' && route.comesBackTo ? route.comesBackTo(params as never) : request.url
}

/** Where a button's own address has no page to come back to: the page of ours that the button was on. */
function pageBefore(parts: ListenerParts, request: FastifyRequest): string {
  const { referer } = request.headers
  return referer?.startsWith(`${parts.origin}/`) ? referer.slice(parts.origin.length) : '/'
}

type TurnedAway = Exclude<Verdict, string>

/** A form posted in a session that has ended is kept for its account before the person is sent to sign in. */
async function turnedAway(parts: ListenerParts, request: FastifyRequest, context: Context, route: Route, posted: Posted, { goTo, keepsPosted }: TurnedAway): Promise<Ended> {
  const { endedAccount, actor } = context.visit
  if (request.method === 'POST') await parkIfKnown(parts, request, route, context, posted, endedAccount ?? (keepsPosted ? actor.id : null))
  return seeOther(goTo)
}

async function runEndpoint(parts: ListenerParts, route: AnyEndpoint, request: FastifyRequest, context: Context, posted: Posted): Promise<Ended> {
  if (isUnsafeMethod(request.method) && !route.provesItself && !route.rawBody) {
    const token = String(request.headers[csrfHeaderName] ?? postedText(posted, csrfFieldName))
    if (!tokenFits(parts, request, token)) return tooLate(parts, route, context, token) ?? { answer: 'forbidden' }
  }
  const multipart = request.isMultipart() ? partsOf(request, (token) => tokenFits(parts, request, token)) : null
  const raw = Buffer.isBuffer(request.body) ? request.body : null
  const stream = route.streams && request.body instanceof Readable ? request.body : null
  const body: EndpointBody = { posted, raw, stream, headers: request.headers, parts: multipart }
  return route.run(context as never, body).catch((fault) => {
    const answer = fault instanceof TokenMissing ? tooLate(parts, route, context, fault.token) : null
    if (answer) return answer
    throw fault
  })
}

/** A token of ours that is stale is that of a page drawn before a step-up or a new sign-in. */
function tooLate(parts: ListenerParts, route: AnyEndpoint, context: Context, token: string): Answer | null {
  return drawnInSession(parts, token) && route.tooLate ? route.tooLate(context as never) : null
}

async function modelOf(page: AnyPage, context: Context): Promise<unknown> {
  return page.load ? page.load(context as never) : undefined
}

const viewOf = (page: AnyPage, context: Context, model: unknown, form: FormState, status: number): Ended => ({
  answer: 'view',
  view: page.view({ t: context.t, model, form, context: context as never }),
  status,
})

async function showPage(parts: ListenerParts, page: AnyPage, context: Context): Promise<Ended> {
  const model = await modelOf(page, context)
  if (isAnswer(model)) return model
  const parked = page.submit ? await parts.takeParked(context.visit, shownAt(page, context, model)) : null
  return viewOf(page, context, model, formState(context.t, page.fields, parked ?? undefined, [], parked !== null), 200)
}

/** Which field of which page was wrong, or which refusal was given: the pattern and the code, never what was typed. */
function met(context: Context, { path }: AnyPage | AnyAction, errors: readonly { at: string; key: string }[]): void {
  for (const { at, key } of errors) context.tally('error', path.pattern, at === '' ? key : `${at} ${key}`)
}

const staleForm: FieldError = { at: '', key: 'platform.form.stale' }

async function postPage(page: AnyPage, context: Context, posted: Posted, fresh: boolean): Promise<Ended> {
  const model = page.loadsToShow ? undefined : await modelOf(page, context)
  if (isAnswer(model)) return model
  const again = async (errors: readonly FieldError[], status = 422, kept = model): Promise<Ended> => {
    const shown = page.loadsToShow ? await modelOf(page, context) : kept
    if (isAnswer(shown)) return shown
    met(context, page, errors)
    return viewOf(page, context, shown, formState(context.t, page.fields, posted, errors), status)
  }
  if (!page.submit) return notFound
  if (!fresh) return again([staleForm], 403)
  const { values, errors } = parseFields(page.fields ?? {}, posted, model)
  const submit = page.submit as AnySubmit
  if (errors.length > 0) {
    return again(errors, 422, await submit.unaccepted?.(posted, context, model))
  }
  const result = await submitted(submit, values, context, model)
  if (isAnswer(result)) return result
  if (result.ok) return submit.then(result.output, context, model, values as never)
  const shown = shownRefusal(submit.shows, result.refusal)
  if (typeof shown !== 'function') return again([shown])
  met(context, page, [{ at: '', key: result.refusal }])
  return shown(context)
}

async function runAction(route: AnyAction, context: Context, posted: Posted, fresh: boolean): Promise<Ended> {
  if (!fresh) return route.back(context as never, [staleForm])
  const { values, errors } = parseFields(route.fields ?? {}, posted, undefined)
  if (errors.length > 0) {
    met(context, route, errors)
    return route.back(context as never, errors)
  }
  const result = await submitted(route.submit as unknown as AnySubmit, values, context, undefined)
  if (isAnswer(result)) return result
  if (result.ok) return route.submit.then(result.output, context as never, undefined, values as never)
  met(context, route, [{ at: '', key: result.refusal }])
  const shown = route.submit.shows[result.refusal as BuiltInRefusal]
  return shown ? shown(context as never) : notFound
}

async function submitted(submit: AnySubmit, values: unknown, context: Context, model: unknown): Promise<Result<unknown, string> | Answer> {
  const input = submit.input(values as never, context, model)
  const { operation } = submit
  return 'call' in operation ? operation.call(context, input) : context.perform(operation, input)
}

const builtIn: Record<BuiltInRefusal, FieldError> = {
  'not-allowed': { at: '', key: 'platform.refusal.not-allowed' },
  'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' },
}

function shownRefusal(shows: Partial<Record<string, RefusalShown<Context>>>, refusal: string): RefusalShown<Context> {
  return shows[refusal] ?? builtIn[refusal as BuiltInRefusal]
}
