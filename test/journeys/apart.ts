import assert from 'node:assert/strict'
import type { Person } from './browser.ts'

/** Below this two blocks look like one. */
const gapLeastPx = 8

/** Blocks of a card keep their distance from what stands below them; `selector` must find one at least. */
export async function standApart({ page }: Person, selector: string): Promise<void> {
  const gaps = await page.locator(selector).evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const below = block.nextElementSibling?.getBoundingClientRect()
      return below?.height ? [Math.round(below.top - block.getBoundingClientRect().bottom)] : []
    }),
  )
  assert.ok(gaps.length > 0, `nothing stands below ${selector} at ${page.url()}`)
  assert.ok(Math.min(...gaps) >= gapLeastPx, `${selector} at ${page.url()}: ${gaps.join(', ')} px`)
}
