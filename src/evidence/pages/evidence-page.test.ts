import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { catalogues } from '../../../messages/index.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { noticeIn } from './notice.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

const asked = [
  { id: 'card-copy', required: true, filesMax: 1 },
  { id: 'other-document', required: false },
]
const newDraft = async () => ground.newDraft(await ground.newAccount(), asked)
const pageOf = (draft: TestDraft) => paths.draftEvidence({ draft: draft.id })
const shown = (draft: TestDraft, query = '') => ground.send('GET', `${pageOf(draft)}${query}`, draft.owner)
const cards = (html: string) => html.split('<section class="card').slice(1)

describe('the page of a draft’s documents', () => {
  it('has one form for each document asked for: its label the document, the token first, multipart, the button Upload', async () => {
    const draft = await newDraft()
    const { body, status } = await shown(draft)
    assert.equal(status, 200)
    const forms = body.match(/<form[^>]*enctype="multipart\/form-data".*?<\/form>/gs) ?? []
    const documents = ['Copy of your card, front and back', 'Any other document']
    assert.equal(forms.length, documents.length)
    for (const [index, form] of forms.entries()) {
      assert.match(form, new RegExp(`^<form[^>]*action="${pageOf(draft)}"[^>]*>\\s*<input type="hidden" name="csrf"`))
      assert.match(form, new RegExp(`<label[^>]*for="file-${asked[index]?.id}"[^>]*>${documents[index]}</label>`))
      assert.match(form, /<button[^>]*>Upload<\/button>/)
      assert.ok(form.indexOf('name="document"') < form.indexOf('type="file"'), 'what comes before the file can stream')
      assert.match(form, /PDF, JPEG, PNG, or TIFF, at most 12 MB\./)
    }
    const [card, other] = cards(body)
    assert.match(card ?? '', />Required</)
    assert.match(other ?? '', />Optional</)
    assert.match(body, /One required document is still missing/)
    assert.match(body, new RegExp(`href="${paths.draftReview({ draft: draft.id })}"[^>]*>Review<`))
    assert.match(body, /no virus scanner/, 'structural checks are said to be no more than that')
    assert.match(body, /\.heic do not work here/)
  })

  it('lists each file with its size, pages, state and picture, and a form of its own to remove it', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { fileName: 'my <card>.pdf', file: samplePdf({ pages: 2 }) })
    const [card] = cards((await shown(draft)).body)
    assert.match(card ?? '', />Being checked</)
    assert.doesNotMatch(card ?? '', /<img/)
    await ground.work()
    const [ready] = cards((await shown(draft)).body)
    const [file] = await ground.files(draft)
    const address = { draft: draft.id, file: file?.id ?? '' }
    assert.match(ready ?? '', />Ready</)
    assert.match(ready ?? '', /2 pages/)
    assert.match(ready ?? '', /my _card_\.pdf/)
    assert.ok(ready?.includes(`href="${paths.draftEvidenceFile(address)}"`))
    assert.ok(ready?.includes(`<img src="${paths.draftEvidencePreview(address)}?page=1" alt="Page 1 of my _card_.pdf"`))
    assert.match(ready ?? '', new RegExp(`<form[^>]*method="post" action="${paths.removeDraftEvidence(address)}"`))
    assert.doesNotMatch(ready ?? '', /type="file"/, 'a document that has all its files takes no more')
    assert.match((await shown(draft)).body, /Every required document is here/)
  })

  it('says why a file was refused, and what to do; it does not count as the document', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: encryptedPdf('') })
    await ground.work()
    const { body } = await shown(draft)
    assert.match(body, /locked with a password/)
    assert.match(cards(body)[0] ?? '', />Required<.*type="file".*>Not taken</s)
    assert.match(body, /One required document is still missing/)
  })

  it('shows files whose document is not asked for any more apart', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    draft.documents = draft.documents.filter(({ id }) => id !== 'card-copy')
    assert.match(cards((await shown(draft)).body).at(-1) ?? '', /No longer asked for.*card\.pdf/s)
    draft.documents = []
    assert.match((await shown(draft)).body, /ask for no documents/)
  })

  it('asks again by itself while a check is under way, but not where that would take away a file just chosen, nor for ever', async () => {
    const draft = ground.newDraft(await ground.newAccount(), [
      { id: 'card-copy', required: true },
      { id: 'legal-change', required: true },
    ])
    const refresh = async () => (await shown(draft)).headers.refresh
    await ground.upload(draft, { file: samplePdf() })
    assert.equal(await refresh(), undefined, 'a required document is missing')
    assert.match((await shown(draft)).body, />Check again</)
    await ground.upload(draft, { document: 'legal-change', file: samplePdf() })
    assert.equal(await refresh(), '4')
    ground.services.clock.advance({ seconds: 91 })
    assert.equal(await refresh(), undefined)
    await ground.work()
    assert.doesNotMatch((await shown(draft)).body, />Check again</)
  })

  it('shows no words but its own, whatever the address says', async () => {
    const draft = await newDraft()
    for (const query of [
      '?outcome=<script>',
      '?outcome=__proto__',
      '?outcome=too-large&document=<b>',
      '?outcome=done&document=x',
    ]) {
      const { body, status } = await shown(draft, query)
      assert.equal(status, 200)
      assert.doesNotMatch(body, /<script>|<b>|__proto__/)
    }
    assert.equal(noticeIn({ outcome: 'constructor' }), null)
  })

  it('has words for every outcome and every reason', () => {
    const texts = catalogues.en?.evidence ?? {}
    const problems = Object.keys(texts).filter((key) => key.startsWith('problem.'))
    for (const key of problems) {
      assert.equal(noticeIn({ outcome: key.replace('problem.', '') })?.kind, 'problem', key)
    }
    assert.equal(problems.length, 19)
  })
})

describe('an upload', () => {
  it('is answered once the file is durable; the page it leads to waits a moment for its check and says at once what was found', async () => {
    const waiting = await evidenceGround({ waitsForCheck: true })
    const draft = waiting.newDraft(await waiting.newAccount(), asked)
    const upload = await waiting.upload(draft, { file: encryptedPdf('') })
    assert.equal(upload.status, 303)
    assert.equal((await waiting.files(draft))[0]?.state, 'received', 'nobody has checked it yet')
    let shown = false
    const led = waiting.send('GET', upload.location, draft.owner).then((answer) => {
      shown = true
      return answer
    })
    for (let look = 0; look < 30; look += 1) await waiting.files(draft)
    assert.equal(shown, false, 'the page waits for the check')
    await waiting.work()
    assert.match((await led).body, /password/)
    await waiting.end()
  })
})
