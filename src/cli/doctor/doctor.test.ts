import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { type EvidenceGround, evidenceGround } from '../../../test/cast/evidence-ground.ts'
import { s3Server } from '../../../test/cast/s3-server.ts'
import type { Deployment } from '../../app/deployment.ts'
import { readConfig } from '../../config.ts'
import { fixedClock, systemClock } from '../../platform/clock.ts'
import { createSmtpMail } from '../../platform/mail/index.ts'
import { openS3Storage } from '../../platform/storage/index.ts'
import { lookAtParts } from './look-at-parts.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

type Changed = { settings?: Record<string, string>; services?: Partial<Deployment['services']>; smtp?: Deployment['smtp'] }

/** The parts of a deployment that stands on the test's database and folder. */
async function found({ settings = {}, services = {}, smtp = null }: Changed = {}) {
  const read = readConfig({ PORTOLAN_HOME: ground.folder, ...settings })
  if (!read.config) throw new Error('the settings could not be read')
  const deployment = { config: read.config, pools: ground.database.pools, services: { ...ground.services, clock: systemClock, ...services }, smtp }
  const findings = await lookAtParts(deployment as unknown as Deployment)
  return new Map(findings.map(({ part, state, says }) => [part, { state, says }]))
}

/** Answers everything with one line, as a clamd that says what it is. */
async function clamdSaying(version: string) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(`${version}\0`))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, end: () => server.close() }
}

describe('the doctor', () => {
  it('finds a sound demonstration sound, names its roles, and leaves nothing behind', async () => {
    const before = ground.stored()
    const parts = await found()
    const unsound = [...parts].filter(([part, { state }]) => state !== 'good' && part !== 'payments' && !part.startsWith('disk'))
    assert.deepEqual(unsound, [])
    assert.match(parts.get('database')?.says ?? '', /^PostgreSQL 1\d\.?\d*.*portolan_portal.*portolan_office.*portolan_worker/)
    assert.match(parts.get('migrations')?.says ?? '', /^all \d+ are applied$/)
    assert.match(parts.get('storage')?.says ?? '', /takes, gives back and deletes/)
    assert.deepEqual(ground.stored(), before)
  })

  it('finds a clock that is apart from the database’s', async () => {
    const clock = fixedClock(Temporal.Now.instant().subtract({ seconds: 30 }).toString())
    const said = (await found({ services: { clock } })).get('clock')
    assert.equal(said?.state, 'bad')
    assert.match(said?.says ?? '', /(29|30|31|32)\.\d s apart/)
  })

  it('finds a bucket that does not answer, and one that does', async (t) => {
    const server = await s3Server()
    t.after(server.end)
    const services = { storage: await openS3Storage({ ...server.settings(), patienceMs: 2_000 }) }
    assert.equal((await found({ services })).get('storage')?.state, 'good')
    await server.kill()
    const said = (await found({ services })).get('storage')
    assert.equal(said?.state, 'bad')
    assert.match(said?.says ?? '', /broken, (ECONN|Abort)/)
  })

  it('knows the age of a scanner’s signatures, warns of old ones and of none, and finds one that is away', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 $4')
    const cases = [
      [`ClamAV 1.4.6/27833/${days(1)}`, 'good', /1 days old/],
      [`ClamAV 1.4.6/27833/${days(10)}`, 'warn', /10 days old\): does freshclam run/],
      ['ClamAV 1.4.6', 'warn', /no date: does freshclam run/],
      ['SSH-2.0', 'bad', /does not answer/],
    ] as const
    for (const [version, state, says] of cases) {
      const clamd = await clamdSaying(version)
      const said = (await found({ settings: { CLAMAV_URL: clamd.url } })).get('scanner')
      clamd.end()
      assert.equal(said?.state, state, version)
      assert.match(said?.says ?? '', says)
    }
    const away = (await found({ settings: { CLAMAV_URL: 'unix:///nowhere/clamd' } })).get('scanner')
    assert.equal(away?.state, 'bad')
  })

  it('finds a mail server that greets, and one that is away, and repeats nothing of its address', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    const { port } = server.server.address() as AddressInfo
    const url = `smtp://127.0.0.1:${port}`
    const smtp = createSmtpMail({ url, deliverBeyondLoopback: false })
    assert.equal((await found({ smtp, settings: { SMTP_URL: url } })).get('mail')?.state, 'good')
    smtp.close()
    await new Promise<void>((settle) => server.close(() => settle()))
    const again = createSmtpMail({ url, deliverBeyondLoopback: false })
    const said = (await found({ smtp: again, settings: { SMTP_URL: url } })).get('mail')
    again.close()
    assert.equal(said?.state, 'bad')
    assert.doesNotMatch(said?.says ?? '', new RegExp(`${port}`))
  })
})
