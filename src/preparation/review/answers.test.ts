import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inClientSteps, type ClientSteps } from '../../../test/cast/prepared-steps.ts'
import { type PreparedGround, preparedGround } from '../../../test/cast/prepared-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { pressSubmit } from '../submission/press-submit.ts'
import { signPreparedForm } from './sign-form.ts'

let ground: PreparedGround
let steps: ClientSteps

before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

type Laid = Awaited<ReturnType<ClientSteps['takenUp']>>['laid']

const draftOf = async (id: string) => (await ground.rows<{ prepared: string | null; deleted_at: unknown; frozen_at: unknown; submission: string | null }>('select * from filing.draft where id = $1', [id]))[0]
const packageOf = async (id: string) => (await ground.rows<{ voided_why: string | null; copied_at: unknown; reviewed_at: unknown }>('select * from preparation.package where id = $1', [id]))[0]
const at = (laid: Laid, rest = '') => `/prepared/${laid.preparation}${rest}`

/** As the representative's work does it: the package that stood is void, and another is laid. */
async function layAgain(representative: Actor, laid: Laid, changed: Record<string, string>, ordinal = 2) {
  await ground.rows("update preparation.package set voided_at = now(), voided_why = 'taken-back' where preparation = $1 and voided_at is null", [laid.preparation])
  const answers = { ...laid.answers, ...changed }
  const draft = await ground.workingDraft(representative, 'i-90', '2025-01-20', answers)
  for (const words of ['one', 'two']) await ground.addWholeFile(representative, draft, laid.document, words)
  await ground.rows('update preparation.preparation set draft = $1 where id = $2', [draft, laid.preparation])
  const again = await ground.lay(representative, { preparation: laid.preparation, draft, notice: ground.noticeFor(laid.answers), answers, ordinal })
  await ground.drain()
  return { ...laid, ...again, answers, draft }
}

describe('the copy of a package', () => {
  test('has the answers and files of what was signed, under the client, checked as any file, and nobody changes it', async () => {
    const { client, laid } = await steps.takenUp({ files: ['one', 'two'] })
    const copy = await steps.copyOf(laid.package)
    assert.equal((await draftOf(copy))?.prepared, 'copy')
    const files = await ground.filesIn(client, copy)
    assert.deepEqual(files.map(({ name, state }) => `${name} ${state}`).toSorted(), [`${laid.document}-one.pdf clean`, `${laid.document}-two.pdf clean`])
    const page = await ground.browser(client).get(`/drafts/${copy}`)
    assert.equal(page.location, `/drafts/${copy}/preparation`)
    await assert.rejects(ground.rows("update filing.draft set answers_sealed = 'x' where id = $1", [copy]))
    const browser = ground.browser(client)
    await browser.press(`/drafts/${copy}/evidence/${files[0]?.id}/remove`, {}, await browser.get('/file'))
    assert.equal((await ground.browser(client).get(`/drafts/${copy}/evidence/${files[0]?.id}`)).status, 200)
    assert.equal((await ground.filesIn(client, copy)).length, 2)
  })

  test('that is not, byte for byte, what was signed is given to nobody', async () => {
    const representative = await ground.representative()
    const client = await ground.person()
    const laid = await ground.prepare(representative)
    await ground.rows("update preparation.package set form_sha256 = repeat('a', 64) where id = $1", [laid.package])
    await steps.takeUp(client, laid)
    await ground.drain()
    assert.equal((await packageOf(laid.package))?.copied_at, null)
    assert.match((await ground.browser(client).get(at(laid))).html, /Your copy is being made/)
  })
})

