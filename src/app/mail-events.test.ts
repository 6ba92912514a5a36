import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { reportOf } from '../../test/cast/delivery-reports.ts'
import { type RunningPortolan, runningPortolan } from '../../test/running.ts'
import { newId } from '../platform/ids.ts'
import { mailEventsSecretOf } from './mail.ts'

const secret = 'a-secret-of-the-mail-server-32-characters'
const mail = newId()
let portal: RunningPortolan
before(async () => {
  portal = await runningPortolan({ parts: ['portal'], seeded: false, environment: { MAIL_EVENTS_SECRET: secret } })
  const row = { id: mail, kind: 'cases.news', person: newId(), language: 'en', to_sealed: Buffer.from('x'), values_sealed: Buffer.from('x'), address_hash: 'test:hash-of-an-address', queued_at: portal.deployment.services.clock.now() }
  await portal.database.pools.owner?.insertInto('mail.queued').values(row).execute()
})
after(() => portal?.end())

const signed = (message: string, by = secret) => `sha256=${createHmac('sha256', by).update(message).digest('hex')}`
const post = (message: string, signature?: string) =>
  fetch(`${portal.portalUrl}/mail-events`, { method: 'POST', body: message, headers: { 'content-type': 'message/rfc822', ...(signature ? { 'x-signature': signature } : {}) } })
const cameBack = async () => (await portal.database.pools.owner?.selectFrom('mail.queued').select('bounced_at').where('id', '=', mail).executeTakeFirst())?.bounced_at ?? null

test('a report is taken from whoever signs it with the shared secret, and from nobody else', async () => {
  const report = reportOf({ mail })
  for (const signature of [undefined, 'sha256=00', signed(report, 'another-secret-of-32-characters-00000'), signed(`${report} `)]) {
    assert.equal((await post(report, signature)).status, 403)
  }
  assert.equal(await cameBack(), null)
  for (const _time of [1, 2]) assert.equal((await post(report, signed(report))).status, 200)
  assert.notEqual(await cameBack(), null)
  assert.equal((await post('no report', signed('no report'))).status, 200)
})

test('a secret that is too short to sign anything with is named at the start', () => {
  assert.throws(() => mailEventsSecretOf({ mailEventsSecret: { text: 'short' } }), /MAIL_EVENTS_SECRET: use at least 32 characters/)
  assert.deepEqual(mailEventsSecretOf({ mailEventsSecret: null }), {})
})
