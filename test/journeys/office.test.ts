import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { appCode } from './office-steps.ts'
import { mailboxOf } from './post.ts'
import { goodPassword, type Journey, signIn } from './sign-up-steps.ts'

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

async function as<T>(options: PersonOptions, act: (who: Person) => Promise<T>): Promise<T> {
  const who = await person(options)
  const outcome = await act(who)
  await who.end()
  return outcome
}

async function signInToOffice(who: Person, email: string) {
  await who.goTo(`${running.officeUrl}/`)
  assert.equal(who.at(), '/sign-in')
  await who.type('Email address', email)
  await who.type('Password', `${goodPassword}x`)
  assert.equal(await who.press('Sign In'), 422)
  await who.type('Password', goodPassword)
  await who.press('Sign In')
  await who.type('Secure One-time Password', 'abcdef')
  assert.equal(await who.press('Submit'), 422)
  await who.type('Secure One-time Password', await appCode(running, email))
  assert.equal(await who.press('Submit'), 200)
}

async function openFile(who: Person) {
  if (!(await who.page.getByRole('group', { name: 'Reason for opening', exact: true }).count())) return
  assert.equal(await who.press('Open file'), 422, 'no file is opened without a reason')
  await who.choose('I work on this case', 'Reason for opening')
  await who.press('Open file')
}

/** Chooses the first status that one officer may set, and returns the words the person will read. */
async function changeStatus(who: Person): Promise<string> {
  assert.equal(await who.press('Change status'), 422)
  const options = (await who.page.getByLabel('New status', { exact: true }).locator('option').allInnerTexts()).map(
    (each) => each.trim(),
  )
  const next = options.slice(1).find((each) => !each.includes('two officers'))
  assert.ok(next, `a status that one officer may set, of ${options.join(', ')}`)
  await who.select('New status', next)
  await who.type('Reason', 'Looked it over; the next step of the table')
  assert.equal(await who.press('Change status'), 200)
  return next
}

async function receiptOf(email: string): Promise<string> {
  return as({ javaScript: false }, async (who) => {
    await signIn(who, journey, email)
    const href = await who.page.locator('a[href^="/cases/"]:not([href="/cases/add"])').first().getAttribute('href')
    assert.ok(href)
    return href.split('/')[2] ?? ''
  })
}

async function personSees(email: string, receipt: string, status: string) {
  const mail = await journey.mailbox.next({ to: email, subject: `There is news on a case ending ${receipt.slice(-4)}` })
  for (const told of [status, receipt, 'Looked it over'])
    assert.ok(!`${mail.text}${mail.html}`.includes(told), `the mail tells only that there is news, not ${told}`)
  await as({ javaScript: false }, async (who) => {
    await signIn(who, journey, email)
    await who.goTo(`${running.portalUrl}/cases/${receipt}`)
    const text = await who.text()
    assert.ok(text.includes(status), 'the person sees the new status')
    assert.ok(!text.includes('Looked it over'), 'the reason is for the office alone')
    assert.ok(!text.includes('Demonstration officer'), 'no officer is named')
  })
}

const workers = [
  { staff: 'officer@example.test', person: 'maria@example.test', options: { javaScript: false } },
  { staff: 'supervisor@example.test', person: 'sam@example.test', options: { javaScript: true, keyboardOnly: true } },
] as const

for (const { staff, person: email, options } of workers) {
  test(`given a case, ${staff} finds it, says why, changes its status; the person sees it and is told only that there is news`, async () => {
    const receipt = await receiptOf(email)
    const status = await as(options, async (who) => {
      await signInToOffice(who, staff)
      await takesTheNext(who)
      await who.goTo(`${running.officeUrl}/cases`)
      await who.type('Receipt number', 'IOE0000000000')
      assert.equal(await who.press('Find case'), 422)
      await who.type('Receipt number', receipt)
      await who.press('Find case')
      await openFile(who)
      return changeStatus(who)
    })
    await personSees(email, receipt, status)
  })
}

/** Works a queue without touching the address bar. */
async function takesTheNext(who: Person) {
  if (!(await who.page.getByRole('button', { name: 'Take the next case', exact: true }).count()))
    await who.follow('Queues')
  await who.press('Take the next case')
  await openFile(who)
  assert.match(who.at(), /^\/cases\/[A-Z]{3}\d{10}$/)
  await changeStatus(who)
  await who.follow('Queues')
}

test('given a session of the portal, the office knows nobody, and the other way round', () =>
  as({ javaScript: false }, async (who) => {
    await signIn(who, journey, 'maria@example.test')
    await who.goTo(`${running.officeUrl}/queues`)
    assert.equal(who.at(), '/sign-in')
    const cookies = (await who.page.context().cookies()).filter(({ name }) => name.startsWith('portolan_'))
    assert.ok(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax'))
  }))
