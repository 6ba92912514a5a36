import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PreparedGround, preparedGround } from '../../test/cast/prepared-ground.ts'
import { type ClientSteps, inClientSteps } from '../../test/cast/prepared-steps.ts'
import { preparingParts } from '../../test/cast/preparing-ground.ts'
import { draftFor, saveDraftPage } from '../filing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { showCode } from '../platform/numbers/crockford.ts'
import { takeBack } from './package/take-back.ts'
import { issuePasscode } from './passcode/issue-passcode.ts'
import { showPasscode } from './passcode/show-passcode.ts'
import { shownPreparation } from './work/shown-preparation.ts'

let ground: PreparedGround
let parts: ReturnType<typeof preparingParts>
let steps: ClientSteps
before(async () => {
  ground = await preparedGround()
  parts = preparingParts({ ...ground, applicant: async () => ({ ...(await ground.person()), sessionId: newId() }) })
  steps = inClientSteps(ground)
})
after(() => ground.end())

const turnOf = async (actor: Actor, preparation: string) => (await ground.as(actor).read(shownPreparation, { preparation }))?.turn

/** A form with a file of it, signed by its representative, and its passcode. */
async function laid() {
  const actor = await parts.representative()
  const its = await parts.filled(actor, { files: async (draft, document) => void (await ground.addWholeFile(actor, draft, document, 'first')) })
  await parts.sign(actor, its.preparation)
  return { actor, ...its, passcode: await passcode(actor, its.preparation), name: 'Maria Núñez' }
}

async function passcode(actor: Actor, preparation: string): Promise<string> {
  assert.ok((await ground.as(actor).perform(issuePasscode, { preparation, given: 'shown' })).ok)
  const shown = await ground.as(actor).perform(showPasscode, { preparation })
  assert.ok(shown.ok)
  return showCode(shown.output.code)
}

test('what a representative filled in and signed is taken up, read, signed and filed by the client, byte for byte', async () => {
  const { actor, ...its } = await laid()
  const client = await ground.person()
  assert.equal(await turnOf(actor, its.preparation), 'take-up')
  await steps.takeUp(client, its)
  await ground.drain()
  assert.equal(await turnOf(actor, its.preparation), 'review')
  const notice = await ground.browser(client).get(`/prepared/${its.preparation}/appearance`)
  assert.match(notice.html, /Reyes/)
  // What the client answers by accepting is asked of nobody, and stands in the text as no empty line.
  assert.doesNotMatch(notice.html, /Client’s signature|Date of the client’s signature/)
  await steps.signAppearance(client, its)
  assert.equal(await turnOf(actor, its.preparation), 'client-signs')
  await steps.signForm(client, its)
  assert.equal(await turnOf(actor, its.preparation), 'pay')
  const [kept] = await ground.rows<{ document_sha256: string; form_sha256: string }>(
    'select s.document_sha256, p.form_sha256 from filing.signature s join preparation.package p on p.copy = s.draft where p.preparation = $1', [its.preparation])
  assert.equal(kept?.document_sha256, kept?.form_sha256)
})

test('what was taken back while the client had it is signed by nobody; signed again, it comes to the client without a passcode', async () => {
  const { actor, ...its } = await laid()
  const client = await ground.person()
  await steps.takeUp(client, its)
  await ground.drain()
  await steps.signAppearance(client, its)
  assert.ok((await ground.as(actor).perform(takeBack, { preparation: its.preparation })).ok)
  const pressed = await ground.browser(client).press(`/prepared/${its.preparation}/appearance`, { fullLegalName: its.name }).catch(() => null)
  assert.notEqual(pressed?.location, `/prepared/${its.preparation}/form`)
  const found = (await ground.as(actor).read(draftFor, { draft: its.draft })) ?? assert.fail('the draft is there')
  assert.equal(found.frozenAt, null)
  assert.ok((await ground.as(actor).perform(saveDraftPage, { draft: its.draft, page: 'your-status', answers: found.answers })).ok)
  await parts.sign(actor, its.preparation)
  await ground.drain()
  assert.equal(await turnOf(actor, its.preparation), 'review')
  const again = await ground.as(actor).perform(issuePasscode, { preparation: its.preparation, given: 'shown' })
  assert.equal(again.ok || again.refusal, 'nothing-to-open')
  await steps.signAppearance(client, its)
  await steps.signForm(client, its)
  assert.equal(await turnOf(actor, its.preparation), 'pay')
})

test('a passcode that was replaced opens nothing, and of a client who takes it up while another is issued exactly one gets through', async () => {
  const { actor, ...its } = await laid()
  const second = await passcode(actor, its.preparation)
  const [client, late] = [await ground.person(), await ground.person()]
  const old = await ground.browser(late).press('/representative-passcode', { passcode: its.passcode })
  assert.equal(old.location ?? '', '')
  await Promise.all([
    steps.takeUp(client, { ...its, passcode: second }).catch(() => undefined),
    ground.as(actor).perform(issuePasscode, { preparation: its.preparation, given: 'shown' }),
  ])
  const rows = await ground.rows<{ linked: boolean; standing: number }>(
    'select (p.linked_at is not null) as linked, (select count(*)::int from preparation.passcode c where c.preparation = p.id and c.ended_at is null) as standing from preparation.preparation p where p.id = $1', [its.preparation])
  assert.ok(rows[0]?.linked ? rows[0].standing === 0 : rows[0]?.standing === 1, JSON.stringify(rows))
})
