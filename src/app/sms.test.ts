import assert from 'node:assert/strict'
import { after, before, describe, it, test } from 'node:test'
import { accountSid, type ReceiptAsked, type TextMessageVendor, textMessageVendor } from '../../test/cast/text-message-vendor.ts'
import { codeKind, fictionalNumber, mariaId } from '../../test/cast/sms-ground.ts'
import { testRequest } from '../../test/cast/services.ts'
import { type RunningPortolan, runningPortolan } from '../../test/running.ts'
import { readConfig } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import { systemClock } from '../platform/clock.ts'
import { oneTimeCode } from '../platform/crypto/one-time-code.ts'
import type { Pools } from '../platform/db/pools.ts'
import { asActor } from '../platform/db/transaction.ts'
import { jobContext } from '../platform/jobs/run-worker.ts'
import { operation, performerFor } from '../platform/operation.ts'
import { queueTextMessage, sendTextMessageJob, textMessageStanding } from '../platform/sms/index.ts'
import { noteTextMessageReceipt } from '../platform/sms/text-message-events.ts'
import { textMessageFrame } from './mail.ts'
import { smsProvider, smsWithoutProvider } from './sms.ts'

const queueing = operation({
  name: 'test.queue-text',
  allow: () => true,
  refusals: [],
  run: (context, challenge: string) =>
    queueTextMessage(context, { kind: 'test.code', to: fictionalNumber, person: mariaId, language: 'en', values: { challenge } }),
})

/** Queues a text message as the portal does and runs its job as the worker does, with the product's own parts. */
function texting({ deployment }: RunningPortolan) {
  const job = sendTextMessageJob([codeKind], textMessageFrame(deployment), async () => true)
  const worker = { ...deployment.partsFor('worker'), log: deployment.log }
  return {
    queue: async (challenge = 'c-1') => {
      const queued = await performerFor(deployment.partsFor('portal'), systemActor('test'), testRequest).perform(queueing, challenge)
      if (!queued.ok) throw new Error(queued.refusal)
      return queued.output
    },
    run: (id: string) => job.run(jobContext(worker, job.task), { message: id }),
    standing: (id: string) =>
      asActor(deployment.pools.portal, systemActor('test'), { gate: true }, (tx) => textMessageStanding(tx, id)),
  }
}

