import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** How a person moves a page's controls. */
export interface Hands {
  press(control: Locator): Promise<void>
  type(control: Locator, value: string): Promise<void>
  choose(control: Locator): Promise<void>
  select(control: Locator, option: string): Promise<void>
}

export const pointer: Hands = {
  press: (control) => control.click(),
  type: (control, value) => control.fill(value),
  choose: (control) => control.check(),
  select: async (control, option) => void (await control.selectOption({ label: option })),
}

const tabsMost = 200

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement)

/** A radio group is one stop of the Tab key: its chosen button, or else its first or last. */
const isStopOf = (control: Locator) =>
  control.evaluate((element) => {
    const active = document.activeElement
    if (element === active) return true
    if (!(element instanceof HTMLInputElement) || !(active instanceof HTMLInputElement)) return false
    return (
      element.type === 'radio' &&
      active.type === 'radio' &&
      active.name === element.name &&
      active.form === element.form
    )
  })

async function tabTo(page: Page, control: Locator) {
  await control.waitFor()
  for (let tabs = 0; tabs < tabsMost; tabs += 1) {
    if (await isStopOf(control)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the Tab key does not reach ${control}`)
}

/** WCAG 2.1.1: everything by the keyboard alone. */
export function keyboard(page: Page): Hands {
  return {
    press: async (control) => {
      await tabTo(page, control)
      await page.keyboard.press('Enter')
    },
    type: async (control, value) => {
      await tabTo(page, control)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('Delete')
      await page.keyboard.insertText(value)
    },
    choose: async (control) => {
      await tabTo(page, control)
      for (let arrows = 0; !(await isFocused(control)); arrows += 1) {
        assert.ok(arrows < 30, `the arrow keys do not reach ${control}`)
        await page.keyboard.press('ArrowDown')
      }
      if (!(await control.isChecked())) await page.keyboard.press('Space')
    },
    select: async (control, option) => {
      await tabTo(page, control)
      const options = await control.locator('option').allInnerTexts()
      const [at, wanted] = [
        await control.evaluate((element) => (element as HTMLSelectElement).selectedIndex),
        options.map((each) => each.trim()).indexOf(option),
      ]
      assert.ok(wanted >= 0, `no option ${option}`)
      for (let step = 0; step < Math.abs(wanted - at); step += 1)
        await page.keyboard.press(wanted > at ? 'ArrowDown' : 'ArrowUp')
    },
  }
}
