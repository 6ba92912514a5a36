import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type PreparingGround, preparingGround } from '../../../test/cast/preparing-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { openQueuedMail } from '../../platform/mail/index.ts'
import { accessCodeShape, parseCode } from '../../platform/numbers/crockford.ts'
import { issuePasscode } from './issue-passcode.ts'
import { mailPasscodeJob, passcodeMail } from './mail-passcode.ts'
import { derivedCode, passcodeDays, passcodeHash, passcodesMost } from './passcode.ts'
import { showPasscode } from './show-passcode.ts'
import { takeBack } from '../package/take-back.ts'

let ground: PreparingGround
before(async () => {
  ground = await preparingGround()
})
after(() => ground.end())

const issue = async (actor: Actor, preparation: string, given: 'shown' | 'mailed' = 'shown') => {
  const result = await ground.as(actor).perform(issuePasscode, { preparation, given })
  return result.ok ? 'issued' : result.refusal
}
const show = async (actor: Actor, preparation: string) => {
  const result = await ground.as(actor).perform(showPasscode, { preparation })
  return result.ok ? result.output.code : result.refusal
}
const codes = (preparation: string) => ground.owner.selectFrom('preparation.passcode').selectAll().where('preparation', '=', preparation).orderBy('issued_at').execute()
const standing = async (preparation: string) => (await codes(preparation)).filter(({ ended_at }) => ended_at === null)

async function signed() {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  await ground.sign(actor, its.preparation)
  return { actor, ...its }
}

test('a passcode has twelve characters and a check, is shown once to its representative, and only its keyed hash is kept', async () => {
  const { actor, preparation } = await signed()
  assert.equal(await issue(actor, preparation), 'issued')
  assert.equal(await show(await ground.representative(), preparation), 'not-to-be-shown')
  const shown = await Promise.all([show(actor, preparation), show(actor, preparation)])
  const [code, ...more] = shown.filter((each) => each !== 'not-to-be-shown')
  assert.ok(code && more.length === 0)
  assert.ok(parseCode(code, accessCodeShape).ok)
  assert.equal(await show(actor, preparation), 'not-to-be-shown')
  const [kept] = await standing(preparation)
  assert.ok(kept?.code_hash.equals(passcodeHash(ground.services.keys, code)))
  assert.equal(kept?.shown_sealed, null)
  assert.equal(kept?.issued_at.until(kept.expires_at).total({ unit: 'hours' }), 24 * passcodeDays)
})

test('one that nobody looked at within ten minutes is shown no more', async () => {
  const { actor, preparation } = await signed()
  await issue(actor, preparation)
  ground.services.clock.advance({ minutes: 10 })
  assert.equal(await show(actor, preparation), 'not-to-be-shown')
})

test('another kills the one before, and of many that are issued at once exactly one opens', async () => {
  const { actor, preparation } = await signed()
  await issue(actor, preparation)
  const first = await show(actor, preparation)
  await issue(actor, preparation)
  const second = await show(actor, preparation)
  assert.notEqual(first, second)
  const rows = await codes(preparation)
  assert.deepEqual(rows.map(({ ended_as }) => ended_as), ['replaced', null])
  assert.deepEqual(await Promise.all(Array.from({ length: 4 }, () => issue(actor, preparation))), Array(4).fill('issued'))
  assert.equal((await standing(preparation)).length, 1)
})

test('so many are issued for one preparation and no more, and none for what is not signed, taken up, filed, ended, or another’s', async () => {
  const { actor, preparation } = await signed()
  for (let made = 0; made < passcodesMost; made += 1) assert.equal(await issue(actor, preparation), 'issued')
  assert.equal(await issue(actor, preparation), 'too-many-passcodes')
  assert.equal(await issue(await ground.representative(), preparation), 'no-such-preparation')
  assert.equal(await issue(await ground.applicant(), preparation), 'not-allowed')
  const begun = await ground.begun(actor)
  assert.equal(await issue(actor, begun.preparation), 'nothing-to-open')
  const [linked, ended] = [await signed(), await signed()]
  const client = await ground.applicant()
  const now = ground.services.clock.now()
  const change = (id: string, set: object) => ground.owner.updateTable('preparation.preparation').set(set).where('id', '=', id).execute()
  await change(linked.preparation, { client_account: String(client.id), linked_at: now })
  await change(ended.preparation, { ended_at: now, ended_from: 'client' })
  assert.equal(await issue(linked.actor, linked.preparation), 'nothing-to-open')
  assert.equal(await issue(ended.actor, ended.preparation), 'nothing-to-open')
})

