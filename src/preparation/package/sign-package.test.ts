import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PreparingGround, preparingGround } from '../../../test/cast/preparing-ground.ts'
import { draftFor, saveDraftPage } from '../../filing/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { shownPreparation } from '../work/shown-preparation.ts'
import { ownToSign } from './own-to-sign.ts'
import { declarationSha256 } from '../../filing/index.ts'
import { openAnswered, openPackaged } from './sealed.ts'
import { type PackageSigning, signPackage } from './sign-package.ts'
import { takeBack } from './take-back.ts'

let ground: PreparingGround
before(async () => {
  ground = await preparingGround()
})
after(() => ground.end())

type Filled = Awaited<ReturnType<PreparingGround['filled']>>

/** What the page would send, as it is now. */
async function signing(actor: Actor, { preparation }: Pick<Filled, 'preparation'>, names = { form: 'Ana Reyes', appearance: 'Ana Reyes' }): Promise<PackageSigning> {
  const found = await ground.as(actor).read(ownToSign, { preparation, language: 'en' })
  assert.ok(found?.toSign && typeof found.toSign === 'object', JSON.stringify(found?.toSign))
  const { form, appearance } = found.toSign
  const of = (document: NonNullable<typeof form>, fullLegalName: string) => ({ fullLegalName, documentSha256: document.sha256, declarationSha256: declarationSha256(document.declaration) })
  return { preparation, language: 'en', form: form && of(form, names.form), appearance: of(appearance, names.appearance) }
}
const sign = async (actor: Actor, pressed: PackageSigning) => {
  const result = await ground.as(actor).perform(signPackage, pressed)
  return result.ok ? 'signed' : result.refusal
}
const packages = (preparation: string) => ground.owner.selectFrom('preparation.package').selectAll().where('preparation', '=', preparation).orderBy('ordinal').execute()
const turnOf = async (actor: Actor, preparation: string) => (await ground.as(actor).read(shownPreparation, { preparation }))?.turn

test('both documents are signed over what was shown, each by its name; what stands then is frozen, byte for byte', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const pressed = await signing(actor, its)
  assert.equal(await sign(actor, pressed), 'signed')
  const [laid, ...more] = await packages(its.preparation)
  assert.ok(laid && more.length === 0)
  assert.deepEqual([laid.form_sha256, laid.appearance_sha256], [pressed.form?.documentSha256, pressed.appearance.documentSha256])
  const text = openPackaged(ground.services.keys, { id: laid.id, representative: String(actor.id) }, 'form_sealed', laid.form_sealed ?? assert.fail('sealed'))
  assert.match(text, /"form":"i-90"/)
  const answers = await ground.owner.selectFrom('preparation.answer').selectAll().where('package', '=', laid.id).orderBy('of').execute()
  assert.deepEqual(answers.map(({ of, side, accepted, factor }) => [of, side, accepted, factor]), [['appearance', 'representative', true, 'email'], ['form', 'representative', true, 'email']])
  for (const answer of answers) assert.equal(openAnswered(ground.services.keys, answer, 'name_sealed', answer.name_sealed ?? assert.fail('named')), 'Ana Reyes')
  assert.match(String(answers[0]?.statement), /perjury/)
  // What is declared under the notice is of who represents, and nothing of it says that it is about them.
  assert.match(String(answers[0]?.statement), /8 CFR 103\.2 and 292/)
  for (const { statement } of answers) assert.doesNotMatch(String(statement), /about me\.?$/m)
  for (const draft of [its.draft, its.appearance]) assert.notEqual((await ground.as(actor).read(draftFor, { draft }))?.frozenAt, null)
  const saved = await ground.as(actor).perform(saveDraftPage, { draft: its.draft, page: 'your-status', answers: {} })
  assert.equal(saved.ok || saved.refusal, 'draft-not-open')
  assert.equal(await turnOf(actor, its.preparation), 'give-passcode')
})