describe('what the vendor says became of a text message', () => {
  let vendor: TextMessageVendor
  let portal: RunningPortolan
  let texts: ReturnType<typeof texting>
  before(async () => {
    vendor = await textMessageVendor()
    portal = await runningPortolan({ parts: ['portal'], seeded: false, environment: { SMS_URL: vendor.smsUrl } })
    texts = texting(portal)
  })
  after(async () => {
    await portal.end()
    await vendor.end()
  })

  async function sent() {
    const id = await texts.queue()
    await texts.run(id)
    const sid = (await vendor.taken())[0]?.sid ?? ''
    const receipt = (status: string, more: Partial<ReceiptAsked> = {}) => vendor.receipt({ sid, status, ...more })
    return { id, sid, receipt, state: async () => (await texts.standing(id))?.state }
  }

  it('is kept: sent, delivered, or failed with a code that may be shown', async () => {
    const arrived = await sent()
    for (const [status, state] of [['queued', 'sent'], ['sending', 'sent'], ['sent', 'sent'], ['delivered', 'delivered']] as const) {
      assert.equal(await arrived.receipt(status), 200)
      assert.equal(await arrived.state(), state, status)
    }
    for (const [status, code, failure] of [
      ['undelivered', '30003', 'unreachable'], ['undelivered', '30006', 'not-a-mobile'], ['failed', '30007', 'blocked'],
      ['undelivered', '30005', 'unreachable'], ['failed', '21610', 'stopped'], ['failed', '', 'refused'], ['canceled', '99999', 'refused'],
    ] as const) {
      const lost = await sent()
      assert.equal(await lost.receipt(status, { code }), 200)
      assert.deepEqual(await texts.standing(lost.id), { state: 'failed', failure }, code)
    }
  })

  it('changes nothing when it comes late, twice, in another order, or at the same time', async () => {
    const arrived = await sent()
    for (const status of ['delivered', 'sent', 'queued', 'undelivered', 'delivered', 'failed']) assert.equal(await arrived.receipt(status), 200)
    assert.equal(await arrived.state(), 'delivered')
    const lost = await sent()
    await lost.receipt('undelivered', { code: '30003' })
    await Promise.all(['delivered', 'sent', 'failed', 'delivered'].map((status) => lost.receipt(status)))
    assert.deepEqual(await texts.standing(lost.id), { state: 'failed', failure: 'unreachable' })
    const owner = portal.deployment.pools.owner
    const entries = await owner?.selectFrom('audit.entry').select('detail').where('subject', '=', lost.id).where('operation', '=', 'sms.note-receipt').execute()
    const news = entries?.filter(({ detail }) => (detail as { isNews: boolean }).isNews)
    assert.deepEqual([entries?.length, news?.length], [5, 1])
  })

  it('is refused when it is forged or changed on its way, and says nothing of why', async () => {
    const { id, receipt, state } = await sent()
    assert.equal(await receipt('delivered', { forged: true }), 403)
    assert.equal(await receipt('sent', { tampered: 'delivered' }), 403)
    const address = `${portal.portalUrl}/text-message-events?message=${id}`
    for (const headers of [[], [['x-twilio-signature', '']], [['x-twilio-signature', 'AAAA']]] as [string, string][][]) {
      const body = new URLSearchParams({ MessageSid: 'SM0', MessageStatus: 'delivered', AccountSid: accountSid })
      const answer = await fetch(address, { method: 'POST', headers, body })
      assert.deepEqual([answer.status, await answer.text()], [403, ''])
    }
    assert.equal(await state(), 'sent')
  })

  it('is nobody’s when it is about a message that we do not know, or that left as another one', async () => {
    const [one, other] = [await sent(), await sent()]
    const { deployment } = portal
    const receiptOf = (message: string, providerId: string) =>
      performerFor(deployment.partsFor('portal'), systemActor('test'), testRequest).perform(
        noteTextMessageReceipt, { message, providerId, state: 'delivered', failure: null })
    for (const [message, providerId] of [[one.id, other.sid], [one.id, 'SM0'], ['01890000-0000-7000-8000-00000000ffff', one.sid]] as const)
      assert.deepEqual(await receiptOf(message, providerId), { ok: true, output: { isNews: false } })
    assert.deepEqual([await one.state(), await other.state()], ['sent', 'sent'])
  })

  it('settles a message of which we did not yet know that it had left, and its job sends no second one', async () => {
    const id = await texts.queue('c-early')
    const early = { message: id, providerId: `SM${'e'.repeat(32)}`, state: 'sent', failure: null } as const
    const { deployment } = portal
    await performerFor(deployment.partsFor('portal'), systemActor('test'), testRequest).perform(noteTextMessageReceipt, early)
    const before = (await vendor.taken()).length
    await texts.run(id)
    assert.deepEqual([await texts.standing(id), (await vendor.taken()).length], [{ state: 'sent', failure: null }, before])
  })

  it('leaves no number and no code in the log', async () => {
    const { receipt } = await sent()
    await receipt('undelivered', { code: '30003' })
    const code = oneTimeCode(portal.deployment.services.keys, { challengeId: 'c-1', sendNumber: 1 })
    const logged = portal.logged.join('\n')
    assert.match(logged, /"route":"\/text-message-events"/)
    for (const secret of [fictionalNumber, fictionalNumber.slice(1), encodeURIComponent(fictionalNumber), code]) assert.ok(!logged.includes(secret))
  })
})

