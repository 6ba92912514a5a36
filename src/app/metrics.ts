import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Log } from '../platform/log.ts'

export interface Metrics {
  /** The same log, counted on its way: what may be logged is all that may be measured. */
  counting(log: Log): Log
  listen(port: number): Promise<{ stop(): Promise<void> }>
}

/** Numbers of this process for a collector, in the text format of Prometheus. Labels are patterns and codes only. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'portolan_' })
  const requests = new Histogram({
    name: 'portolan_request_seconds',
    help: 'How long requests took, by listener, route pattern and status',
    labelNames: ['listener', 'route', 'status'],
    registers: [registry],
  })
  const events = new Counter({
    name: 'portolan_events_total',
    help: 'Logged events that are not requests, by name',
    labelNames: ['event', 'task'],
    registers: [registry],
  })
  const count = (line: Parameters<Log['line']>[0]) => {
    const { event, listener = '', route = '', status = 0, milliseconds = 0, task = '' } = line
    if (event === 'request') requests.observe({ listener, route, status: `${status}` }, milliseconds / 1000)
    else events.inc({ event, task })
  }
  return {
    counting: (log) => ({
      ...log,
      line: (line) => {
        count(line)
        log.line(line)
      },
      fault: (line, fault) => {
        count(line)
        log.fault(line, fault)
      },
    }),
    listen: (port) => listening(registry, port),
  }
}

/** On loopback alone: what it tells is for the operator. */
async function listening(registry: Registry, port: number): Promise<{ stop(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((settle, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', settle)
  })
  return { stop: () => new Promise((settle) => server.close(() => settle())) }
}
