import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { describeFile } from '../description/describe-file.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(async () => {
  assert.deepEqual(ground.faults.splice(0), [])
  await ground.rows('delete from graphile_worker._private_jobs')
})
after(() => ground.end())

const evidencePage = (draft: TestDraft) => paths.draftEvidence({ draft: draft.id })
const pageOf = (draft: TestDraft, file: string) => paths.translateDraftEvidence({ draft: draft.id, file })
const certificationOf = (draft: TestDraft, file: string) => paths.certifyDraftTranslation({ draft: draft.id, file })
const shown = (draft: TestDraft, path = evidencePage(draft)) => ground.send('GET', path, draft.owner)
const textOf = (html: string) => html.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
const words = async (draft: TestDraft, path?: string) => textOf((await shown(draft, path)).body)

async function save(draft: TestDraft, path: string, fields: Record<string, string>) {
  const seen = /name="seen" value="([^"]*)"/.exec((await shown(draft, path)).body)?.[1] ?? ''
  return ground.press(path, draft.owner, path, { seen, ...fields })
}

/** A draft with so many documents of several pages; the first is said to be in a language. */
async function withDocument(language?: string, count = 1) {
  const draft = ground.newDraft(await ground.newAccount())
  for (let index = 0; index < count; index += 1) await ground.upload(draft, { fileName: `${'abc'[index]}.pdf`, file: samplePdf({ pages: index + 1 }) })
  const [file = ''] = (await ground.files(draft)).map(({ id }) => id)
  if (language) await ground.as(draft.owner).perform(describeFile, { draft: draft.id, file, description: { language }, seen: '' })
  return { draft, file }
}

const send = (draft: TestDraft, translates: string, pages = 11) =>
  ground.upload(draft, { fileName: `translation ${pages}.pdf`, file: samplePdf({ pages }), fields: { document: 'card-copy', translates } })
const idOf = async (draft: TestDraft, part: string) => (await ground.files(draft)).find(({ name }) => name.includes(part))?.id ?? ''

