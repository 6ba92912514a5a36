import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PreparingGround, preparingGround } from '../../../test/cast/preparing-ground.ts'
import { draftFor, evidenceDraftOf, replayOf } from '../../filing/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { removeLicence } from '../../representation/licences/remove-licence.ts'
import { beginPreparation } from './begin-preparation.ts'
import { shownPreparation } from './shown-preparation.ts'

let ground: PreparingGround
before(async () => {
  ground = await preparingGround()
})
after(() => ground.end())

const begin = (actor: Actor, client: string, startKey = newSecret(128), form = 'i-90') =>
  ground.as(actor).perform(beginPreparation, { client, form, language: 'en', startKey })
const refusalOf = async (result: ReturnType<typeof begin>) => {
  const settled = await result
  return settled.ok ? 'done' : settled.refusal
}
const read = async (actor: Actor, draft: string) => (await ground.as(actor).read(draftFor, { draft })) ?? assert.fail('the draft is there')

test('a form for a client begins with a notice of appearance beside it, and both know the client, and the practice where it is asked of', async () => {
  const actor = await ground.representative()
  const { draft, appearance } = await ground.begun(actor)
  const [form, notice] = [await read(actor, draft), await read(actor, appearance)]
  assert.deepEqual([form.form, form.prepared, form.preparedFor, notice.form, notice.prepared, notice.preparedFor], ['i-90', 'working', 'Maria Núñez', 'g-28', 'working', 'Maria Núñez'])
  assert.deepEqual([form.offered.familyName, form.offered.givenName], [{ answer: 'Núñez', from: 'client' }, { answer: 'Maria', from: 'client' }])
  assert.deepEqual([form.offered.preparerFamilyName?.answer, form.offered.preparerFamilyName?.from], ['Reyes', 'practice'])
  const answers = Object.fromEntries(Object.entries(notice.offered).map(([id, { answer }]) => [id, answer]))
  assert.deepEqual(
    [answers.familyName, answers.givenName, answers.lawFirm, answers.daytimePhone, answers.standing, answers.clientFamilyName, answers.clientEmail, answers.agency],
    ['Reyes', 'Ana', 'Reyes Law', '+12025550123', 'attorney', 'Núñez', 'maria@example.test', 'uscis'],
  )
  assert.match(String(answers.uscisMatter), /I-90/)
  assert.deepEqual(JSON.stringify(notice.answers.bars).includes('471-1'), true)
})

test('nothing of the representative is offered as the client’s: not a name, an address, a number or an email address', async () => {
  const actor = await ground.representative({ given: 'Vera', family: 'Sample' })
  const names = { kind: 'company', company: 'Acme', signer: '' } as const
  const client = await ground.client(actor, names, { email: '', phone: '', address: null as never })
  const { draft } = await ground.begun(actor, { of: client })
  const { offered } = await read(actor, draft)
  const own = Object.keys(offered).filter((id) => !id.startsWith('preparer'))
  assert.deepEqual(own, [])
})

test('pressed many times at once with one key it is one preparation with two drafts', async () => {
  const actor = await ground.representative()
  const client = await ground.client(actor)
  const key = newSecret(128)
  const pressed = await Promise.all(Array.from({ length: 8 }, () => begin(actor, client, key)))
  assert.equal(new Set(pressed.map((each) => each.ok && each.output.preparation)).size, 1)
  const drafts = await ground.owner.selectFrom('filing.draft').select('form').where('account', '=', String(actor.id)).orderBy('form').execute()
  assert.deepEqual(drafts.map(({ form }) => form), ['g-28', 'i-90'])
})

test('another key for the same client and form begins another; two clients of one name are two', async () => {
  const actor = await ground.representative()
  const [one, other] = [await ground.client(actor), await ground.client(actor)]
  const begun = await Promise.all([begin(actor, one), begin(actor, one), begin(actor, other)])
  const ids = begun.map((each) => (each.ok ? each.output.preparation : each.refusal))
  assert.equal(new Set(ids).size, 3)
  const shown = await Promise.all(ids.map((preparation) => ground.as(actor).read(shownPreparation, { preparation })))
  assert.deepEqual(shown.map((each) => each?.client?.id), [one, one, other])
})

