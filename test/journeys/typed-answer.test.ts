import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import { askForEvidence, ownCase } from './request-steps.ts'
import type { Journey } from './sign-up-steps.ts'
import { otherTab, says } from './typing.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock
before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

test('what a person types to a request is kept while they type: they leave without Save, and it is there when they come back', async () => {
  const maria = await person({ javaScript: true, width: 320 })
  const own = await ownCase(maria, journey, 'maria@example.test')
  await askForEvidence(await person({ javaScript: false }), { journey, clock }, own)
  await maria.goTo(`${running.portalUrl}${own}`)
  await maria.page.locator(`a[href^="${own}/requests/"]`).first().click()
  const request = maria.page.url()
  await maria.follow('An explanation of what does not fit together')
  const ask = maria.page.url()
  const answer = maria.page.getByLabel('Your answer', { exact: true })

  await answer.fill('The second name is')
  await says(maria, 'What you typed was kept at')
  assert.equal(await maria.page.getByRole('status').filter({ hasText: 'What you type is kept. Press Save to make it part of your answer.' }).count(), 1)
  await answer.fill('The second name is of my marriage')
  await maria.goTo(request)
  assert.match(await maria.text(), /0 of 2 answered/)

  await maria.goTo(ask)
  assert.equal(await answer.inputValue(), 'The second name is of my marriage')
  assert.match(await maria.text(), /not part of your answer yet: check it, then save/)
  const other = await otherTab(maria, ask)
  await maria.press('Save')
  assert.match(await maria.text(), /Your answer is saved\. It is not sent yet/)

  await other.page.getByLabel('Your answer', { exact: true }).fill('Something else')
  await says(other, 'Not kept: this answer was changed in another window')
  assert.equal(await other.press('Save'), 422)
  assert.match(await other.text(), /Saved meanwhile[\s\S]*The second name is of my marriage/)
  await says(other, 'What you typed was kept at')
  await other.goTo(`${request}/review`)
  assert.match(await other.text(), /You typed this and did not save it\. It is not sent unless you save it first\.[\s\S]*Something else/)
})
