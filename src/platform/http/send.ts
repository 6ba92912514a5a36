import type { FastifyReply, FastifyRequest } from 'fastify'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Answer, FileAnswer } from './answer.ts'
import { SealBroken } from '../crypto/field.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import { StorageFault } from '../storage/storage.ts'
import { contextOf } from './context.ts'
import { FileDamaged, startedBody } from './file-body.ts'
import type { ListenerParts } from './listener.ts'
import type { Context, View } from './page.ts'
import { contentSecurityPolicy } from './security-headers.ts'
import type { Ended } from './serve-route.ts'
import { visitor } from '../actor.ts'
import type { Visit } from './visit.ts'

const unknownVisit: Visit = { actor: visitor, session: null, endedAccount: null }

/** Turns what a route ended in into the HTTP answer. */
export function sendEnded(
  parts: ListenerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  ended: Ended,
  leavesTo: readonly string[],
) {
  if (ended.answer === 'view') return sendView(parts, reply, context, ended.view, ended.status, leavesTo)
  if (ended.answer === 'forbidden') return sendError(parts, request, reply, 403)
  if (ended.answer === 'not-found') return sendError(parts, request, reply, 404)
  if (ended.answer === 'overloaded') {
    reply.header('retry-after', String(ended.retryAfterSeconds))
    return sendError(parts, request, reply, 503, ended.retryAfterSeconds)
  }
  if (ended.answer === 'too-many') {
    reply.header('retry-after', String(ended.retryAfterSeconds))
    return sendError(parts, request, reply, 429, ended.retryAfterSeconds)
  }
  if (ended.answer === 'file') return sendFile(parts, request, reply, ended.file)
  return sendAnswer(reply, ended, leavesTo)
}

function sendAnswer(reply: FastifyReply, ended: Exclude<Answer, { answer: 'not-found' | 'overloaded' | 'too-many' | 'file' }>, leavesTo: readonly string[]) {
  if (ended.answer === 'see-other') {
    if (leavesTo.length > 0) reply.header('content-security-policy', contentSecurityPolicy(leavesTo))
    return reply.header('cache-control', 'no-store').redirect(ended.to, 303)
  }
  if (ended.answer === 'text') return reply.code(ended.status).type('text/plain; charset=utf-8').send(ended.body)
  reply.header('cache-control', 'no-store')
  if (ended.answer === 'empty') return reply.headers(ended.headers).code(ended.status).send()
  if (ended.headers) reply.headers(ended.headers)
  return reply.code(ended.status).type('application/json; charset=utf-8').send(JSON.stringify(ended.body))
}

/** A person's file is never run by the browser: its own empty policy, and a download unless it is a picture of a page. */
async function sendFile(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply, file: FileAnswer) {
  const body = Buffer.isBuffer(file.body) ? file.body : await startedBody(file.body, file.sha256)
  if (!Buffer.isBuffer(body)) body.once('error', (fault) => alarm(parts, request, fault))
  const disposition = file.inline ? 'inline' : 'attachment'
  const ascii = file.fileName.replace(/[^\w.-]/g, '_')
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', 'no-store')
    .type(file.contentType)
    .send(body)
}

/** What the log calls a fault, where it is one that an operator has to hear of by its own name. */
function eventOf(fault: unknown): 'file-damaged' | 'file-missing' | 'storage-fault' | 'database-away' | 'fault' {
  if (fault instanceof SealBroken || fault instanceof FileDamaged) return 'file-damaged'
  // Before the database: a bucket that is away has the same codes of the socket.
  if (fault instanceof StorageFault) return fault.kind === 'missing' ? 'file-missing' : 'storage-fault'
  return isDatabaseAway(fault) ? 'database-away' : 'fault'
}

function alarm(parts: ListenerParts, request: FastifyRequest, fault: unknown) {
  const event = eventOf(fault)
  parts.log.fault({ event, listener: parts.name, requestId: request.id, route: request.routeOptions.url ?? 'unknown' }, fault)
  return event
}

/** A fault goes to the log whole and to the person as a page: what of ours does not work, and that nothing is lost. */
export function sendFault(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply, fault: unknown) {
  const event = alarm(parts, request, fault)
  reply.header('content-disposition', 'inline')
  if (event === 'file-damaged' || event === 'file-missing') return sendError(parts, request, reply, 500, 0, 'unreadable')
  if (event === 'fault') return sendError(parts, request, reply, 500)
  return sendError(parts, request, reply, 503, 0, event === 'storage-fault' ? 'storage' : 'away')
}

function sendView(parts: ListenerParts, reply: FastifyReply, context: Context, view: View, status: number, leavesTo: readonly string[]) {
  if (leavesTo.length > 0) reply.header('content-security-policy', contentSecurityPolicy(leavesTo))
  reply.header('cache-control', 'no-store').header('content-language', context.t.language)
  if (view.refreshSeconds) reply.header('refresh', String(view.refreshSeconds))
  return reply.code(status).type('text/html; charset=utf-8').send(htmlOf(parts, context, view, status))
}

const htmlOf = (parts: ListenerParts, context: Context, view: View, status: number) =>
  `<!doctype html>${renderToString(parts.layout(context, view, status) as VNode)}`

type ErrorName = 'not-found' | 'forbidden' | 'too-large' | 'too-many' | 'overloaded' | 'unreadable' | 'storage' | 'away' | 'fault'

const errorNames: Record<number, ErrorName> = {
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many',
  503: 'overloaded',
}

/** Something of ours does not work: who tells us of it can name the request. */
const isOurs = (name: ErrorName) => name === 'fault' || name === 'unreadable' || name === 'storage' || name === 'away'

/** The error pages: what happened, what to do, and for faults the number by which the log knows this request. */
export function sendError(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply, status: number, seconds = 5, named?: ErrorName) {
  const visit = (request as FastifyRequest & { visit: Visit | null }).visit ?? unknownVisit
  const context = contextOf(parts, request, reply, visit)
  const name = named ?? errorNames[status] ?? 'fault'
  const { t } = context
  const body = [
    h('h1', null, t(`platform.error.${name}.title`)),
    h('p', null, t(`platform.error.${name}.body`, { seconds })),
    isOurs(name) ? h('p', null, t('platform.error.fault.request'), ' ', h('code', null, request.id)) : null,
    h('p', null, h('a', { href: '/' }, t('platform.error.home'))),
  ]
  return sendView(parts, reply, context, { title: t(`platform.error.${name}.title`), body }, status, [])
}
