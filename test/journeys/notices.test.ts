import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

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

test('given a notice about a case, its person reads it and takes it as a PDF, anyone checks its code, and the agency sees that it was read and mails it again; without scripts', async () => {
  const maria = await person({ javaScript: false, width: 320 })
  await signIn(maria, journey, 'maria@example.test')
  const own = await maria.page.locator('a[href^="/cases/IOE"]:not([href*="/appointments/"])').first().getAttribute('href')
  await maria.goTo(`${running.portalUrl}${own}`)
  await maria.page.getByRole('link', { name: 'All notices' }).click()
  assert.match(await maria.text(), /We received your filing[\s\S]*New/)
  await maria.page.getByRole('link', { name: 'We received your filing' }).click()
  assert.match(await maria.text(), /Document code\s+(?:[0-9A-Z]{4}-){4}[0-9A-Z]/)
  const code = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(await maria.text())?.[0] ?? ''
  const pdf = await eventually('a PDF', async () => {
    await maria.reload()
    return (await maria.page.getByRole('link', { name: 'Download as PDF' }).count()) > 0 ? maria.page.getByRole('link', { name: 'Download as PDF' }).getAttribute('href') : null
  })
  const bytes = await (await maria.page.request.get(`${running.portalUrl}${pdf}`)).body()
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')

  const anyone = await person({ javaScript: false, width: 320 })
  await anyone.goTo(`${running.portalUrl}/verify-document`)
  await anyone.type('Document code', code.toLowerCase().replaceAll('-', ' '))
  assert.equal(await anyone.press('Check the code'), 200)
  assert.match(await anyone.text(), /This notice is genuine[\s\S]*We received your filing/)
  await anyone.type('Document code', '0000-0000-0000-0000-0')
  await anyone.press('Check the code')
  assert.match(await anyone.text(), /We do not know this code/)

  const desk = await person({ javaScript: false })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.page.getByRole('link', { name: 'We received your filing' }).click()
  assert.match(await desk.text(), /Opened by the person:/)
  assert.equal(await desk.press('Mail it again'), 422)
  await desk.type('Why it is mailed again', 'She asked for it on paper.')
  assert.equal(await desk.press('Mail it again'), 200)
  assert.match(await desk.text(), /The letter is on its way to print/)
})

test('given the page of a notice, it holds in the dark and from right to left', async () => {
  for (const look of ['theme=dark', 'language=ar-XB']) {
    const maria = await person({ javaScript: true })
    await signIn(maria, journey, 'maria@example.test')
    const own = await maria.page.locator('a[href^="/cases/IOE"]:not([href*="/appointments/"])').first().getAttribute('href')
    await maria.goTo(`${running.portalUrl}${own}/notices?${look}`)
    const notice = await maria.page.locator(`a[href^="${own}/notices/"]`).first().getAttribute('href')
    await maria.goTo(`${running.portalUrl}${notice}?${look}`)
    await maria.goTo(`${running.portalUrl}/verify-document?${look}`)
  }
})
