import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario, paidScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { saveDraftPage } from '../index.ts'
import { sha256Of } from './signed-document.ts'
import { openSigned } from './signature.ts'
import { findLastSignature, type SignatureRow } from './signature-store.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const signatures = (draft: string) => ground.rows('select id from filing.signature where draft = $1', [draft])
const signAt = (draft: string) => `/drafts/${draft}/sign`

test('the page shows the form, the fee, the declaration under penalty of perjury and the hash of what is signed', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const { html, status } = await ground.browser(actor).get(signAt(draft))
  assert.equal(status, 200)
  for (const words of [
    /Full legal name/,
    /penalty of perjury/,
    /Form I-90/,
    /\$415\.00/,
    /<code>[0-9a-f]{64}<\/code>/,
    />Sign and continue</,
  ]) {
    assert.match(html, words)
  }
})

test('what a person prints of a draft is marked as not filed on every sheet, and has the item numbers', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const browser = ground.browser(actor)
  const review = await browser.get(`/drafts/${draft}/review`)
  const sign = await browser.get(signAt(draft))
  await ground.sign(actor, draft)
  const pay = await browser.get(`/drafts/${draft}/pay`)
  for (const { html, status } of [review, sign, pay]) {
    assert.equal(status, 200)
    assert.match(html, /<p class="draft-mark">Draft: not filed<\/p>/)
    assert.match(html, /data-print/)
  }
  assert.match(review.html, /<span lang="en" class="on-paper muted">\s*\(Part 1, Item 3\.a\)/)
})

test('a signature keeps the statement, the language, the document, its hash, the name and how the person was proven', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const pressed = await ground.sign(actor, draft)
  assert.equal(pressed.location, `/drafts/${draft}/pay`)
  const row = (await findLastSignature(ground.database.pools.owner as never, draft)) as SignatureRow
  const { name, document, shown } = openSigned(ground.services.keys, row)
  assert.equal(name, ground.nameOf())
  assert.equal(sha256Of(document), row.document_sha256)
  assert.equal(sha256Of(JSON.stringify(shown)), row.shown_sha256)
  assert.equal(JSON.parse(document).document.form, 'i-90')
  assert.equal(JSON.parse(document).evidence.length, 1)
  assert.match(row.statement, /penalty of perjury/)
  assert.equal(row.language, 'en')
  assert.equal(row.factor, 'one-time-password')
  assert.equal(row.session, actor.sessionId)
  assert.ok(shown.sections.some(({ rows }) => rows.some(([, answer]) => answer === 'Example')))
})

test('the same press at the same moment and once more is one signature; signed after a fresh proof, it is another', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const count = async () => (await ground.rows('select 1 from filing.signature where draft = $1', [draft])).length
  await Promise.all([ground.sign(actor, draft), ground.sign(actor, draft)])
  await ground.sign(actor, draft)
  assert.equal(await count(), 1)
  await ground.rows('update accounts.session set proved_at = $2 where id = $1', [actor.sessionId, ground.clock.now().subtract({ seconds: 1 }).toString()])
  await ground.sign(actor, draft)
  assert.equal(await count(), 2)
})

test('a name that is not the one on the form is refused in words, and what was typed stays', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  for (const fullLegalName of ['Sam Sample', '', 'x'.repeat(301), 'Maria \u202eExample', '<b>Maria</b>']) {
    const pressed = await ground.browser(actor).press(signAt(draft), { fullLegalName })
    assert.equal(pressed.status, 422, fullLegalName)
    assert.match(pressed.html, /error-summary/)
  }
  const again = await ground.browser(actor).press(signAt(draft), { fullLegalName: 'Sam Sample' })
  assert.match(again.html, /This is not the name on the form/)
  assert.match(again.html, /value="Sam Sample"/)
  assert.deepEqual(await signatures(draft), [])
})

test('what changed after the page was opened is not signed: the page comes back with what stands now', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const browser = ground.browser(actor)
  const page = await browser.get(signAt(draft))
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'your-name', answers: { givenName: 'Marta' } })
  const pressed = await browser.press(signAt(draft), { fullLegalName: 'Marta Example' }, page)
  assert.equal(pressed.status, 422)
  assert.match(pressed.html, /changed after this page was opened/)
  assert.deepEqual(await signatures(draft), [])
  const second = await browser.press(signAt(draft), { fullLegalName: 'Marta Example' }, pressed)
  assert.equal(second.status, 303)
})

test('a translation is signed for with what it translates: added after the page was opened, or after the signature, it is to be signed again', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const [file] = await ground.rows<{ id: string; document: string; sha256: string }>('select id, document, sha256 from evidence.file where draft = $1', [draft])
  const translate = () => ground.addFile(actor, draft, file?.document ?? '', 'clean', file?.id)
  const browser = ground.browser(actor)
  const page = await browser.get(signAt(draft))
  await translate()
  const early = await browser.press(signAt(draft), { fullLegalName: ground.nameOf() }, page)
  assert.match(early.html, /changed after this page was opened/)
  await ground.sign(actor, draft)
  const row = (await findLastSignature(ground.database.pools.owner as never, draft)) as SignatureRow
  assert.match(openSigned(ground.services.keys, row).document, new RegExp(`"name":"[a-z-]+-translation.pdf","sha256":"[0-9a-f]{64}","translates":"${file?.sha256}"`))
  await translate()
  assert.equal((await ground.browser(actor).get(`/drafts/${draft}/pay`)).location, signAt(draft))
})

