import type { FastifyInstance } from 'fastify'
import type { ListenerParts } from './listener.ts'

/**
 * `/health`: this process is alive. `/ready`: it can serve, its database answers, and it is not stopping.
 * Both are plain routes without a session: what asks them has none and asks often.
 */
export function addHealth(server: FastifyInstance, parts: Pick<ListenerParts, 'ready'>) {
  let stopping = false
  server.addHook('preClose', async () => {
    stopping = true
  })
  server.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))
  server.get('/ready', async (_request, reply) => {
    const ready = !stopping && (await parts.ready())
    return reply.code(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not-ready' })
  })
}
