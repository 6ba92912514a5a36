import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../../test/cast/evidence-ground.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { removeFile } from '../remove-file.ts'
import { restoreFile } from './restore-file.ts'
import { restorableMost } from './take-away.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

test('the last twenty that a person removed can be put back; what was removed before those is gone', async () => {
  const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 30 }])
  const removed: string[] = []
  for (let each = 0; each <= restorableMost; each += 1) {
    await ground.upload(draft, { fileName: `${each}.pdf`, file: samplePdf({ pages: each + 1 }) })
    const [file] = await ground.files(draft)
    removed.push(file?.id ?? '')
    await ground.as(draft.owner).perform(removeFile, { draft: draft.id, file: file?.id ?? '' })
    ground.services.clock.advance({ seconds: 1 })
  }
  const stored = ground.stored().length
  await ground.work()
  assert.equal(ground.stored().length, stored - 1, 'the bytes of the first go at once')
  const putBack = (file = '') => ground.as(draft.owner).perform(restoreFile, { draft: draft.id, file, filesMost: 30 })
  assert.deepEqual(await putBack(removed[0]), { ok: false, refusal: 'too-late' })
  for (const file of removed.slice(1)) assert.equal((await putBack(file)).ok, true)
})
