import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askSupport } from '../../accounts/index.ts'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { begunRecovery, continueWithCode, openedRecovery, ownerOf, requestOf } from '../../../test/cast/recovery-in-browser.ts'
import { rightAnswers } from '../../../test/cast/reset-in-browser.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { type SupportGround, supportGround } from '../../../test/cast/support-ground.ts'

let ground: SupportGround
let support: PortalBrowser
before(async () => {
  ground = await supportGround()
  support = await ground.office.signedIn('support')
})
after(() => ground.end())

const kinds = async (email: string) => (await ground.portal.mails(email)).map(({ kind }) => kind)

/** The clock stands still for the session of the office while a recovery waits. */
async function afterADay() {
  ground.portal.services.clock.advance({ hours: 24 })
  support = await ground.office.signedIn('support')
}

test('support begins at its queue, the longest-waiting first, and is shown nothing of a person there', async () => {
  const first = await ground.asks('first-queue@example.test')
  const second = await ground.asks('second-queue@example.test')
  const seen = await support.open('/')
  assert.equal(seen.url, '/support')
  assert.ok(seen.html.indexOf(first.number) < seen.html.indexOf(second.number))
  assert.doesNotMatch(seen.text, /harbour|@example/)
})

test('a request is opened with a reason, recorded; then its words stand there and every address is masked', async () => {
  const { email, onlineAccountNumber } = await readyPerson(ground.portal, 'marina@example.test')
  const { number } = await ground.asks(email)
  const before = await support.open(`/support/${number}`)
  assert.match(before.text, /Say why you open this request/)
  assert.doesNotMatch(before.text, /harbour/)
  assert.match((await support.press('Open request')).text, /Choose a reason/)
  const seen = await ground.opens(support, number)
  assert.match(seen.text, /It fell into the harbour/)
  assert.match(seen.text, /m•••@example\.test/)
  assert.ok(!seen.html.includes(email) && !seen.html.includes(onlineAccountNumber))
  assert.match(seen.text, new RegExp(`ends in ${onlineAccountNumber.slice(-4)}`))
  assert.match(seen.text, /opened it \(I answer this request\)/)
  assert.equal((await support.open('/support/AAAAAAAAA')).status, 404)
})

test('a reason holds for one sign-in: without it nothing can be done about a request', async () => {
  const { number } = await ground.asks('unopened@example.test')
  await ground.opens(support, number)
  const other = await ground.office.signedIn('supervisor')
  assert.doesNotMatch((await other.open(`/support/${number}`)).text, /harbour/)
  ground.portal.services.clock.advance({ minutes: 2 })
  const again = await ground.office.signedIn('support')
  await again.open(`/support/${number}`)
  const { hidden } = again.formOf('Open request')
  const answer = await again.ask('POST', `/support/${number}/close`, hidden)
  assert.match(answer.location ?? '', /said=not-possible/)
})

test('an answer is one of the fixed ones: by mail to the address that was typed, and on the page that follows', async () => {
  const { number, follow } = await ground.asks('answered@example.test')
  await ground.opens(support, number)
  assert.match((await support.press('Send answer')).text, /Choose something first/)
  assert.match((await support.press('Send answer', { answer: 'use-backup-code' })).text, /The answer is on its way/)
  const mail = await ground.portal.lastMail('answered@example.test', 'support-answered')
  assert.match(mail.paragraphs.join(' '), /Use your backup code/)
  assert.match((await ground.portal.browser().open(follow)).text, /We answered.*Use your backup code/)
  const { hidden } = support.formOf('Send answer')
  const invented = await support.ask('POST', `/support/${number}/answer`, { ...hidden, answer: 'your password is …' })
  assert.match(invented.location ?? '', /said=choose/)
})