test('what is taken back opens with no passcode, and none waits to be shown', async () => {
  const { actor, preparation } = await signed()
  await issue(actor, preparation)
  assert.ok((await ground.as(actor).perform(takeBack, { preparation })).ok)
  assert.deepEqual((await codes(preparation)).map(({ ended_as, shown_sealed }) => [ended_as, shown_sealed]), [['withdrawn', null]])
  assert.equal(await show(actor, preparation), 'not-to-be-shown')
  assert.equal(await issue(actor, preparation), 'nothing-to-open')
})

test('it is mailed to the address of the client’s own account alone, by a job, and nowhere where the client has said no account', async () => {
  const { actor, preparation, client } = await signed()
  assert.equal(await issue(actor, preparation, 'mailed'), 'no-verified-address')
  const account = await ground.applicant()
  await ground.owner.updateTable('representation.client').set({ account: String(account.id) }).where('id', '=', client).execute()
  assert.equal(await issue(actor, preparation, 'mailed'), 'issued')
  assert.equal(await show(actor, preparation), 'not-to-be-shown')
  const [row] = await standing(preparation)
  assert.ok(row?.key_id)
  const system = ground.asSystem(systemActor('test'))
  await mailPasscodeJob.run(system as never, { passcode: row.id })
  const mails = await ground.owner.selectFrom('mail.queued').selectAll().where('kind', '=', 'preparation.passcode').execute()
  assert.equal(mails.length, 1)
  const mail = openQueuedMail(ground.services.keys, mails[0] as never)
  assert.equal(mail.to, 'applicant@example.test')
  const code = derivedCode(ground.services.keys, { id: row.id, keyId: row.key_id })
  assert.equal(JSON.stringify(mail.values).includes(code), false)
  assert.ok(row.code_hash.equals(passcodeHash(ground.services.keys, code)))
  const said = JSON.stringify(passcodeMail.render({ t: textOf('en', 'America/New_York'), values: mail.values, services: ground.services, queuedAt: row.issued_at }))
  assert.match(said, new RegExp(code.slice(0, 4)))
  assert.doesNotMatch(said, /Núñez|Maria|Reyes|I-90|G-28|Form/)
  // Replaced meanwhile: the mail of the old one is not written.
  await issue(actor, preparation)
  await mailPasscodeJob.run(system as never, { passcode: row.id })
  assert.equal((await ground.owner.selectFrom('mail.queued').select('id').where('kind', '=', 'preparation.passcode').execute()).length, 1)
})

test('the page shows a code once: opened again it has none, and says that a new one ends it', async () => {
  const { actor, preparation } = await signed()
  const browser = ground.browse(actor)
  const path = `/preparations/${preparation}/passcode`
  assert.match((await browser.get(path)).html, /Issue the passcode/)
  const issued = await browser.post(path, { given: 'shown' })
  assert.equal(issued.location, `${path}?show=yes`)
  const [first, again] = [await browser.get(`${path}?show=yes`), await browser.get(`${path}?show=yes`)]
  const code = /<code[^>]*>\s*([0-9A-Z-]{16})\s*<\/code>/.exec(first.html)?.[1]
  assert.ok(code)
  assert.equal(again.html.includes(code), false)
  assert.match(again.html, /A passcode was issued already/)
  assert.equal((await browser.post(path, { given: 'mailed' })).status, 422)
  assert.equal((await ground.browse(await ground.representative()).get(path)).status, 404)
  const { rows } = await sql<{ text: string }>`select to_jsonb(its)::text as text from preparation.passcode its`.execute(ground.owner)
  assert.equal(rows.some(({ text }) => text.includes(code.replaceAll('-', ''))), false)
})
