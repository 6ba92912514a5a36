import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/platform/paths.ts'
import { samplePhotograph, samplePicture } from '../../src/platform/preview/sample-files.ts'
import { buildAssetsIfStale } from '../../src/ui/asset-build.ts'
import { assetsFrom } from '../../src/ui/assets.ts'
import { type EvidenceGround, evidenceGround } from '../cast/evidence-ground.ts'
import { checkAccessibility } from './accessibility.ts'
import { browser, closeBrowser } from './browser.ts'

let ground: EvidenceGround

before(async () => {
  const root = join(import.meta.dirname, '../..')
  const assetsFolder = join(root, 'dist/assets')
  await buildAssetsIfStale(root, assetsFolder)
  ground = await evidenceGround({ assets: assetsFrom(assetsFolder), assetsFolder })
})
after(async () => {
  await closeBrowser()
  await ground?.end()
})

let pictures = 0
const look = async (page: Page, twin: Page) => {
  await checkAccessibility(page, await page.content(), async () => twin)
  assert.equal(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth), true)
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `describe-${pictures++}.png`), fullPage: true })
}

const looks = [
  { width: 390, colorScheme: 'light' as const, language: 'en' },
  { width: 1280, colorScheme: 'dark' as const, language: 'ar-XB' },
]

for (const { width, colorScheme, language } of looks)
  test(`given a file that is here, a person says what it is, without scripts, at ${width} pixels, ${colorScheme}, in ${language}`, async () => {
    const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 4 }])
    await ground.upload(draft, { fileName: 'passport.jpg', file: await samplePhotograph() })
    await ground.work()
    const viewport = { width, height: 900 }
    const context = await (await browser()).newContext({ viewport, colorScheme, javaScriptEnabled: false })
    const beside = await (await browser()).newContext({ viewport, colorScheme })
    for (const each of [context, beside]) each.setDefaultTimeout(15_000)
    const [name = '', value = ''] = ground.cookieOf(draft.owner).split('=')
    const url = `http://127.0.0.1:${ground.port}${paths.draftEvidence({ draft: draft.id })}`
    await context.addCookies([{ name, value, url }])
    const [page, twin] = [await context.newPage(), await beside.newPage()]
    await page.goto(`${url}?language=${language}`)
    await look(page, twin)
    await page.locator('a[href$="/describe"]').click()
    await look(page, twin)
    await page.locator('[name=issuer]').fill('Secretaría de Relaciones Exteriores, México')
    await page.locator('[name=kind]').selectOption('passport')
    await page.locator('[name=language]').selectOption('es')
    await page.locator('[name=valid-month]').selectOption('2')
    await page.locator('[name=valid-day]').fill('30')
    await page.locator('[name=valid-year]').fill('2026')
    await page.locator('.form button[type=submit]').first().click()
    await page.locator('.usa-error-message').waitFor()
    assert.equal(await page.locator('[name=issuer]').inputValue(), 'Secretaría de Relaciones Exteriores, México')
    await look(page, twin)
    await page.locator('[name=valid-day]').fill('3')
    await page.locator('.form button[type=submit]').first().click()
    await page.locator('.evidence-warning').first().waitFor()
    assert.match(await page.locator('.evidence-file').innerText(), /Secretaría de Relaciones Exteriores, México/)
    await look(page, twin)
    await ground.upload(draft, { fileName: 'card back.jpg', file: await samplePicture('jpeg') })
    await ground.work()
    await page.goto(`${url}?language=${language}`)
    await page.locator('button[value=up]').click()
    assert.equal(await page.locator('.evidence-name').first().innerText(), 'card back.jpg')
    await page.locator('[action$="/remove"] button').last().click()
    await page.locator('.evidence-removed').waitFor()
    await look(page, twin)
    await page.locator('[action$="/restore"] button').click()
    assert.equal(await page.locator('.evidence-file').count(), 2)
    await page.locator('a[href$="/replace"]').first().click()
    await look(page, twin)
    await page.locator('.form button[type=submit]').first().click()
    await page.locator('.usa-error-message').waitFor()
    await look(page, twin)
    await context.close()
    await beside.close()
  })