test('to a protected person the mail says only that there is an answer, and support sees no sign of it, unless they may', async () => {
  const { id, email } = await readyPerson(ground.portal, 'protected@example.test')
  await ownerOf(ground.portal).updateTable('accounts.account').set({ protected_at: ground.portal.services.clock.now() }).where('id', '=', id).execute()
  const { number, follow } = await ground.asks(email)
  assert.doesNotMatch((await ground.opens(support, number)).text, /This person is protected/)
  await clearRole(ground.portal, 'support')
  assert.match((await support.open(`/support/${number}`)).text, /This person is protected/)
  await clearRole(ground.portal, 'support', false)
  await support.press('Send answer', { answer: 'come-in-person' })
  const mail = await ground.portal.lastMail(email, 'support-answered')
  assert.doesNotMatch(mail.paragraphs.join(' '), /office|passport/)
  assert.match((await ground.portal.browser().open(follow)).text, /Then come to an office/)
})

test('the missing mail goes again to the address on file and no other: a sign-up link, or the user name; three times a day', async () => {
  await signUpUntil(ground.portal, ground.portal.browser(), 'half-way@example.test', 'sign-up')
  const person = await readyPerson(ground.portal, 'forgot-name@example.test')
  for (const [address, kind, to] of [
    ['half-way@example.test', 'accounts.confirm-email', 'half-way@example.test'],
    [person.onlineAccountNumber, 'accounts.username-reminder', person.email],
  ] as const) {
    const { number } = await ground.asks(address)
    await ground.opens(support, number)
    const before = (await kinds(to)).filter((each) => each === kind).length
    assert.match((await support.press('Send the missing mail again')).text, /on its way to the address on file/)
    await ground.carriesOut()
    await ground.carriesOut()
    assert.equal((await kinds(to)).filter((each) => each === kind).length, before + 1)
    for (let time = 0; time < 2; time += 1) await support.press('Send the missing mail again')
    assert.match((await support.press('Send the missing mail again')).text, /not possible any more/)
  }
  const unknown = await ground.asks('nobody-here@example.test')
  const seen = await ground.opens(support, unknown.number)
  assert.match(seen.text, /No account was found/)
  assert.doesNotMatch(seen.text, /Send the missing mail again/)
})

test('support cancels a running recovery at once: what went on with it stops, and every address is told', async () => {
  const person = await readyPerson(ground.portal, 'stopped@example.test')
  await openedRecovery(ground.portal, person)
  support = await ground.office.signedIn('support')
  const { browser } = await continueWithCode(ground.portal, person.email, person.backupCode)
  const { number } = await ground.asks(person.email)
  await ground.opens(support, number)
  assert.match((await support.press('Cancel the recovery')).text, /The recovery is cancelled/)
  assert.equal((await requestOf(ground.portal, person.id)).ended_by, 'office')
  assert.match((await browser.press('Submit', rightAnswers(ground.portal, browser))).url, /^\/forgot-password\?ended/, 'before any job has run')
  await ground.carriesOut()
  await ground.carriesOut()
  assert.equal((await kinds(person.email)).filter((kind) => kind === 'accounts.recovery-cancelled').length, 1)
})

async function recordedCheck(email: string) {
  const person = await readyPerson(ground.portal, email)
  await begunRecovery(ground.portal, person)
  const { number, follow } = await ground.asks(email)
  await ground.opens(support, number)
  assert.match((await support.press('Record the check')).text, /not possible/)
  await support.open(`/support/${number}`)
  assert.match((await support.press('Record the check', { documents: 'passport' })).text, /A supervisor confirms it/)
  return { person, number, follow }
}

test('a check of who somebody is takes two people in two roles, and only then, after the wait, a link goes to the address on file', async () => {
  const { person, number, follow } = await recordedCheck('checked@example.test')
  const { hidden } = support.formOf('Send answer')
  const alone = await support.ask('POST', `/support/${number}/identity/confirm`, hidden)
  assert.equal(alone.location, '/', 'who records may not confirm')
  const supervisor = await ground.office.signedIn('supervisor')
  await ground.opens(supervisor, number)
  assert.match((await supervisor.press('Confirm the check')).text, /The check is confirmed/)
  await ground.carriesOut()
  assert.ok(!(await kinds(person.email)).includes('accounts.checked-link'), 'not before the day is over')
  assert.match((await ground.portal.browser().open(follow)).text, /We confirmed who you are/)
  await afterADay()
  await ground.carriesOut()
  await ground.carriesOut()
  const mails = (await ground.portal.mails(person.email)).filter(({ kind }) => kind === 'accounts.checked-link')
  assert.equal(mails.length, 1)
  const link = new URL(mails[0]?.links?.[0]?.url ?? '').pathname
  const officePages = [support.seen.html, supervisor.seen.html].join('')
  assert.ok(!officePages.includes(link.split('/').at(-1) ?? ''), 'the office never sees the link')
  const browser = ground.portal.browser()
  await browser.open(link)
  assert.equal((await browser.press('Go on')).url, '/reset-password/new-password')
  assert.equal((await browser.press('Submit', { password: 'Lantern#on2quays', confirm: 'Lantern#on2quays' })).url, '/reset-password/done')
  assert.equal((await requestOf(ground.portal, person.id)).ended_by, 'done')
})

