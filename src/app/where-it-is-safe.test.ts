import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CasesGround, casesGround } from '../../test/cast/cases-ground.ts'
import { workerOver } from '../../test/cast/printing-ground.ts'
import { isSafeToSend } from '../accounts/index.ts'
import type { Actor } from '../platform/actor.ts'
import { operation } from '../platform/operation.ts'
import { queueMail, sendMailJob } from '../platform/mail/index.ts'
import { queueTextMessage, sendTextMessageJob } from '../platform/sms/index.ts'
import { mailKinds, textMessageKinds } from './composition.ts'

/**
 * What goes to a mailbox or phone of which its person said that others read it: what somebody asked for a moment ago and needs to
 * get in. A kind that comes new stands in neither list, and this is red until it is decided.
 */
const awaited = {
  mail: [
    'accounts.confirm-email', 'accounts.continue-sign-up', 'accounts.one-time-password', 'accounts.prove-email', 'accounts.address-in-use',
    'accounts.address-held', 'accounts.password-reset', 'accounts.support-received', 'accounts.support-answered', 'accounts.checked-link', 'accounts.recovery-link',
  ],
  text: ['accounts.one-time-password'],
}

let ground: CasesGround
let maria: Actor
before(async () => {
  ground = await casesGround()
  maria = await ground.newAccount('reads-along@example.test')
  const said = { account: String(maria.id), mailbox_unsafe: true, phone_unsafe: true, changed_at: ground.services.clock.now() }
  await ground.database.pools.owner?.insertInto('accounts.safe_contact').values(said).execute()
})
after(() => ground.database.drop())

const queued = operation({
  name: 'test.queue',
  allow: () => true,
  refusals: [],
  async run(context, { kind, channel, person }: { kind: string; channel: 'email' | 'text'; person: string }) {
    const to = channel === 'email' ? 'reads-along@example.test' : '+12025550123'
    await (channel === 'email' ? queueMail : queueTextMessage)(context, { kind, to, person, language: 'en' })
  },
})
const frame = { from: { name: 'x', address: 'x@example.test' }, agency: 'x', sender: 'x', timeZone: 'UTC', demonstration: () => undefined }
const never = { send: () => assert.fail('it left') }

test('of every kind of mail nothing goes to a mailbox that others read but what somebody waits for to get in', async () => {
  assert.deepEqual(mailKinds.filter(({ isAwaited }) => isAwaited).map(({ name }) => name).toSorted(), awaited.mail.toSorted())
  const worker = workerOver(ground)
  const job = sendMailJob(never as never, mailKinds, frame, isSafeToSend)
  const withheld = mailKinds.filter(({ isAwaited }) => !isAwaited)
  for (const { name: kind } of withheld) await worker.perform(queued, { kind, channel: 'email', person: String(maria.id) })
  const rows = (await ground.database.pools.owner?.selectFrom('mail.queued').select('id').execute()) ?? []
  for (const { id } of rows) await job.run(worker, { mail: id })
  const ended = await ground.database.pools.owner?.selectFrom('mail.queued').select(['sent_at', 'failure']).execute()
  assert.equal(ended?.length, withheld.length)
  for (const row of ended ?? []) assert.deepEqual([row.sent_at, row.failure], [null, 'not-sent'])
})

test('of every kind of text message nothing goes to a phone that others look at but a code', async () => {
  assert.deepEqual(textMessageKinds.filter(({ isAwaited }) => isAwaited).map(({ name }) => name), awaited.text)
  const worker = workerOver(ground)
  const job = sendTextMessageJob(textMessageKinds, frame, isSafeToSend)
  const withheld = textMessageKinds.filter(({ isAwaited }) => !isAwaited)
  for (const { name: kind } of withheld) await worker.perform(queued, { kind, channel: 'text', person: String(maria.id) })
  const rows = (await ground.database.pools.owner?.selectFrom('sms.queued').select('id').execute()) ?? []
  for (const { id } of rows) await job.run(worker, { message: id })
  const ended = await ground.database.pools.owner?.selectFrom('sms.queued').select(['state', 'failure']).execute()
  assert.deepEqual(ended, withheld.map(() => ({ state: 'failed', failure: 'not-sent' })))
})