describe('the client', () => {
  test('reads what changed since the package they read last, was and now, and files too', async () => {
    const { representative, client, laid } = await steps.takenUp()
    const browser = ground.browser(client)
    assert.doesNotMatch((await browser.get(at(laid, '/form'))).html, /What changed since you read it last/)
    assert.ok((await packageOf(laid.package))?.reviewed_at)
    const again = await layAgain(representative, laid, { birthCity: 'Monterrey' })
    const { html } = await browser.get(at(again, '/form'))
    assert.match(html, /2 answers or files changed/)
    assert.match(html, /Changed. It is now:<\/strong> <span dir="auto">Monterrey/)
    assert.match(html, /It was: <span dir="auto">Guadalajara/)
    assert.match(html, /New: <\/strong>[^<]*<a href="[^"]*"><bdi>identity-document-two.pdf/)
  })

  test('signs the notice of appearance first, with their own name, over what is shown', async () => {
    const { client, laid } = await steps.takenUp()
    const browser = ground.browser(client)
    assert.equal((await browser.get(at(laid, '/form/sign'))).location, at(laid))
    const words = { fullLegalName: laid.name, documentSha256: String(laid.form_sha256), declarationSha256: 'a'.repeat(64), language: 'en' }
    const early = await ground.as(client).perform(signPreparedForm, { preparation: laid.preparation, shown: laid.package, ...words })
    assert.equal(!early.ok && early.refusal, 'appearance-first')
    assert.match((await browser.press(at(laid, '/appearance'), { fullLegalName: 'Somebody Else' })).html, /Type your name as it stands in the document/)
    const changed = await browser.press(at(laid, '/appearance'), { fullLegalName: laid.name, documentSha256: 'a'.repeat(64) })
    assert.match(changed.html, /It changed since you opened this page/)
    const unread = await browser.press(at(laid, '/appearance'), { fullLegalName: laid.name, declarationSha256: 'a'.repeat(64) })
    assert.match(unread.html, /It changed since you opened this page/)
    await steps.signAppearance(client, laid)
    await steps.signForm(client, laid)
  })

  test('signs nothing but the very document that the representative signed', async () => {
    const { client, laid } = await steps.takenUp()
    await steps.signAppearance(client, laid)
    await ground.rows("update preparation.package set form_sha256 = repeat('c', 64) where id = $1", [laid.package])
    const signed = await ground.browser(client).press(at(laid, '/form/sign'), { fullLegalName: laid.name })
    assert.match(signed.html, /Something in it counts differently since your representative signed it/)
    assert.equal((await ground.rows('select s.id from filing.signature s where s.draft = $1', [await steps.copyOf(laid.package)])).length, 0)
  })

  test('who asks for changes voids what they signed; the copy and its signature are never filed', async () => {
    const { representative, client, laid } = await steps.signed()
    const copy = await steps.copyOf(laid.package)
    const asked = await ground.browser(client).press(at(laid, '/changes'), { reason: 'My street is 12 Elm Road' })
    assert.equal(asked.location, at(laid), asked.html)
    assert.equal((await packageOf(laid.package))?.voided_why, 'changes-asked')
    assert.ok((await draftOf(copy))?.deleted_at)
    assert.match((await ground.browser(client).get(at(laid))).html, /What was signed before is void/)
    const pressed = await ground.as(representative).perform(pressSubmit, { preparation: laid.preparation, shown: laid.package, shownCents: 0, language: 'en' })
    assert.equal(!pressed.ok && pressed.refusal, 'not-standing')
    assert.equal((await ground.browser(client).get(`/drafts/${copy}/pay`)).status, 404)
    const browser = ground.browser(client)
    assert.equal((await browser.press(`/drafts/${copy}/restore`, {}, await browser.get('/file'))).status, 404)
    assert.ok((await draftOf(copy))?.deleted_at)
  })

  test('who declines the notice may keep the form as a draft of their own, or leave it', async () => {
    const { client, laid } = await steps.takenUp()
    const copy = await steps.copyOf(laid.package)
    const kept = await ground.browser(client).press(at(laid, '/appearance/decline'), { reason: 'I go on alone', then: 'keep' })
    assert.equal(kept.location, `/drafts/${copy}`, kept.html)
    assert.equal((await draftOf(copy))?.prepared, null)
    assert.equal((await draftOf(copy))?.frozen_at, null)
    assert.equal((await draftOf(copy))?.deleted_at, null)
    assert.equal((await packageOf(laid.package))?.voided_why, 'declined')
    assert.equal((await ground.browser(client).get(`/drafts/${copy}/review`)).status, 200)

    const other = await steps.takenUp()
    const left = await ground.browser(other.client).press(at(other.laid, '/appearance/decline'), { reason: 'No', then: 'leave' })
    assert.equal(left.location, at(other.laid))
    assert.ok((await draftOf(await steps.copyOf(other.laid.package)))?.deleted_at)
  })

  test('who declines the form has nothing filed, and the reason is sealed', async () => {
    const { client, laid } = await steps.signed()
    await ground.browser(client).press(at(laid, '/form/decline'), { reason: 'I do not want this' })
    assert.equal((await packageOf(laid.package))?.voided_why, 'declined')
    const [answer] = await ground.rows<{ reason_sealed: Buffer }>("select reason_sealed from preparation.answer where package = $1 and of = 'form' and side = 'client' and not accepted", [laid.package])
    assert.ok(answer && !answer.reason_sealed.includes('want'))
  })

  test('who ends it has nothing filed of it, and a press that comes then is refused', async () => {
    const { representative, client, laid } = await steps.signed()
    const copy = await steps.copyOf(laid.package)
    assert.equal((await ground.browser(client).press(at(laid, '/end'))).location, at(laid))
    assert.equal((await packageOf(laid.package))?.voided_why, 'ended')
    assert.ok((await draftOf(copy))?.deleted_at)
    assert.match((await ground.browser(client).get(at(laid))).html, /This has ended/)
    const pressed = await ground.as(representative).perform(pressSubmit, { preparation: laid.preparation, shown: laid.package, shownCents: 0, language: 'en' })
    assert.equal(!pressed.ok && pressed.refusal, 'not-standing')
    assert.equal((await ground.browser(client).get(at(laid, '/form'))).location, at(laid))
  })

  test('is another person: nothing of it is there for anybody else', async () => {
    const { laid } = await steps.takenUp()
    for (const stranger of [await ground.person(), await ground.representative()])
      for (const rest of ['', '/form', '/appearance', '/form/sign', '/changes', '/form/decline', '/end'])
        assert.ok(['404 ', `303 ${at(laid)}`].includes(`${(await ground.browser(stranger).get(at(laid, rest))).status} ${(await ground.browser(stranger).get(at(laid, rest))).location}`), rest)
  })
})

test('a form that changed while its client signs is not signed: the page shows the old one and the press is refused', async () => {
  const { representative, client, laid } = await steps.takenUp()
  await steps.signAppearance(client, laid)
  const browser = ground.browser(client)
  const page = await browser.get(at(laid, '/form/sign'))
  const again = await layAgain(representative, laid, { birthCity: 'Monterrey' })
  await steps.signAppearance(client, again)
  const pressed = await browser.press(at(laid, '/form/sign'), { fullLegalName: laid.name }, page)
  assert.match(pressed.html, /The form, its files or the language changed/)
  await steps.signForm(client, again)
})
