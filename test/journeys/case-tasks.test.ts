import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { closeTask, openTask, type TaskToOpen } from '../../src/cases/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { operation, performerFor } from '../../src/platform/operation.ts'
import { decidedCases } from '../cast/decided-cases.ts'
import { countUsualTimes } from '../../src/cases/index.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

const open = operation({ name: 'test.open-task', allow: () => true, refusals: [], run: (context, task: TaskToOpen) => openTask(context, task) })
const close = operation({ name: 'test.close-task', allow: () => true, refusals: [], run: (context, subject: string) => closeTask(context, { subject, how: 'done' }) })

let running: RunningPortolan
let journey: Journey
before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

const worker = () => {
  const { services, partsFor } = running.deployment
  return { perform: performerFor({ ...partsFor('worker'), services }, systemActor('test'), { id: null, network: null }).perform, now: services.clock.now() }
}

test('given something asked by a day, its person finds it first at home and on the case, takes the dates along, and when it is done reads so in the history', async () => {
  const usual = Array.from({ length: 40 }, (_, place) => 90 + place * 3)
  await decidedCases(running.database, { form: 'i-90', days: usual })
  const { perform, now } = worker()
  await perform(countUsualTimes, {})

  const maria = await person({ javaScript: false, width: 1280 })
  await signIn(maria, journey, 'maria@example.test')
  const own = await maria.page.getByRole('link', { name: /Replace Permanent Resident Card/ }).first().getAttribute('href')
  const receiptNumber = String(own).split('/').at(-1) ?? ''
  const found = await running.database.pools.owner?.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  const caseId = found?.id ?? ''
  const [request, notice] = [newId(), newId()]
  await perform(open, { caseId, kind: 'answer-request', subject: request, dueAt: now.add({ hours: 24 * 64 }) })
  await perform(open, { caseId, kind: 'sign', subject: notice, dueAt: now.add({ hours: 30 }) })

  await maria.goTo(`${running.portalUrl}/account`)
  const home = await maria.text()
  assert.ok(home.indexOf('Look over and sign') < home.indexOf('Answer our request for evidence'))
  assert.ok(home.indexOf('Answer our request for evidence') < home.lastIndexOf('My cases'))
  await maria.goTo(`${running.portalUrl}${own}`)
  assert.match(await maria.text(), /64 days left[\s\S]*How long cases like yours take[\s\S]*Everything that happened/)

  const [file] = await Promise.all([maria.page.waitForEvent('download'), maria.page.getByRole('link', { name: 'Add the dates to my calendar' }).click()])
  assert.equal(file.suggestedFilename(), `calendar-${receiptNumber.slice(-4)}.ics`)

  await perform(close, notice)
  const phone = await person({ javaScript: false, width: 320, beside: maria })
  await phone.goTo(`${running.portalUrl}${own}`)
  const text = await phone.text()
  assert.doesNotMatch(text, /Look over and sign/)
  assert.match(text, /You signed/)
  await phone.goTo(`${running.portalUrl}${own}?show=asked`)
  assert.match(await phone.text(), /We asked you for evidence/)
})
