import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { problemOf, tusSender } from '../../../test/cast/tus-sender.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { removeFile } from '../remove-file.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

async function withOriginals(count: number) {
  const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 3 }])
  for (let index = 0; index < count; index += 1) await ground.upload(draft, { fileName: `${'abc'[index]}.pdf`, file: samplePdf({ pages: index + 1 }) })
  const [a = '', b = ''] = (await ground.files(draft)).map(({ id }) => id)
  return { draft, a, b }
}

const names = async (draft: TestDraft) => (await ground.files(draft)).map(({ name }) => name.replace('.pdf', '')).join(' ')
const remove = (draft: TestDraft, file: string) => ground.as(draft.owner).perform(removeFile, { draft: draft.id, file })

describe('a translation that may stop and go on', () => {
  const bytes = Buffer.concat([samplePdf({ pages: 40 }), Buffer.alloc(100_000, ' ')])
  const sent = async (draft: TestDraft, translates: string) => {
    const tus = tusSender(ground)
    const begun = await tus.begin(draft, { fileName: 'ta.pdf', sizeBytes: bytes.length, changedAt: '1', translates })
    return { begun, part: (from: number, to: number) => tus.patch(draft, begun.location, from, bytes.subarray(from, to)) }
  }

  it('is shown half-way beneath its document, found again there and nowhere else, and stands there once it is here', async () => {
    const { draft, a, b } = await withOriginals(2)
    const { begun, part } = await sent(draft, a)
    await part(0, 70_000)
    assert.equal((await sent(draft, a)).begun.location, begun.location)
    assert.notEqual((await sent(draft, b)).begun.location, begun.location)
    const { body } = await ground.send('GET', paths.translateDraftEvidence({ draft: draft.id, file: a }), draft.owner)
    assert.match(body, /Half-way uploads for Translation of a\.pdf/)
    assert.equal((await part(70_000, bytes.length)).headers['upload-outcome'], 'received')
    assert.equal(await names(draft), 'a ta b')
  })

  it('is not taken where its document goes before it is here; nothing of it counts any more', async () => {
    const { draft, a } = await withOriginals(1)
    const { part } = await sent(draft, a)
    await part(0, 70_000)
    await remove(draft, a)
    const answer = await part(70_000, bytes.length)
    assert.deepEqual([answer.status, problemOf(answer)], [422, 'no-original'])
    assert.equal(problemOf((await sent(draft, a)).begun), 'no-original')
    assert.equal(await names(draft), '')
    const told = await ground.send('GET', `${paths.translateDraftEvidence({ draft: draft.id, file: a })}?outcome=no-original`, draft.owner)
    assert.equal(told.location, `${paths.draftEvidence({ draft: draft.id })}?outcome=no-original`)
  })

  it('is not the document itself either', async () => {
    const { draft } = await withOriginals(0)
    await ground.upload(draft, { fileName: 'a.pdf', file: bytes })
    const { part } = await sent(draft, (await ground.files(draft))[0]?.id ?? '')
    assert.equal(problemOf(await part(0, bytes.length)), 'same-as-original')
    assert.equal(await names(draft), 'a')
  })
})
