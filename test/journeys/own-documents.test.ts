import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { describeFile } from '../../src/evidence/description/describe-file.ts'
import { paths } from '../../src/platform/paths.ts'
import { samplePdf, samplePhotograph } from '../../src/platform/preview/sample-files.ts'
import type { EvidenceGround } from '../cast/evidence-ground.ts'
import { endEvidence, evidenceInBrowser, looker, openWindow, originOf } from './evidence-in-browser.ts'
import { waysGone } from './ways.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceInBrowser()
})
after(() => endEvidence(ground))

const look = looker('documents')

const asked = [{ id: 'card-copy', required: true, filesMax: 2 }]

/** A person with a described passport and five more documents in one draft, and an empty draft. */
async function somebody() {
  const owner = await ground.newAccount()
  const one = ground.newDraft(owner, [{ id: 'card-copy', required: true, filesMax: 8 }])
  const other = ground.newDraft(owner, asked)
  await ground.upload(one, { fileName: 'passport of the first page and more.jpg', file: await samplePhotograph() })
  for (let pages = 1; pages <= 5; pages += 1) await ground.upload(one, { fileName: `letter ${pages}.pdf`, file: samplePdf({ pages }) })
  await ground.work()
  const passport = (await ground.files(one)).find(({ type }) => type === 'jpeg')
  const description = { kind: 'passport', issuer: 'Secretaría de Relaciones Exteriores, México', validUntil: '2026-02-03' }
  await ground.as(owner).perform(describeFile, { draft: one.id, file: passport?.id ?? '', description, seen: '' })
  return { owner, other, empty: ground.newDraft(await ground.newAccount(), asked) }
}

const looks = [
  { width: 390, colorScheme: 'light' as const, language: 'en', scripts: false },
  { width: 1280, colorScheme: 'dark' as const, language: 'ar-XB', scripts: true },
]

for (const { width, colorScheme, language, scripts } of waysGone(looks, 1))
  test(`given documents in one form, a person finds them and uses one again in another, ${scripts ? 'with' : 'without'} scripts, at ${width} pixels, ${colorScheme}, in ${language}`, async () => {
    const { owner, other, empty } = await somebody()
    const { page, twin, signIn, close } = await openWindow(ground, { width, colorScheme, scripts })
    const origin = originOf(ground)
    await signIn(empty.owner)
    await page.goto(`${origin}${paths.documents()}?language=${language}`)
    assert.equal(await page.locator('.card--empty').count(), 1)
    await look(page, twin)

    await signIn(owner)
    await page.goto(`${origin}${paths.draftEvidence({ draft: other.id })}?language=${language}`)
    await look(page, twin)
    await page.locator('main a[href="/account/documents"]').click()
    assert.equal(await page.locator('.evidence-file').count(), 6)
    await look(page, twin)
    await page.locator('[name=kind]').selectOption('passport')
    await page.locator('.library-narrow button').click()
    assert.equal(await page.locator('.evidence-file').count(), 1)
    assert.match(await page.locator('.evidence-file').innerText(), /Secretaría de Relaciones Exteriores, México/)
    await page.locator('[name=days]').selectOption('valid')
    await page.locator('.library-narrow button').click()
    await page.locator('.card--empty').waitFor()
    await look(page, twin)

    await page.goto(`${origin}${paths.draftEvidence({ draft: other.id })}?language=${language}`)
    await page.locator('a[href*="/evidence/reuse"]').click()
    await look(page, twin)
    await page.locator('form.card button[type=submit]').click()
    await page.locator('.usa-error-message').waitFor()
    await look(page, twin)
    for (const each of await page.locator('.usa-checkbox__label').all()) await each.click()
    await page.locator('form.card button[type=submit]').click()
    await page.locator('.usa-error-message').waitFor()
    assert.equal(await page.locator('[name=chosen]:checked').count(), 6, 'what was chosen is kept')
    for (const each of (await page.locator('.usa-checkbox__label').all()).slice(1)) await each.click()
    await page.locator('form.card button[type=submit]').click()
    await page.waitForURL(/outcome=reused/)
    await ground.work()
    await page.goto(`${origin}${paths.draftEvidence({ draft: other.id })}?language=${language}`)
    assert.equal(await page.locator('.evidence-file').count(), 1)
    await look(page, twin)
    await page.locator('a[href*="/evidence/reuse"]').click()
    assert.equal(await page.locator('[name=chosen]').count(), 5, 'what stands here already cannot be chosen again')
    await look(page, twin)
    await close()
  })