test('it takes a practice that is certified and a licence that runs, a client of one’s own, and a form that is filed here', async () => {
  const [bare, actor, other] = [await ground.newRepresentative(), await ground.representative(), await ground.representative()]
  assert.equal(await refusalOf(begin(bare, await ground.client(bare))), 'practice-lacking')
  const client = await ground.client(actor)
  assert.equal(await refusalOf(begin(other, client)), 'no-such-client')
  assert.equal(await refusalOf(begin(actor, newId())), 'no-such-client')
  for (const form of ['g-28', 'i-290b', 'no-1', '__proto__']) assert.equal(await refusalOf(begin(actor, client, newSecret(128), form)), 'form-not-filed-here')
  assert.equal(await refusalOf(begin(await ground.applicant(), client)), 'not-allowed')
  const [licence] = await ground.owner.selectFrom('representation.licence').select('id').where('account', '=', String(actor.id)).execute()
  assert.ok((await ground.as(actor).perform(removeLicence, { id: String(licence?.id) })).ok)
  assert.equal(await refusalOf(begin(actor, client)), 'practice-lacking')
})

test('the notice asks its representative for nothing that the client answers by accepting it: no consent, no signature, no day of it', async () => {
  const actor = await ground.representative()
  const { draft, appearance } = await ground.filled(actor)
  const notice = await read(actor, appearance)
  const replay = replayOf(ground.services.agency, notice, ground.services.clock.now())
  assert.equal(replay.complete, true)
  for (const id of ['clientConsent', 'clientSignature', 'clientSignedOn']) assert.equal(Object.hasOwn(replay.submitted, id), false)
  assert.ok(replay.pages.some(({ id }) => id === 'client-mail'))
  assert.equal((await ground.browse(actor).get(`/drafts/${appearance}/client-signature`)).status, 404)
  const shown = await ground.as(actor).read(shownPreparation, { preparation: (await ground.begun(actor)).preparation })
  assert.equal(shown?.turn, 'fill-in')
  assert.ok(draft)
})

test('who appears for a limited purpose names the representative of record, as on the paper form', async () => {
  const actor = await ground.representative()
  const { appearance } = await ground.filled(actor)
  const notice = await read(actor, appearance)
  const limited = { ...notice, answers: { ...notice.answers, limitedAppearance: 'yes' } }
  assert.equal(replayOf(ground.services.agency, limited, ground.services.clock.now()).complete, false)
})

test('the page of a preparation is its representative’s alone and says whose turn it is; a person’s is told of nothing', async () => {
  const [actor, other] = [await ground.representative(), await ground.representative()]
  const { preparation, draft } = await ground.begun(actor)
  const seen = await ground.browse(actor).get(`/preparations/${preparation}`)
  assert.equal(seen.status, 200)
  assert.match(seen.html, /For Maria Núñez/)
  assert.match(seen.html, /Your turn: fill in the form and Form G-28/)
  assert.match(seen.html, new RegExp(`href="/drafts/${draft}"`))
  assert.equal((await ground.browse(actor).get(`/drafts/${draft}/preparation`)).location, `/preparations/${preparation}`)
  for (const stranger of [other, await ground.applicant()]) {
    assert.equal((await ground.browse(stranger).get(`/preparations/${preparation}`)).status, 404)
    assert.equal((await ground.browse(stranger).get(`/prepared/${preparation}`)).status, 404)
    assert.equal((await ground.browse(stranger).get(`/drafts/${draft}/preparation`)).status, 404)
  }
  const complete = await ground.filled(actor)
  assert.match((await ground.browse(actor).get(`/preparations/${complete.preparation}`)).html, /Your turn: read and sign/)
})

test('the page to choose a form tells two clients of one name apart, and keeps what was chosen when a key is stale', async () => {
  const actor = await ground.representative()
  const client = await ground.client(actor)
  const browser = ground.browse(actor)
  const page = await browser.get(`/clients/${client}/forms`)
  assert.match(page.html, /For Maria Núñez[\s\S]*maria@example\.test/)
  assert.equal((await browser.post(`/clients/${client}/forms`, { form: 'g-28', idempotencyKey: newId() })).status, 422)
  const begun = await browser.post(`/clients/${client}/forms`, { form: 'i-90', idempotencyKey: newId() })
  assert.match(String(begun.location), /^\/preparations\//)
  assert.equal((await ground.browse(await ground.representative()).get(`/clients/${client}/forms`)).status, 404)
  const bare = await ground.newRepresentative()
  assert.match((await ground.browse(bare).get(`/clients/${await ground.client(bare)}/forms`)).html, /Your practice comes first/)
})

test('evidence is brought to a working draft by the representative whose it is, and by nobody else', async () => {
  const actor = await ground.representative()
  const { draft } = await ground.begun(actor)
  const asked = (who: Actor) => evidenceDraftOf({ ...ground.as(who), services: ground.services } as never, draft)
  assert.equal((await asked(actor))?.id, draft)
  assert.equal(await asked(await ground.representative()), null)
})