test('pressed many times at once, or again later, it is one package with one signature under each document', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const pressed = await signing(actor, its)
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 6 }, () => sign(actor, pressed)))), new Set(['signed']))
  assert.equal(await sign(actor, pressed), 'signed')
  assert.equal((await packages(its.preparation)).length, 1)
  assert.equal((await ground.owner.selectFrom('preparation.answer').select('id').where('account', '=', String(actor.id)).execute()).length, 2)
})

test('what changed after it was shown is not signed: an answer, a file, or the words that were declared', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const pressed = await signing(actor, its)
  const before = (await ground.as(actor).read(draftFor, { draft: its.appearance }))?.answers ?? assert.fail('the draft is there')
  await ground.as(actor).perform(saveDraftPage, { draft: its.appearance, page: 'additional-information', answers: { additionalInformation: 'Added meanwhile' } })
  assert.equal(await sign(actor, pressed), 'changed-since-shown')
  await ground.as(actor).perform(saveDraftPage, { draft: its.appearance, page: 'additional-information', answers: { additionalInformation: before.additionalInformation ?? null } })
  await ground.bringEvidence(actor, its.draft)
  assert.equal(await sign(actor, pressed), 'changed-since-shown')
  const fresh = await signing(actor, its)
  assert.equal(await sign(actor, { ...fresh, appearance: { ...fresh.appearance, declarationSha256: 'a'.repeat(64) } }), 'changed-since-shown')
  assert.equal(await sign(actor, { ...fresh, form: null }), 'changed-since-shown')
  assert.equal(await sign(actor, fresh), 'signed')
})

test('a client who would sign while the representative edits finds nothing: what is edited is no package, and what is a package is not edited', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const pressed = await signing(actor, its)
  const [signed, saved] = await Promise.all([
    sign(actor, pressed),
    ground.as(actor).perform(saveDraftPage, { draft: its.draft, page: 'your-status', answers: {} }).then((result) => (result.ok ? 'saved' : result.refusal)),
  ])
  const [laid] = await packages(its.preparation)
  // One of the two came first: a save before it is in what was signed, and one after it is none.
  if (saved === 'draft-not-open') assert.equal(signed, 'signed')
  else assert.ok(signed === 'signed' ? laid?.form_sha256 === pressed.form?.documentSha256 : signed === 'changed-since-shown', signed)
})

test('the name under each is the one that document has: the preparer’s under the form, the representative’s under the notice', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  assert.equal(await sign(actor, await signing(actor, its, { form: 'Somebody Else', appearance: 'Ana Reyes' })), 'form-name-does-not-fit')
  assert.equal(await sign(actor, await signing(actor, its, { form: 'Ana Reyes', appearance: 'Maria Núñez' })), 'appearance-name-does-not-fit')
  assert.equal((await packages(its.preparation)).length, 0)
})

test('it takes a fresh proof, a licence that still runs that day, and a preparation of one’s own that is complete', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const pressed = await signing(actor, its)
  assert.equal(await sign(await ground.representative(), pressed), 'no-such-preparation')
  assert.equal(await sign(actor, { ...pressed, preparation: newId() }), 'no-such-preparation')
  assert.equal(await sign(await ground.applicant(), pressed), 'not-allowed')
  const begun = await ground.begun(actor)
  assert.equal(await sign(actor, { ...pressed, preparation: begun.preparation }), 'not-ready')
  // A licence that expires in the middle of it: nothing is signed from the day after its last one.
  const expiresOn = (day: string) => ground.owner.updateTable('representation.licence').set({ expires_on: Temporal.PlainDate.from(day) }).where('account', '=', String(actor.id)).execute()
  const today = ground.services.clock.now().toZonedDateTimeISO('America/New_York').toPlainDate()
  await expiresOn(today.subtract({ days: 1 }).toString())
  assert.equal(await sign(actor, pressed), 'practice-lacking')
  await expiresOn(today.toString())
  await ground.owner.updateTable('accounts.session').set({ proved_at: ground.services.clock.now().subtract({ minutes: 5 }) }).where('account', '=', String(actor.id)).execute()
  assert.equal(await sign(actor, pressed), 'no-recent-proof')
  await ground.owner.updateTable('accounts.session').set({ proved_at: ground.services.clock.now() }).where('account', '=', String(actor.id)).execute()
  assert.equal(await sign(actor, pressed), 'signed')
})