describe('a document that is said to be in another language', () => {
  it('asks in plain words for its translation and leads to the page that takes it; one in English, or of which nothing is said, does not', async () => {
    const { draft, file } = await withDocument('es')
    assert.match(await words(draft), /This document is in Spanish\. The agency needs a full translation of it into English, with a statement that the translator signed\. Add the translation a\.pdf/)
    assert.ok((await shown(draft)).body.includes(`href="${pageOf(draft, file)}"`))
    for (const language of ['en', undefined]) assert.doesNotMatch(await words((await withDocument(language)).draft), /Add the translation a\.pdf/)
    assert.match(await words((await withDocument('other')).draft), /A document that is not in English needs a full translation/)
  })

  it('has a page that says what the translator signs, what happens without, and takes the file without a script', async () => {
    const { draft, file } = await withDocument('es')
    const text = await words(draft, pageOf(draft, file))
    for (const said of [/The translation is complete and accurate\./, /competent to translate/, /You can send your form without it/, /Words a translator can use/]) assert.match(text, said)
    const answer = await send(draft, file)
    assert.equal(answer.location, `${pageOf(draft, file)}?outcome=received`)
    const next = await shown(draft, answer.location)
    assert.deepEqual([next.status, next.location], [303, certificationOf(draft, await idOf(draft, 'translation'))])
  })

  it('says beside the field why a file was not taken, and keeps nothing', async () => {
    const { draft, file } = await withDocument('es')
    const answer = await ground.upload(draft, { fileName: 'x.exe', file: Buffer.from('MZ no document'), fields: { document: 'card-copy', translates: file } })
    assert.equal(answer.location, `${pageOf(draft, file)}?outcome=type-not-allowed`)
    const { body } = await shown(draft, answer.location)
    assert.match(body, /error-summary.*We take PDF.*Add the translation/s)
    const same = await ground.upload(draft, { fileName: 'a.pdf', file: samplePdf({ pages: 1 }), fields: { document: 'card-copy', translates: file } })
    assert.match(await words(draft, same.location), /That is the same file as the document/)
    assert.equal((await ground.files(draft)).length, 1)
  })

  it('shows its translation beneath it, by whom it is and what they certify; what is not said yet is named', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file)
    const translation = await idOf(draft, 'translation')
    assert.match(await words(draft), /a\.pdf.*Translation PDF translation 11\.pdf.*Not said yet: who translated it, and what their signed statement says\./)
    const form = certificationOf(draft, translation)
    const empty = await save(draft, form, { translator: ' ' })
    assert.equal(empty.status, 422)
    assert.match(empty.body, /Type the full name of the translator/)
    const ticked = await ground.press(form, draft.owner, form, { seen: '', translator: 'Consuelo Quispe', certified: 'competent' })
    assert.equal(ticked.location, `${evidencePage(draft)}?outcome=described`)
    const text = await words(draft)
    assert.match(text, /Translated by Consuelo Quispe The signed statement says The translator is competent/)
    assert.match(text, /Not said yet that the translator’s statement says: The translation is complete and accurate\./)
    assert.doesNotMatch(text, /who translated it,/)
    assert.match((await shown(draft, form)).body, /value="competent" checked/)
  })

  it('asks no more once the translator is named and all is certified, on whichever of its files', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file, 11)
    await send(draft, file, 12)
    const said = { translator: 'Consuelo Quispe', certified: 'complete-and-accurate competent' }
    await ground.as(draft.owner).perform(describeFile, { draft: draft.id, file: await idOf(draft, '12'), parts: ['translator', 'certified'], description: said, seen: '' })
    const text = await words(draft)
    assert.doesNotMatch(text, /Not said yet|Add the translation a/)
    const next = await shown(draft, (await send(draft, file, 13)).location)
    assert.equal(next.location, `${evidencePage(draft)}?outcome=received`, 'nor who made a further page of it')
    assert.match(text, /Add another file of the translation/)
  })

  it('says what is removed with it before and after the press, and that both come back together', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file)
    assert.match(await words(draft), /Remove, with its translation a\.pdf/)
    const answer = await ground.press(paths.removeDraftEvidence({ draft: draft.id, file }), draft.owner, evidencePage(draft))
    assert.equal(answer.location, `${evidencePage(draft)}?outcome=removed-both`)
    const text = await words(draft, answer.location)
    assert.match(text, /its translation with it\. You can put both back/)
    assert.match(text, /With its translation: both come back together\./)
    assert.equal((text.match(/Put back /g) ?? []).length, 1)
    await ground.press(paths.restoreDraftEvidence({ draft: draft.id, file }), draft.owner, evidencePage(draft))
    assert.match(await words(draft), /a\.pdf.*Translation PDF translation 11\.pdf/)
  })

  it('that the check refuses still shows its translation, says how that goes on, and hands it to the file in its place', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file)
    await ground.rows(`update evidence.file set state = 'refused', refusal = 'encrypted-pdf', checked_at = now() where id = '${file}'`)
    const text = await words(draft)
    assert.match(text, /a\.pdf.*Translation PDF translation 11\.pdf.*Put a new file in the place of the one that was not taken/)
    assert.doesNotMatch(text, /Add another file of the translation|Add the translation/)
    assert.equal((await shown(draft, pageOf(draft, file))).status, 404)
    await ground.upload(draft, { fileName: 'unlocked.pdf', file: samplePdf({ pages: 7 }), fields: { document: 'card-copy', replaces: file } })
    const after = await words(draft)
    assert.match(after, /unlocked\.pdf.*Translation PDF translation 11\.pdf/)
    assert.doesNotMatch(after, /not taken/)
  })

  it('forgets what was said of a translation when it is said to be in English after all', async () => {
    const { draft, file } = await withDocument('es')
    await save(draft, pageOf(draft, file), { translated: 'in-this-file' })
    await save(draft, paths.describeDraftEvidence({ draft: draft.id, file }), { language: 'en' })
    assert.deepEqual((await ground.files(draft))[0]?.description, { language: 'en' })
  })
})

