import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { runningPortolan } from '../../test/running.ts'

test('a product that stops lets go of its mail server at once: nothing is left that holds the process', async (t) => {
  const gone = Promise.withResolvers<void>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => stream.resume().on('end', () => done()),
    onClose: () => gone.resolve(),
  })
  server.listen(0, '127.0.0.1')
  t.after(() => new Promise<void>((settle) => server.close(() => settle())))
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const portolan = await runningPortolan({ parts: ['worker'], seeded: false, environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
  const from = { name: 'Portolan', address: 'no-reply@portolan.example' }
  await portolan.deployment.smtp?.send({ id: 'one', to: 'somebody@example.test', from, subject: 'One', text: 'One', html: '<p>One</p>' })
  await portolan.end()
  const stopped = performance.now()
  await gone.promise
  // Left alone, the connection would wait for half a minute.
  assert.ok(performance.now() - stopped < 10_000)
})
