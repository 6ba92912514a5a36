import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { paths } from '../platform/paths.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

describe('a file that is uploaded', () => {
  it('is stored sealed, listed at once, served once it was found clean, and the same byte for byte', async () => {
    const draft = ground.newDraft(await ground.newAccount())
    const bytes = samplePdf({ pages: 2 })
    const answer = await ground.upload(draft, { fileName: 'My card.PDF', file: bytes })
    assert.deepEqual(ground.faults, [])
    assert.equal(answer.status, 303)
    assert.equal(answer.location, `/drafts/${draft.id}/evidence?document=card-copy&outcome=received`)
    const [received] = await ground.files(draft)
    assert.equal(received?.state, 'received')
    assert.equal(received?.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.deepEqual(await ground.work(), ['evidence.scan', 'evidence.preview'])
    const [clean] = await ground.files(draft)
    assert.deepEqual({ state: clean?.state, pages: clean?.pages, previews: clean?.previews }, { state: 'clean', pages: 2, previews: 2 })
    const address = { draft: draft.id, file: clean?.id ?? '' }
    const served = await ground.send('GET', paths.draftEvidenceFile(address), draft.owner)
    assert.equal(served.status, 200)
    assert.ok(served.bytes.equals(bytes))
  })
})
