import { join } from 'node:path'
import type { Page } from 'playwright-core'

let taken = 0

/** Where PICTURES names a folder, every page that somebody arrives at is kept there to be looked at: as it is, and dark on a phone. */
export async function keepPictures(page: Page): Promise<void> {
  const folder = process.env.PICTURES
  const size = page.viewportSize()
  if (!folder || !size) return
  taken += 1
  const place = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, 'id').replaceAll('/', '_').slice(0, 60)
  const name = (look: string) => join(folder, `${String(taken).padStart(3, '0')}${place}-${look}.png`)
  await page.screenshot({ path: name('as-seen'), fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: name('phone'), fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(size)
}