test('the demonstration keeps text messages in its outbox: channel, number, no subject, its sentence, the code alone on a line', async () => {
  const portal = await runningPortolan({ parts: ['portal'], seeded: false })
  try {
    const texts = texting(portal)
    const id = await texts.queue()
    await texts.run(id)
    await texts.run(id)
    const [newest, ...older] = await portal.outbox()
    const code = oneTimeCode(portal.deployment.services.keys, { challengeId: 'c-1', sendNumber: 1 })
    const { channel, to, subject, html, text } = newest ?? assert.fail('nothing in the outbox')
    assert.deepEqual({ channel, to, subject, html, older }, { channel: 'sms', to: fictionalNumber, subject: '', html: '', older: [] })
    assert.deepEqual(text.split('\n').filter((line) => /^\d{6}$/.test(line)), [code])
    assert.match(text, /^Portolan: [\s\S]+Demonstration of Portolan, open-source software\. Not a government website\. Do not enter real personal information\.$/)
    assert.equal((await fetch(`${portal.portalUrl}/demo/outbox`)).status, 200)
    const posted = await fetch(`${portal.portalUrl}/text-message-events?message=${id}`, { method: 'POST', body: new URLSearchParams() })
    assert.equal(posted.status, 403)
  } finally {
    await portal.end()
  }
})

describe('where text messages may go', () => {
  const url = (host: string, scheme = 'https') => `${scheme}://${accountSid}:hidden@${host}/?from=%2B15550100`
  const production = {
    PORTOLAN_MODE: 'production', OPERATOR_NAME: 'An operator', MASTER_KEY: 'not read here', SMTP_URL: 'smtp://127.0.0.1:25',
    AGENCY_PACK: 'agency/another', PUBLIC_URL: 'https://portal.example', OFFICE_URL: 'https://office.example',
    TRUSTED_PROXIES: 'loopback',
  }
  const read = (environment: Record<string, string>) => readConfig({ PORTOLAN_HOME: '/nowhere', ...environment })
  const faults = (environment: Record<string, string>) => {
    const config = read(environment)
    return config.ok ? [] : config.faults
  }
  const portOf = (environment: Record<string, string>, demonstration: boolean) => {
    const config = read(environment)
    if (!config.ok) throw new Error(config.faults.join('\n'))
    return smsProvider(config.config, demonstration) ?? smsWithoutProvider(config.config, {} as Pools, systemClock)
  }

  it('a demonstration starts with a provider on this machine alone', () => {
    for (const host of ['api.twilio.com', '10.0.0.1', '127.0.0.1.example'])
      assert.deepEqual(faults({ SMS_URL: url(host) }), ['SMS_URL: a demonstration sends text messages to this machine only'])
    for (const host of ['127.0.0.1:9', 'localhost:9', '[::1]:9']) assert.deepEqual(faults({ SMS_URL: url(host, 'http') }), [])
  })

  it('a pack for demonstrations cannot reach beyond this machine even in production mode', () => {
    assert.throws(() => portOf({ ...production, SMS_URL: url('api.twilio.com') }, true), /SMS_URL: a demonstration/)
    assert.ok(portOf({ ...production, SMS_URL: url('127.0.0.1:9', 'http') }, true).isOffered)
  })

  it('production uses https beyond this machine, and says every fault without the token', () => {
    assert.deepEqual(faults({ ...production, SMS_URL: url('api.twilio.com') }), [])
    assert.deepEqual(faults({ ...production, SMS_URL: url('sms.example', 'http') }), ['SMS_URL: use https beyond this machine'])
    const both = faults({ ...production, OPERATOR_NAME: '', SMS_URL: 'https://someone:hidden@h.example/' })
    assert.equal(both.length, 2)
    assert.doesNotMatch(both.join('\n'), /hidden/)
  })

  it('text messages are offered where they can be sent, and nowhere else', () => {
    assert.equal(portOf({ ...production, SMS_URL: url('api.twilio.com') }, false).isOffered, true)
    assert.equal(portOf(production, false).isOffered, false)
    assert.equal(portOf({}, true).isOffered, true)
  })
})
