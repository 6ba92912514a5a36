import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { openLog } from '../platform/log.ts'
import { openMetrics } from './metrics.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

test('requests and events are counted by pattern, and served on loopback alone', async () => {
  const metrics = openMetrics()
  const log = metrics.counting(openLog('silent'))
  log.line({ event: 'request', listener: 'portal', route: '/drafts/:draft', status: 200, milliseconds: 12 })
  log.fault({ event: 'job-failed', task: 'mail.send' }, new Error('the far side is down'))
  const port = await freePort()
  const listening = await metrics.listen(port)
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  assert.match(text, /portolan_request_seconds_count\{listener="portal",route="\/drafts\/:draft",status="200"\} 1/)
  assert.match(text, /portolan_events_total\{event="job-failed",task="mail.send"\} 1/)
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404)
  await listening.stop()
})