test('a form that asks who prepared it and names nobody is not signed', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const found = await ground.as(actor).read(draftFor, { draft: its.draft })
  const page = 'helpers'
  assert.ok(found && page)
  await ground.answer(its.draft, { ...found.answers, preparerUsed: 'no' })
  assert.equal((await ground.as(actor).read(ownToSign, { preparation: its.preparation, language: 'en' }))?.toSign, 'preparer-missing')
})

test('taken back, what was signed is void, the drafts can be changed, and the next package has the next number', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  await sign(actor, await signing(actor, its))
  const taken = await Promise.all([1, 2].map(() => ground.as(actor).perform(takeBack, { preparation: its.preparation })))
  assert.ok(taken.every(({ ok }) => ok))
  const other = await ground.as(await ground.representative()).perform(takeBack, { preparation: its.preparation })
  assert.equal(other.ok || other.refusal, 'no-such-preparation')
  const [first] = await packages(its.preparation)
  assert.deepEqual([first?.voided_why, first?.voided_at !== null], ['taken-back', true])
  const draft = await ground.as(actor).read(draftFor, { draft: its.draft })
  assert.equal(draft?.frozenAt, null)
  assert.equal(await turnOf(actor, its.preparation), 'sign')
  assert.equal(await sign(actor, await signing(actor, its)), 'signed')
  assert.deepEqual((await packages(its.preparation)).map(({ ordinal, voided_at }) => [ordinal, voided_at === null]), [[1, false], [2, true]])
})

test('what was filed is not taken back, and what has ended is not signed', async () => {
  const actor = await ground.representative()
  const [ended, filed] = [await ground.filled(actor), await ground.filled(actor)]
  const pressed = await signing(actor, ended)
  await ground.owner.updateTable('preparation.preparation').set({ ended_at: ground.services.clock.now(), ended_from: 'client' }).where('id', '=', ended.preparation).execute()
  assert.equal(await sign(actor, pressed), 'not-open')
  await sign(actor, await signing(actor, filed))
  await ground.owner.deleteFrom('preparation.passcode').execute()
  await ground.file(filed.preparation)
  const back = await ground.as(actor).perform(takeBack, { preparation: filed.preparation })
  assert.equal(back.ok || back.refusal, 'filed-already')
})

test('the page shows both documents whole and signs them without a script; a wrong name keeps what was typed', async () => {
  const actor = await ground.representative()
  const its = await ground.filled(actor)
  const browser = ground.browse(actor)
  const path = `/preparations/${its.preparation}/sign`
  const { html, status } = await browser.get(path)
  assert.equal(status, 200)
  assert.match(html, /under penalty of perjury/)
  assert.match(html, /Núñez/)
  const hidden = Object.fromEntries([...html.matchAll(/type="hidden" name="((?:form|appearance)\w+)" value="([^"]*)"/g)].map(([, name, value]) => [String(name), String(value)]))
  const wrong = await browser.post(path, { ...hidden, formName: 'Ana Reyes', appearanceName: 'Nobody' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="Nobody"/)
  const signed = await browser.post(path, { ...hidden, formName: 'Ana Reyes', appearanceName: 'Ana Reyes' })
  assert.equal(signed.location, `/preparations/${its.preparation}/passcode`)
  assert.equal((await browser.get(path)).location, `/preparations/${its.preparation}`)
  assert.equal((await ground.browse(await ground.representative()).get(path)).status, 404)
})
