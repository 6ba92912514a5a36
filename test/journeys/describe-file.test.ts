import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { paths } from '../../src/platform/paths.ts'
import { samplePhotograph, samplePicture } from '../../src/platform/preview/sample-files.ts'
import type { EvidenceGround } from '../cast/evidence-ground.ts'
import { endEvidence, evidenceInBrowser, looker, openWindow, originOf } from './evidence-in-browser.ts'
import { waysGone } from './ways.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceInBrowser()
})
after(() => endEvidence(ground))

const look = looker('describe')

const looks = [
  { width: 390, colorScheme: 'light' as const, language: 'en' },
  { width: 1280, colorScheme: 'dark' as const, language: 'ar-XB' },
]

for (const { width, colorScheme, language } of waysGone(looks, 1))
  test(`given a file that is here, a person says what it is, without scripts, at ${width} pixels, ${colorScheme}, in ${language}`, async () => {
    const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 4 }])
    await ground.upload(draft, { fileName: 'passport.jpg', file: await samplePhotograph() })
    await ground.work()
    const { page, twin, signIn, close } = await openWindow(ground, { width, colorScheme, scripts: false })
    await signIn(draft.owner)
    const url = `${originOf(ground)}${paths.draftEvidence({ draft: draft.id })}`
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
    await close()
  })