test('the translation of a file that was refused is neither signed for nor waited for', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const [file] = await ground.rows<{ document: string }>('select document from evidence.file where draft = $1', [draft])
  const locked = await ground.addFile(actor, draft, file?.document ?? '', 'received')
  await ground.rows("update evidence.file set state = 'refused', refusal = 'encrypted-pdf', checked_at = now() where id = $1", [locked])
  await ground.addFile(actor, draft, file?.document ?? '', 'received', locked)
  await ground.sign(actor, draft)
  const row = (await findLastSignature(ground.database.pools.owner as never, draft)) as SignatureRow
  assert.doesNotMatch(openSigned(ground.services.keys, row).document, /-translation/)
})

test('what is said of a file is signed for: said anew after the page was opened, or after the signature, it is to be signed again', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const [file] = await ground.rows<{ id: string }>('select id from evidence.file where draft = $1', [draft])
  const browser = ground.browser(actor)
  const page = await browser.get(signAt(draft))
  await ground.describe(file?.id ?? '', actor, { kind: 'passport', issuer: 'Registry of Puebla' })
  const early = await browser.press(signAt(draft), { fullLegalName: ground.nameOf() }, page)
  assert.match(early.html, /changed after this page was opened/)
  await ground.sign(actor, draft)
  assert.match((await ground.browser(actor).get(`/drafts/${draft}/pay`)).html, /Pay and submit/)
  await ground.describe(file?.id ?? '', actor, { kind: 'national-id' })
  const late = await ground.browser(actor).get(`/drafts/${draft}/pay`)
  assert.equal(late.location, signAt(draft))
})

test('a draft with an answer or a required document missing leads to the review, and a press signs nothing', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const page = await ground.browser(actor).get(signAt(draft))
  await ground.rows('update evidence.file set removed_at = now() where draft = $1', [draft])
  const opened = await ground.browser(actor).get(signAt(draft))
  assert.equal(opened.location, `/drafts/${draft}/review`)
  const pressed = await ground.browser(actor).press(signAt(draft), { fullLegalName: ground.nameOf() }, page)
  assert.equal(pressed.location, `/drafts/${draft}/review`)
  assert.deepEqual(await signatures(draft), [])
})

test('nobody signs while a file is still being checked', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const page = await ground.browser(actor).get(signAt(draft))
  await ground.addFile(actor, draft, 'lost-card-copy', 'received')
  const waiting = await ground.browser(actor).get(signAt(draft))
  assert.match(waiting.html, /still checking the files/)
  assert.equal(waiting.headers.refresh, '4')
  await ground.browser(actor).press(signAt(draft), { fullLegalName: ground.nameOf() }, page)
  assert.deepEqual(await signatures(draft), [])
})

test('while the scanner is away the page says since when, asks again seldom, and not for ever', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const file = await ground.addFile(actor, draft, 'lost-card-copy', 'received')
  await ground.rows('update evidence.file set unscanned_since = uploaded_at, scan_again_at = uploaded_at, scan_failures = 1 where id = $1', [file])
  const away = await ground.browser(actor).get(signAt(draft))
  assert.match(away.html, /Our virus scanner has been away since/)
  assert.doesNotMatch(away.html, /a few seconds/)
  assert.equal(away.headers.refresh, '30')
  ground.clock.advance({ minutes: 11 })
  const later = await ground.browser(actor).get(signAt(draft))
  assert.match(later.html, /Our virus scanner has been away since[\s\S]*>\s*Check again/)
  assert.equal(later.headers.refresh, undefined)
})

test('an older proof leads to the step-up, on the page and in the operation alike', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const browser = ground.browser(actor)
  const page = await browser.get(signAt(draft))
  await ground.rows("update accounts.session set proved_at = proved_at - interval '5 minutes' where id = $1", [
    actor.sessionId,
  ])
  const pressed = await browser.press(signAt(draft), { fullLegalName: ground.nameOf(freeScenario) }, page)
  assert.match(pressed.location, /^\/sign-in\/again\?next=/)
  assert.equal(await ground.submissionOf(draft), undefined)
  const asked = await ground.browser(actor, false).get(signAt(draft))
  assert.equal(asked.location, `/sign-in/again?next=${encodeURIComponent(signAt(draft))}`)
})

test('a clock that is set back after a person proved who they are does not keep them from signing', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  ground.clock.advance({ seconds: -30 })
  assert.equal((await ground.sign(actor, draft)).location, `/drafts/${draft}/pay`)
  ground.clock.advance({ seconds: 30 })
})

test('another person’s draft is not there to be signed', async () => {
  const draft = await ground.filledDraft(await ground.person())
  const stranger = await ground.person()
  const opened = await ground.browser(stranger).get(signAt(draft))
  assert.equal(opened.status, 404)
  const own = await ground.filledDraft(stranger)
  const page = await ground.browser(stranger).get(signAt(own))
  const pressed = await ground
    .browser(stranger)
    .press(signAt(draft), { fullLegalName: ground.nameOf(paidScenario) }, page)
  assert.equal(pressed.status, 404)
  assert.deepEqual(await signatures(draft), [])
})

test('an interpreter and a preparer are each led to a step of their own where the person signs', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, 'expired card with an interpreter and a preparer')
  const { html } = await ground.browser(actor).get(signAt(draft))
  assert.match(html, />Sign as interpreter: Hodan Sample<\/a>/)
  assert.match(html, />Sign as preparer: Otto Sample<\/a>/)
})
