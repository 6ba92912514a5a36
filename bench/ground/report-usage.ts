// Loaded into a process that is measured: it tells its parent what it has used so far, whenever it is asked.
import { subscribe } from 'node:diagnostics_channel'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Usage } from './usage.ts'

const { Client } = createRequire(import.meta.url)('pg') as {
  Client: { prototype: { query(...given: unknown[]): unknown } }
}
const query = Client.prototype.query
let statements = 0
Client.prototype.query = function counted(...given) {
  statements += 1
  return query.apply(this, given)
}

let requests = 0
subscribe('http.server.request.start', () => {
  requests += 1
})

/** By the names libuv gives its threads; schedstat is in nanoseconds (proc(5)). */
function poolCpuMs(): number | null {
  try {
    const tasks = readdirSync('/proc/self/task').filter((id) =>
      readFileSync(`/proc/self/task/${id}/comm`, 'utf8').startsWith('libuv'),
    )
    return tasks.reduce(
      (sum, id) => sum + Number(readFileSync(`/proc/self/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      0,
    )
  } catch {
    return null
  }
}

process.on('message', (asked: { ask: number }) => {
  const { user, system } = process.cpuUsage()
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    poolCpuMs: poolCpuMs(),
    requests,
    rssBytes: process.memoryUsage.rss(),
    statements,
  }
  process.send?.({ answers: asked.ask, usage })
})
// A process must not stay for its parent's sake.
process.channel?.unref()
