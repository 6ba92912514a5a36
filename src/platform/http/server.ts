import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { cookieNames } from './context.ts'
import { addHealth } from './health.ts'
import type { ListenerParts } from './listener.ts'
import { ownCookies, preferencesText } from './own-cookies.ts'
import type { EndpointMethod, Route } from './page.ts'
import { sendEnded, sendError, sendFault } from './send.ts'
import { securityHeaders } from './security-headers.ts'
import { runRoute } from './serve-route.ts'
import { TokenMissing } from './upload-parts.ts'

/** Bytes of a form without files; a file's own limit is the agency pack's. */
const bodyLimit = 512 * 1024
const fileLimit = 64 * 1024 * 1024
/** A piece of a resumable upload (tus 1.0). */
const streamedType = 'application/offset+octet-stream'
const requestTimeoutMilliseconds = 120_000

/** A server that can listen, be injected into by tests, and close. */
export type Listener = FastifyInstance

const methodsOf = (route: Route): EndpointMethod[] => {
  if (route.kind === 'action') return ['POST']
  if (route.kind === 'endpoint') return [route.method]
  return route.submit ? ['GET', 'POST'] : ['GET']
}

/** Asked by machines and caches: no session is looked up for these. */
const withoutVisit = /^\/(assets\/|health$|ready$)/

/** Asked by what watches over this machine, under whatever name it has for it. */
const underAnyHost = /^\/(health|ready)$/

/** Builds one listener (the portal's or the office's) from the routes it serves. It does not listen yet. */
export async function buildServer(parts: ListenerParts, routes: readonly Route[]): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit,
    requestTimeout: requestTimeoutMilliseconds,
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    genReqId: () => randomUUID(),
    logger: false,
    frameworkErrors: (_fault, request, reply) => answerBrokenAddress(parts, request, reply),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit })
  await server.register(multipart, { limits: { fileSize: fileLimit, files: 20, fields: 50, fieldSize: 10_000 } })
  await server.register(fastifyStatic, {
    root: parts.assetsFolder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Left unread: its route asks who sends it first, and reads it piece by piece.
  server.addContentTypeParser(streamedType, (_request, payload, done) => done(null, payload))
  addHooks(server, parts)
  addHealth(server, parts)
  for (const route of routes) addRoute(server, parts, route)
  server.setNotFoundHandler((request, reply) => sendError(parts, request, reply, 404))
  server.setErrorHandler((fault, request, reply) => answerFault(parts, fault, request, reply))
  return server
}

/** Nothing that is stored or looked up may hold a NUL, and no text of the database can: an address with one is nobody's. */
const nul = '%00'

function addHooks(server: FastifyInstance, parts: ListenerParts) {
  const headers = securityHeaders({ https: parts.origin.startsWith('https:'), noIndex: parts.noIndex })
  const names = cookieNames(parts)
  server.decorateRequest('visit', null)
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    if (!underAnyHost.test(request.url) && !parts.answersTo(request.host)) return void misdirected(parts, reply)
    if (request.url.includes(nul)) return void answerBrokenAddress(parts, request, reply)
    const secret = request.cookies[names.session]
    if (withoutVisit.test(request.url)) return done()
    parts.visitOf(secret ?? null).then((visit) => {
      Object.assign(request, { visit })
      done()
    }, done)
  })
  server.addHook('onResponse', async (request, reply) => {
    parts.log.line({
      event: 'request',
      listener: parts.name,
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    })
  })
}

/** A name that is not ours (RFC 9110, 15.5.20): where we are, and nothing of what stands there. */
const misdirected = ({ origin }: ListenerParts, reply: FastifyReply) =>
  reply.code(421).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`This site is at ${origin}\n`)

/** An address that cannot be read comes before every hook, and one with a NUL before every route: they get our page and headers, not the server's own words. */
function answerBrokenAddress(parts: ListenerParts, request: FastifyRequest, reply: FastifyReply) {
  // No cookie can be set here: the page is shown as to a device that was told about storage.
  Object.assign(request, { cookies: { [ownCookies.storage.name]: preferencesText([]) }, query: {}, params: {} })
  // Not there yet where the address is not read: a layout that asks for a token would throw beside the answer, which then never comes.
  Object.assign(reply, { setCookie: () => reply })
  reply.headers(securityHeaders({ https: parts.origin.startsWith('https:'), noIndex: parts.noIndex }))
  return sendError(parts, request, reply, 404)
}

function addRoute(server: FastifyInstance, parts: ListenerParts, route: Route) {
  server.route({
    method: methodsOf(route),
    url: route.path.pattern,
    handler: async (request, reply) => {
      const { ended, context } = await runRoute(parts, route, request, reply)
      const leavesTo = route.kind === 'page' ? (route.leavesTo?.(parts.services) ?? []) : []
      return sendEnded(parts, request, reply, context, ended, leavesTo)
    },
  })
}

async function answerFault(parts: ListenerParts, fault: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (fault instanceof TokenMissing) return sendError(parts, request, reply, 403)
  const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 500
  if (status === 413) return sendError(parts, request, reply, 413)
  if (status >= 400 && status < 500) return sendError(parts, request, reply, 404)
  return sendFault(parts, request, reply, fault)
}
