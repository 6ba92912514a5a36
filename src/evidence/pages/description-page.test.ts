import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const asked = [{ id: 'card-copy', required: true, filesMax: 4 }]

async function withFile(documents = asked, bytes = samplePdf(), judged = true) {
  const draft = ground.newDraft(await ground.newAccount(), documents)
  await ground.upload(draft, { file: bytes })
  if (judged) await ground.work()
  const file = (await ground.files(draft))[0]?.id ?? ''
  return { draft, file, page: paths.describeDraftEvidence({ draft: draft.id, file }) }
}

const evidencePage = (draft: TestDraft) => paths.draftEvidence({ draft: draft.id })
const shown = (draft: TestDraft, path = evidencePage(draft)) => ground.send('GET', path, draft.owner)
/** Saves what a page that is opened now shows, unless the test says what an older one showed. */
async function save(draft: TestDraft, path: string, fields: Record<string, string>) {
  const seen = /name="seen" value="([^"]*)"/.exec((await shown(draft, path)).body)?.[1] ?? ''
  return ground.press(path, draft.owner, path, { seen, ...fields })
}
const said = async (draft: TestDraft) => (await ground.files(draft))[0]?.description

const dayOf = (name: string, day: Temporal.PlainDate) => ({ [`${name}-month`]: `${day.month}`, [`${name}-day`]: `${day.day}`, [`${name}-year`]: `${day.year}` })
const today = () => ground.services.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()

describe('the page that says what a document is', () => {
  it('is led to from each file once it is here, also while it is being checked; nothing of it stands before the upload', async () => {
    const { draft, page } = await withFile(asked, samplePdf(), false)
    const { body } = await shown(draft)
    assert.ok(body.includes(`href="${page}"`))
    assert.doesNotMatch(body, /name="kind"/)
    const { body: form, status } = await shown(draft, page)
    assert.equal(status, 200)
    for (const words of ['What document is it?', 'Who issued it?', 'Passport', 'Birth certificate', 'Spanish', 'Another language', 'Copy of your card'])
      assert.ok(form.includes(words), words)
    assert.equal(form.match(/\(optional\)/g)?.length, 6, 'all of it can be left out')
  })

  it('keeps what is said, shows it beside the file, and shows it again to who comes back', async () => {
    const { draft, page } = await withFile()
    const issued = Temporal.PlainDate.from('2019-05-02')
    const fields = { kind: 'passport', issuer: 'Registry of Puebla', language: 'es', note: 'Stamp on page 2', ...dayOf('issued', issued) }
    const answer = await save(draft, page, fields)
    assert.deepEqual([answer.status, answer.location], [303, `${evidencePage(draft)}?outcome=described`])
    assert.deepEqual(await said(draft), { kind: 'passport', issuer: 'Registry of Puebla', issuedOn: '2019-05-02', language: 'es', note: 'Stamp on page 2' })
    const { body } = await shown(draft)
    assert.match(body, /Document<\/dt><dd><bdi>Passport<.*Issued by<.*Registry of Puebla<.*May 2, 2019<.*Spanish<.*Stamp on page 2</s)
    const again = await shown(draft, page)
    assert.match(again.body, /<option value="passport" selected>/)
    assert.match(again.body, /name="issued-day" value="2"/)
    assert.doesNotMatch(again.location, /Puebla/)
  })

  it('tells each part that cannot be, beside its field, with everything that was typed kept and nothing saved', async () => {
    const { draft, page } = await withFile()
    const wrong: [Record<string, string>, RegExp][] = [
      [{ 'issued-month': '2', 'issued-day': '30', 'issued-year': '2020' }, /Type a day that exists/],
      [{ 'valid-month': '2' }, /Type a day that exists/],
      [{ kind: 'rocket' }, /Choose what document it is/],
      [{ language: '__proto__' }, /Choose the language of the document/],
      [{ issuer: 'x'.repeat(121) }, /120/],
      [{ note: 'x'.repeat(501) }, /500/],
      [{ note: 'turned \u202e round' }, /usa-error-message/],
      [dayOf('issued', today().add({ days: 2 })), /That day has not come yet/],
      [{ ...dayOf('issued', today()), ...dayOf('valid', today().subtract({ days: 1 })) }, /cannot end before it was issued/],
    ]
    for (const [fields, words] of wrong) {
      const { status, body } = await save(draft, page, { issuer: 'Typed with care', ...fields })
      assert.equal(status, 422, JSON.stringify(fields))
      assert.match(body, words)
      if (!fields.issuer) assert.match(body, /Typed with care/)
    }
    assert.equal(await said(draft), null)
  })

  it('asks for what the document’s rule needs, and says on the evidence page what is not said yet', async () => {
    const { draft, page } = await withFile([{ id: 'card-copy', required: true, filesMax: 4, describe: ['kind', 'validUntil'] } as (typeof asked)[number]])
    assert.match((await shown(draft)).body, /needed before you sign: Document and Valid until\./)
    const { status, body } = await save(draft, page, { issuer: 'Registry of Puebla' })
    assert.equal(status, 422)
    assert.match(body, /Choose what document it is.*Type the last day/s)
    assert.equal(body.match(/\(optional\)/g)?.length, 4)
    await save(draft, page, { kind: 'passport', ...dayOf('valid', today()) })
    assert.doesNotMatch((await shown(draft)).body, /needed before you sign/)
  })

  it('warns in words of a document that is over or soon will be, and keeps nobody from going on', async () => {
    const { draft, page } = await withFile()
    await save(draft, page, dayOf('valid', today().subtract({ days: 1 })))
    const over = (await shown(draft)).body
    assert.match(over, /Its last day was .*You can send it all the same/)
    assert.match(over, />Review</)
    await save(draft, page, dayOf('valid', today().add({ days: 10 })))
    assert.match((await shown(draft)).body, /It may be over before an officer reads your form/)
    await save(draft, page, dayOf('valid', today().add({ years: 2 })))
    assert.doesNotMatch((await shown(draft)).body, /evidence-warning/)
  })

  it('opened in two tabs, tells the second that the first has saved; pressed again it keeps the second', async () => {
    const { draft, page } = await withFile()
    const seen = ''
    await save(draft, page, { kind: 'passport', seen })
    const told = await save(draft, page, { kind: 'letter', seen })
    assert.equal(told.status, 422)
    assert.match(told.body, /in another tab/)
    assert.match(told.body, /<option value="letter" selected>/)
    const shownNow = /name="seen" value="([^"]+)"/.exec(told.body)?.[1] ?? ''
    assert.equal((await save(draft, page, { kind: 'letter', seen: shownNow })).status, 303)
    assert.deepEqual(await said(draft), { kind: 'letter' })
  })

  it('is not there for another person, another draft’s file, a refused file, or a draft that is closed', async () => {
    const { draft, file, page } = await withFile()
    const stranger = await ground.newAccount()
    const other = ground.newDraft(draft.owner, asked)
    const refused = await withFile(asked, encryptedPdf(''))
    assert.equal((await ground.send('GET', page, stranger)).status, 404)
    assert.equal((await shown(draft, paths.describeDraftEvidence({ draft: other.id, file }))).status, 404)
    assert.equal((await shown(refused.draft, refused.page)).status, 404)
    assert.match((await ground.send('GET', page)).location, /^\/sign-in/)
    const posted = await ground.press(page, stranger, evidencePage(ground.newDraft(stranger, asked)), { kind: 'passport' })
    assert.equal(posted.status, 404)
    draft.open = false
    assert.equal((await shown(draft, page)).status, 404)
    assert.equal(await said(draft), null)
  })
})