test('the link of a check lives 24 hours, and dies with its recovery', async () => {
  for (const how of ['late', 'cancelled'] as const) {
    const { person, number } = await recordedCheck(`check-${how}@example.test`)
    const supervisor = await ground.office.signedIn('supervisor')
    await ground.opens(supervisor, number)
    await supervisor.press('Confirm the check')
    await afterADay()
    await ground.carriesOut()
    const link = new URL((await ground.portal.lastMail(person.email, 'checked-link')).links?.[0]?.url ?? '').pathname
    assert.match((await ground.portal.browser().open(link)).text, /Press the button/)
    if (how === 'late') await afterADay()
    else {
      await ground.opens(support, number)
      await support.press('Cancel the recovery')
    }
    assert.match((await ground.portal.browser().open(link)).text, /no longer works/)
  }
})

test('without a running recovery there is nothing to check or cancel; a closed request takes nothing more', async () => {
  const { email } = await readyPerson(ground.portal, 'none-running@example.test')
  const { number, follow } = await ground.asks(email)
  const seen = await ground.opens(support, number)
  assert.match(seen.text, /No recovery is running/)
  const { hidden } = support.formOf('Send answer')
  for (const deed of ['identity', 'cancel-recovery'])
    assert.match((await support.ask('POST', `/support/${number}/${deed}`, { ...hidden, documents: 'passport' })).location ?? '', /said=not-possible/)
  assert.match((await support.press('Close the request')).text, /The request is closed/)
  assert.match((await support.ask('POST', `/support/${number}/answer`, { ...hidden, answer: 'look-for-mail' })).location ?? '', /said=not-possible/)
  assert.match((await ground.portal.browser().open(follow)).text, /The request is closed/)
  assert.doesNotMatch((await support.open('/support')).html, new RegExp(number))
})

test('a request is found by its tracking number however it is typed', async () => {
  const { number } = await ground.asks('found-by-number@example.test')
  await support.open('/support')
  const typed = `${number.slice(0, 4)} ${number.slice(4, 8).toLowerCase()}-${number.slice(8)}`
  assert.equal((await support.press('Find request', { trackingNumber: typed })).url, `/support/${number}`)
  await support.open('/support')
  assert.match((await support.press('Find request', { trackingNumber: 'AAAA' })).text, /not a tracking number/)
})

test('a report of a deceiver waits in a list of its own and has answers of its own, and no other request has them', async () => {
  const asked = await ground.portal.as().perform(askSupport, { topic: 'report', email: null, number: null, message: 'Lucky Visa Office filed nothing', language: 'en' })
  assert.ok(asked.ok)
  const { tracking_number: number } = await ownerOf(ground.portal).selectFrom('accounts.support_request').select('tracking_number').where('topic', '=', 'report').executeTakeFirstOrThrow()
  const staff = await ground.office.signedIn('support')
  assert.doesNotMatch((await staff.open('/support')).text, /A report of somebody/)
  assert.match((await staff.open('/support?only=reports')).text, /A report of somebody who deceives people/)
  await ground.opens(staff, number)
  assert.match(staff.seen.text, /We are looking into it/)
  assert.doesNotMatch(staff.seen.text, /Use your backup code/)
  assert.match((await staff.press('Send answer', { answer: 'report-taken-up' })).text, /The answer is on its way/)
})
