import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Actor } from '../../src/platform/actor.ts'
import { buildAssetsIfStale } from '../../src/ui/asset-build.ts'
import { assetsFrom } from '../../src/ui/assets.ts'
import { type EvidenceGround, evidenceGround } from '../cast/evidence-ground.ts'
import { checkAccessibility } from './accessibility.ts'
import { browser, closeBrowser } from './browser.ts'

/** The ground of evidence, with the styles and scripts that a browser asks for. */
export async function evidenceInBrowser(): Promise<EvidenceGround> {
  const root = join(import.meta.dirname, '../..')
  const assetsFolder = join(root, 'dist/assets')
  await buildAssetsIfStale(root, assetsFolder)
  return evidenceGround({ assets: assetsFrom(assetsFolder), assetsFolder })
}

/** `ground` is missing where it could not be opened. */
export async function endEvidence(ground: EvidenceGround | undefined): Promise<void> {
  await closeBrowser()
  await ground?.end()
}

/** How a person has their browser. */
export interface Look {
  width: number
  colorScheme: 'light' | 'dark'
  scripts: boolean
  locale?: string
}

export const originOf = ({ port }: EvidenceGround): string => `http://127.0.0.1:${port}`

/** A window of a person, and beside it one with scripts in which what is on the page can be judged. */
export async function openWindow(ground: EvidenceGround, { width, colorScheme, scripts, locale }: Look) {
  const shape: BrowserContextOptions = { viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', ...(locale ? { locale } : {}) }
  const context = await (await browser()).newContext({ ...shape, javaScriptEnabled: scripts })
  const beside = await (await browser()).newContext(shape)
  for (const each of [context, beside]) each.setDefaultTimeout(20_000)
  return {
    page: await context.newPage(),
    twin: await beside.newPage(),
    async signIn(actor: Actor) {
      const [name = '', value = ''] = ground.cookieOf(actor).split('=')
      await context.addCookies([{ name, value, url: originOf(ground) }])
    },
    async close() {
      await context.close()
      await beside.close()
    },
  }
}

/** Judges a page that somebody arrived at, by rules and by its width. Where PICTURES names a folder it is kept there too. */
export function looker(name: string) {
  let pictures = 0
  return async (page: Page, twin: Page | null): Promise<void> => {
    await checkAccessibility(page, await page.content(), twin && (async () => twin))
    assert.equal(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth), true)
    const folder = process.env.PICTURES
    if (folder) await page.screenshot({ path: join(folder, `${name}-${String(pictures++).padStart(2, '0')}.png`), fullPage: true })
  }
}
