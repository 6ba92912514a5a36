import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { paths } from '../../platform/paths.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const textOf = (html: string) => html.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')

async function withFile() {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const [file] = await ground.rows<{ id: string; document: string }>('select id, document from evidence.file where draft = $1', [draft])
  return { actor, draft, file: file?.id ?? '', document: file?.document ?? '' }
}
const review = async (actor: Actor, draft: string) => (await ground.browser(actor).get(`/drafts/${draft}/review`)).html

test('a document in another language without a translation is a warning that says what happens otherwise and leads to the page for it; it keeps nobody from signing', async () => {
  const { actor, draft, file, document } = await withFile()
  assert.doesNotMatch(await review(actor, draft), /Documents in another language/)
  await ground.describe(file, actor, { language: 'es' })
  const html = await review(actor, draft)
  assert.match(textOf(html), new RegExp(`There is no translation of ${document}\\.pdf yet .*This document is in Spanish\\..*You can send your form without it\\.`))
  assert.ok(html.includes(`href="${paths.translateDraftEvidence({ draft, file })}"`))
  assert.equal((await ground.browser(actor).get(`/drafts/${draft}/sign`)).status, 200)
})

test('what is not said of a translation is a warning too, and none is left once all is said; the review shows it beneath its document', async () => {
  const { actor, draft, file, document } = await withFile()
  await ground.describe(file, actor, { language: 'es' })
  const translation = await ground.addFile(actor, draft, document, 'clean', file)
  const text = textOf(await review(actor, draft))
  assert.match(text, new RegExp(`Translation of ${document}\\.pdf .*Not said yet: who translated it, and what their signed statement says\\.`))
  assert.match(text, new RegExp(`${document}\\.pdf Language Spanish Translation ${document}-translation\\.pdf`))
  await ground.describe(translation, actor, { translator: 'Consuelo Quispe', certified: 'complete-and-accurate competent' })
  assert.doesNotMatch(await review(actor, draft), /Documents in another language/)
})
