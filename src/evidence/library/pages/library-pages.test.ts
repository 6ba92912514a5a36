import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../../test/cast/evidence-ground.ts'
import { samplePdf } from '../../../platform/preview/sample-files.ts'
import { paths } from '../../../platform/paths.ts'
import { reusePath } from './reuse-path.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const asked = [
  { id: 'card-copy', required: true, filesMax: 1 },
  { id: 'other-document', required: false },
]
const passport = samplePdf({ pages: 2 })

async function twoDrafts() {
  const owner = await ground.newAccount()
  const [one, other] = [ground.newDraft(owner, asked), ground.newDraft(owner, asked)]
  await ground.upload(one, { fileName: 'my <passport>.pdf', file: passport })
  await ground.work()
  return { owner, one, other, file: (await ground.files(one))[0]?.id ?? '' }
}

const pageOf = (draft: TestDraft) => reusePath(draft.id, 'card-copy')
const press = (draft: TestDraft, chosen: string) => ground.press(pageOf(draft), draft.owner, pageOf(draft), { chosen })
const after303 = (draft: TestDraft, location: string) => ground.send('GET', location, draft.owner)

describe('My documents', () => {
  it('lists a document with its facts, where it is, and the way to one’s own original; to nobody else', async () => {
    const { owner, one, file } = await twoDrafts()
    const { body, status } = await ground.send('GET', paths.documents(), owner)
    assert.equal(status, 200)
    assert.match(body, />One document</)
    assert.match(body, /my _passport_\.pdf/)
    assert.match(body, /2 pages/)
    assert.ok(body.includes(`href="${paths.draftEvidence({ draft: one.id })}"`))
    const download = paths.draftEvidenceFile({ draft: one.id, file })
    assert.ok(body.includes(`href="${download}"`))
    assert.equal((await ground.send('GET', download, owner)).status, 200)
    const another = await ground.newAccount()
    assert.match((await ground.send('GET', paths.documents(), another)).body, /No documents yet/)
    assert.equal((await ground.send('GET', paths.documents())).status, 303)
  })

  it('is narrowed by addresses that say only ids; what is none of ours narrows nothing', async () => {
    const { owner } = await twoDrafts()
    const listing = async (query: string) => (await ground.send('GET', `${paths.documents()}?${query}`, owner)).body
    assert.match(await listing('kind=none'), />One document</)
    assert.match(await listing('kind=passport'), /No document fits/)
    assert.match(await listing('days=passed'), /No document fits/)
    assert.match(await listing('kind=%3Cb%3E&days=x&page=99'), />One document</)
  })
})

describe('using a document again', () => {
  it('is offered beside the upload once there is one elsewhere, and adds it with one press, or two', async () => {
    const { one, other, file } = await twoDrafts()
    assert.doesNotMatch((await ground.send('GET', paths.draftEvidence({ draft: one.id }), one.owner)).body, /Use one you already sent us/)
    const evidence = await ground.send('GET', paths.draftEvidence({ draft: other.id }), other.owner)
    assert.ok(evidence.body.includes(`href="${pageOf(other)}"`))
    assert.match((await press(other, file)).location, /outcome=reused/)
    assert.match((await press(other, file)).location, /outcome=doubled/)
    assert.equal((await ground.files(other)).length, 1)
    const { body } = await ground.send('GET', pageOf(other), other.owner)
    assert.match(body, /Already added here/)
    assert.doesNotMatch(body, /type="checkbox"/)
  })

  it('takes no id of another person, and says so in a sentence', async () => {
    const { other } = await twoDrafts()
    const stranger = await twoDrafts()
    const { location } = await press(other, stranger.file)
    assert.match((await after303(other, location)).body, /not among your documents any more/)
    assert.deepEqual(await ground.files(other), [])
    assert.equal((await ground.send('GET', pageOf(stranger.other), other.owner)).status, 404)
  })

  it('asks for a choice, and for no more than there is room for', async () => {
    const { one, other, file } = await twoDrafts()
    const nothing = await press(other, 'x')
    assert.equal(nothing.status, 422)
    assert.match(nothing.body, /Choose at least one document/)
    await ground.upload(other, { file: samplePdf({ pages: 3 }) })
    const full = await press(other, file)
    assert.equal(full.status, 422)
    assert.match(full.body, /as many files here as there can be/)
    assert.equal((await ground.files(one)).length, 1)
  })

  it('is refused for a document that the answers do not ask for, and for a draft that is closed', async () => {
    const { other } = await twoDrafts()
    const { location } = await ground.send('GET', reusePath(other.id, 'gone'), other.owner)
    assert.match(location, /outcome=not-asked/)
    other.open = false
    assert.equal((await ground.send('GET', pageOf(other), other.owner)).status, 404)
  })
})
