import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/platform/paths.ts'
import { samplePdf, samplePhotograph, samplePicture } from '../../src/platform/preview/sample-files.ts'
import type { EvidenceGround } from '../cast/evidence-ground.ts'
import { endEvidence, evidenceInBrowser, looker, openWindow, originOf } from './evidence-in-browser.ts'
import { waysGone } from './ways.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceInBrowser()
})
after(() => endEvidence(ground))

const look = looker('translation')

const looks = [
  { width: 390, colorScheme: 'light' as const, language: 'en', scripts: false },
  { width: 1280, colorScheme: 'dark' as const, language: 'ar-XB', scripts: false },
  { width: 390, colorScheme: 'dark' as const, language: 'en', scripts: true },
]

const press = (page: Page) => page.locator('.form button[type=submit], form.form button').first().click()

for (const { width, colorScheme, language, scripts } of waysGone(looks, 0))
  test(`given a document in another language, a person adds its translation and says who made it, ${scripts ? 'with' : 'without'} scripts, at ${width} pixels, ${colorScheme}, in ${language}`, async () => {
    const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 4 }])
    await ground.upload(draft, { fileName: 'acta de nacimiento.jpg', file: await samplePhotograph() })
    await ground.upload(draft, { fileName: 'card back.jpg', file: await samplePicture('jpeg') })
    await ground.work()
    const { page, twin, signIn, close } = await openWindow(ground, { width, colorScheme, scripts })
    await signIn(draft.owner)
    const url = `${originOf(ground)}${paths.draftEvidence({ draft: draft.id })}`
    await page.goto(`${url}?language=${language}`)
    await page.locator('a[href$="/describe"]').first().click()
    await page.locator('[name=language]').selectOption('es')
    await press(page)
    await page.locator('a[href$="/translation"]').waitFor()
    await look(page, twin)
    await page.locator('a[href$="/translation"]').click()
    await page.locator('summary').first().click()
    await look(page, twin)
    await press(page)
    await page.locator('.usa-error-message').waitFor()
    await look(page, twin)
    await page.locator('input[type=file]').first().setInputFiles({ name: 'translation.pdf', mimeType: 'application/pdf', buffer: samplePdf({ pages: 2 }) })
    await press(page)
    await page.locator('[name=translator]').waitFor()
    await press(page)
    await page.locator('.usa-error-message').waitFor()
    await look(page, twin)
    await page.locator('[name=translator]').fill('Consuelo Quispe Mamani')
    await page.locator('.usa-checkbox label').first().click()
    await press(page)
    await page.locator('.evidence-translation').waitFor()
    await ground.work()
    await page.reload()
    assert.match(await page.locator('.evidence-translation').innerText(), /translation\.pdf[\s\S]*Consuelo Quispe Mamani/)
    await look(page, twin)
    await page.locator('[action$="/remove"] button').first().click()
    await page.locator('.evidence-removed').waitFor()
    await look(page, twin)
    await page.locator('[action$="/restore"] button').click()
    assert.match(await page.locator('.evidence-translation').innerText(), /translation\.pdf/)
    await close()
  })
