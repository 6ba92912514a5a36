import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openForTest, receivedOf } from '../../../test/cast/cases-ground.ts'
import { type PreparingGround, preparingGround } from '../../../test/cast/preparing-ground.ts'
import { draftFor } from '../../filing/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newSecret } from '../../platform/ids.ts'
import { beginAppearanceAlone } from './enter-appearance-alone.ts'
import { shownPreparation } from './shown-preparation.ts'

let ground: PreparingGround
before(async () => {
  ground = await preparingGround()
})
after(() => ground.end())

async function caseOf(person: Actor) {
  const opened = await ground.as(person).perform(openForTest, { ...receivedOf(person), account: String(person.id) })
  assert.ok(opened.ok)
  return opened.output
}
const linked = async (client: string, person: Actor) => void (await ground.owner.updateTable('representation.client').set({ account: String(person.id) }).where('id', '=', client).execute())
const begin = async (actor: Actor, client: string, receiptNumber: string, startKey = newSecret(128)) => {
  const begun = await ground.as(actor).perform(beginAppearanceAlone, { client, receiptNumber, language: 'en', startKey })
  return begun.ok ? begun.output.preparation : begun.refusal
}

test('an appearance on a case that was filed begins with its number, for a client whose account is on it, once for one key', async () => {
  const [actor, person] = [await ground.representative(), await ground.applicant()]
  const [client, { receiptNumber, caseId }] = [await ground.client(actor), await caseOf(person)]
  await linked(client, person)
  const key = newSecret(128)
  const begun = await Promise.all([1, 2, 3].map(() => begin(actor, client, receiptNumber, key)))
  assert.equal(new Set(begun).size, 1)
  const shown = await ground.as(actor).read(shownPreparation, { preparation: String(begun[0]) })
  assert.deepEqual([shown?.row.form, shown?.row.draft, shown?.row.case, shown?.turn], [null, null, caseId, 'fill-in'])
  const notice = await ground.as(actor).read(draftFor, { draft: String(shown?.row.appearance) })
  assert.equal(notice?.offered.receiptNumber?.answer, receiptNumber)
  assert.match(String(notice?.offered.uscisMatter?.answer), /I-90/)
})

test('signed alone it is a package of one document with one signature, and a passcode is issued for it', async () => {
  const [actor, person] = [await ground.representative(), await ground.applicant()]
  const [client, { receiptNumber }] = [await ground.client(actor), await caseOf(person)]
  await linked(client, person)
  const preparation = await begin(actor, client, receiptNumber)
  const read = () => ground.as(actor).read(shownPreparation, { preparation })
  await ground.fillNotice(actor, String((await read())?.row.appearance))
  assert.equal((await read())?.turn, 'sign')
  await ground.sign(actor, preparation)
  const [laid] = await ground.owner.selectFrom('preparation.package').selectAll().where('preparation', '=', preparation).execute()
  assert.deepEqual([laid?.form_sha256, laid?.form_sealed], [null, null])
  assert.deepEqual((await read())?.standing.last?.answers.map(({ of, side }) => [of, side]), [['appearance', 'representative']])
  assert.equal((await read())?.turn, 'give-passcode')
  assert.match((await ground.browse(actor).get(`/preparations/${preparation}`)).html, /Form G-28 alone/)
})

test('a case of somebody else, of nobody, of a client without an account, and one that the client is on no more are one answer', async () => {
  const [actor, person, stranger] = [await ground.representative(), await ground.applicant(), await ground.applicant()]
  const [client, bare] = [await ground.client(actor), await ground.client(actor)]
  const [own, other] = [await caseOf(person), await caseOf(stranger)]
  await linked(client, person)
  const tried = [await begin(actor, client, other.receiptNumber), await begin(actor, client, 'IOE0000000000'), await begin(actor, bare, own.receiptNumber)]
  assert.deepEqual(tried, ['no-such-case', 'no-such-case', 'no-such-case'])
  assert.equal(await begin(await ground.representative(), client, own.receiptNumber), 'no-such-client')
  await ground.owner.updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('case', '=', own.caseId).execute()
  assert.equal(await begin(actor, client, own.receiptNumber), 'no-such-case')
})

test('the page asks for the number of a case, and says so where the client’s account is not known', async () => {
  const [actor, person] = [await ground.representative(), await ground.applicant()]
  const [client, bare] = [await ground.client(actor), await ground.client(actor)]
  await linked(client, person)
  const { receiptNumber } = await caseOf(person)
  const browser = ground.browse(actor)
  assert.match((await browser.get(`/clients/${bare}/appearance`)).html, /We do not know yet which account is your client’s/)
  const path = `/clients/${client}/appearance`
  assert.equal((await browser.post(path, { receiptNumber: 'IOE1', idempotencyKey: crypto.randomUUID() })).status, 422)
  assert.equal((await browser.post(path, { receiptNumber: 'IOE0000000000', idempotencyKey: crypto.randomUUID() })).status, 422)
  assert.match(String((await browser.post(path, { receiptNumber, idempotencyKey: crypto.randomUUID() })).location), /^\/preparations\//)
  assert.equal((await ground.browse(await ground.representative()).get(path)).status, 404)
})