describe('a translation that is here already', () => {
  it('in the same file is said to be, and then who made it is asked of that file', async () => {
    const { draft, file } = await withDocument('es')
    const answer = await save(draft, pageOf(draft, file), { translated: 'in-this-file' })
    assert.equal(answer.location, certificationOf(draft, file))
    assert.match(await words(draft), /Translation In the same file.*Not said yet: who translated it/)
    await ground.press(answer.location, draft.owner, answer.location, {
      seen: /name="seen" value="([^"]*)"/.exec((await shown(draft, answer.location)).body)?.[1] ?? '',
      ...{ translator: 'Consuelo Quispe', certified: 'competent' },
    })
    assert.deepEqual((await ground.files(draft))[0]?.description, { language: 'es', translated: 'in-this-file', translator: 'Consuelo Quispe', certified: 'competent' })
  })

  it('with another file of the document counts while that one has it; where there is no other it is not offered', async () => {
    const one = await withDocument('es')
    assert.doesNotMatch((await shown(one.draft, pageOf(one.draft, one.file))).body, /value="with-another-file"/)
    const { draft, file } = await withDocument('es', 2)
    await save(draft, pageOf(draft, file), { translated: 'with-another-file' })
    assert.match(await words(draft), /Add the translation a\.pdf/, 'the other has none yet')
    await send(draft, await idOf(draft, 'b.pdf'))
    assert.doesNotMatch(await words(draft), /Add the translation a\.pdf/)
    await save(draft, pageOf(draft, file), { translated: 'own-file' })
    assert.match(await words(draft), /Add the translation a\.pdf/)
  })
})

describe('the pages about a translation', () => {
  it('are its owner’s, of files that stand and are asked for; any other is as absent as one that never was', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file)
    const translation = await idOf(draft, 'translation')
    const stranger = await ground.newAccount()
    for (const path of [pageOf(draft, file), certificationOf(draft, translation)]) {
      assert.equal((await shown(draft, path)).status, 200)
      assert.equal((await ground.send('GET', path, stranger)).status, 404)
    }
    assert.equal((await shown(draft, pageOf(draft, translation))).status, 404, 'a translation has none')
    assert.equal((await shown(draft, certificationOf(draft, file))).status, 404, 'a document that is no translation has no translator')
    const describing = await shown(draft, paths.describeDraftEvidence({ draft: draft.id, file: translation }))
    assert.deepEqual([describing.status, describing.location], [303, certificationOf(draft, translation)])
    draft.documents = []
    assert.equal((await shown(draft, pageOf(draft, file))).status, 404)
    assert.doesNotMatch((await shown(draft)).body, /href="[^"]*translation"/, 'no link leads to what is absent')
  })

  it('write over nothing that another tab saved meanwhile', async () => {
    const { draft, file } = await withDocument('es')
    await send(draft, file)
    const form = certificationOf(draft, await idOf(draft, 'translation'))
    await ground.press(form, draft.owner, form, { seen: '', translator: 'Consuelo Quispe' })
    const late = await ground.press(form, draft.owner, form, { seen: '', translator: 'Somebody Else' })
    assert.equal(late.status, 422)
    assert.match(late.body, /another tab/)
    assert.match(late.body, /value="Somebody Else"/)
  })
})

it('an agency that takes documents in every language asks for no translation, and has none of these pages', async () => {
  const { translation: _without, ...documents } = ground.services.agency.documents
  const everyLanguage = await evidenceGround({ documents })
  const draft = everyLanguage.newDraft(await everyLanguage.newAccount())
  await everyLanguage.upload(draft, { fileName: 'a.pdf', file: samplePdf() })
  const [file] = await everyLanguage.files(draft)
  const place = { draft: draft.id, file: file?.id ?? '' }
  await everyLanguage.as(draft.owner).perform(describeFile, { ...place, description: { language: 'es' }, seen: '' })
  const { body } = await everyLanguage.send('GET', evidencePage(draft), draft.owner)
  assert.match(textOf(body), /Language Spanish/)
  assert.doesNotMatch(textOf(body), /translation/i)
  for (const path of [paths.translateDraftEvidence(place), paths.certifyDraftTranslation(place)])
    assert.equal((await everyLanguage.send('GET', path, draft.owner)).status, 404)
  await everyLanguage.end()
})
