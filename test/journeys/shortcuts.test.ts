import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'

let running: RunningPortolan
let clock: MovedClock
before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

test('an officer goes from the list of shortcuts to a queue, and steps through its cases with the arrows while one has the focus', async () => {
  const desk = await person({ javaScript: true })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}/queues`)
  await desk.follow('Keyboard shortcuts')
  assert.equal(await desk.heading(), 'Keyboard shortcuts')
  await desk.page.setViewportSize({ width: 320, height: 900 })
  await desk.reload()
  await desk.page.setViewportSize({ width: 1280, height: 900 })
  await desk.goTo(`${running.officeUrl}/queues`)
  const queues = desk.page.locator('section.card', { hasText: /([2-9]|\d\d) cases/ }).locator('a[href^="/queues/"]')
  await desk.goTo(`${running.officeUrl}${await queues.first().getAttribute('href')}`)

  const cases = desk.page.locator('[data-step]')
  const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute('href'))
  const [first, second] = [await cases.nth(0).getAttribute('href'), await cases.nth(1).getAttribute('href')]
  await cases.nth(0).focus()
  await desk.page.keyboard.press('ArrowDown')
  assert.equal(await focused(), second)
  await desk.page.keyboard.press('ArrowUp')
  await desk.page.keyboard.press('ArrowUp')
  assert.equal(await focused(), first, 'the first is where it ends')
  await desk.page.keyboard.press('j')
  assert.equal(await focused(), first, 'a letter alone does nothing')
  await desk.page.setViewportSize({ width: 320, height: 900 })
  await desk.reload()
  await desk.page.setViewportSize({ width: 1280, height: 900 })
})
