import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../../test/cast/accounts-ground.ts'
import { personWith } from '../../../../test/cast/given-factors.ts'
import { readyPerson } from '../../../../test/cast/ready-person.ts'
import {
  askForRecoveryOf,
  begunRecovery,
  cancelLinkTo,
  continueWithCode,
  giveRecoveryAddress,
  openedRecovery,
  ownerOf,
  requestOf,
  worker,
} from '../../../../test/cast/recovery-in-browser.ts'
import { askForLink, chooseNewPassword, newPassword, rightAnswers, upToNewPassword } from '../../../../test/cast/reset-in-browser.ts'
import { backupCodeOn, goodPassword, linkPathIn, signInBy } from '../../../../test/cast/sign-up-in-browser.ts'
import { phoneOf } from '../../../../test/cast/ways-in-browser.ts'
import { openRecovery } from './open-recovery.ts'
import { tellOfRecovery } from './tell-of-recovery.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const kinds = async (email: string) => (await ground.mails(email)).map(({ kind }) => kind)

test('after a day, with the backup code and two answers, who lost the rest sets a new password; what was lost is off the account', async () => {
  const phone = phoneOf(41)
  const person = await personWith(ground, 'lost@example.test', { phone, app: true, channel: 'app' })
  const elsewhere = ground.browser()
  await openedRecovery(ground, person, 'app')
  const { browser, seen } = await continueWithCode(ground, person.email, person.backupCode)
  assert.equal(seen.url, '/reset-password/questions')
  assert.equal((await browser.press('Submit', rightAnswers(ground, browser))).url, '/reset-password/new-password')
  assert.equal((await chooseNewPassword(browser)).url, '/reset-password/done')
  const fresh = backupCodeOn(browser)
  await browser.press('Proceed')
  assert.match((await elsewhere.open('/account')).url, /stand-in|account|sign-in/)
  const account = await ownerOf(ground).selectFrom('accounts.account').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  assert.equal(account.code_channel, 'email')
  const apps = await ownerOf(ground).selectFrom('accounts.authenticator_app').selectAll().where('account', '=', person.id).execute()
  assert.ok(apps.every(({ removed_at }) => removed_at !== null))
  const phones = await ownerOf(ground).selectFrom('accounts.contact_point').selectAll().where('account', '=', person.id).execute()
  assert.equal(phones[0]?.removed_at, null, 'what was not declared lost stays')
  assert.equal((await requestOf(ground, person.id)).ended_by, 'done')
  assert.ok((await kinds(person.email)).includes('accounts.recovered'))
  assert.ok((await ground.texts(phone)).some(({ kind }) => kind === 'accounts.security-news'))
  const back = ground.browser()
  await back.open('/sign-in')
  await back.press('Sign In', { email: person.email, password: newPassword })
  await back.open('/sign-in/backup-code')
  assert.equal((await back.press('Submit', { code: fresh })).url, '/account/security/backup-code')
})

test('before the day is over, cancelled, or past its 72 hours, the right backup code opens nothing, in the same words', async () => {
  const person = await readyPerson(ground, 'early@example.test')
  const words = async (email = person.email, code = person.backupCode) => {
    const { seen } = await continueWithCode(ground, email, code, ground.browser(`198.51.100.${Math.floor(ground.services.clock.now().epochMilliseconds / 3_600_000) % 250}`))
    assert.equal(seen.status, 422, seen.url)
    return seen.text.replaceAll(email, '')
  }
  const none = await words()
  await begunRecovery(ground, person)
  ground.services.clock.advance({ hours: 23, minutes: 59, seconds: 59 })
  assert.equal(await words(), none)
  assert.equal(await words('unknown-early@example.test'), none)
  ground.services.clock.advance({ hours: 73 })
  assert.equal(await words(), none)
  await openedRecovery(ground, person)
  await ground.browser().open('/recovery')
  const stop = ground.browser()
  await stop.open(await cancelLinkTo(ground, person.email))
  await stop.press('Cancel the recovery')
  assert.equal(await words(), none)
})

test('waiting alone opens nothing: answers are asked before the password, whatever address is opened', async () => {
  const person = await readyPerson(ground, 'waiting@example.test')
  await openedRecovery(ground, person)
  const { browser } = await continueWithCode(ground, person.email, person.backupCode)
  assert.equal((await browser.open('/reset-password/new-password')).url, '/reset-password/questions')
  assert.equal((await browser.open('/reset-password/verification-code')).url, '/reset-password/questions')
  assert.equal((await browser.open('/account/security')).url, '/sign-in?next=%2Faccount%2Fsecurity')
})

test('the link mailed to the second address stands in for the backup code, beside two answers', async () => {
  const person = await readyPerson(ground, 'second@example.test')
  await giveRecoveryAddress(ground, person.id, 'second-home@example.test')
  await openedRecovery(ground, person, 'mailbox')
  const browser = ground.browser()
  await browser.open(linkPathIn(await ground.lastMail('second-home@example.test', 'recovery-link')))
  assert.equal((await browser.press('Go on')).url, '/reset-password/questions')
  assert.equal((await browser.press('Submit', rightAnswers(ground, browser))).url, '/reset-password/new-password')
  assert.equal((await chooseNewPassword(browser)).url, '/reset-password/done')
  assert.notEqual(backupCodeOn(browser), person.backupCode, 'the old code may be lost too: a new one is shown')
  assert.ok(!(await kinds(person.email)).includes('accounts.recovery-link'), 'the user name never gets the link')
})

test('a second address that was added after the request gets no link', async () => {
  const person = await readyPerson(ground, 'added@example.test')
  const request = await begunRecovery(ground, person)
  await giveRecoveryAddress(ground, person.id, 'added-later@example.test')
  ground.services.clock.advance({ hours: 24 })
  await worker(ground).perform(openRecovery, { request })
  assert.deepEqual(await kinds('added-later@example.test'), ['accounts.recovery-open'])
})

test('asking for an ordinary reset from outside ends no recovery link; asking for the recovery again mails another', async () => {
  const person = await readyPerson(ground, 'outside@example.test')
  await giveRecoveryAddress(ground, person.id, 'outside-second@example.test')
  const request = await openedRecovery(ground, person)
  const mailedAt = ground.services.clock.now()
  await askForLink(ground, ground.browser(), person.email)
  const first = linkPathIn(await ground.lastMail('outside-second@example.test', 'recovery-link'))
  assert.match((await ground.browser().open(first)).text, /Press the button/)
  await worker(ground).perform(openRecovery, { request })
  const links = async () => (await kinds('outside-second@example.test')).filter((kind) => kind === 'accounts.recovery-link').length
  assert.equal(await links(), 1, 'the job that runs twice mails once')
  ground.services.clock.set(mailedAt.add({ minutes: 4, seconds: 59 }))
  await worker(ground).perform(openRecovery, { request })
  assert.equal(await links(), 1)
  ground.services.clock.set(mailedAt.add({ minutes: 5, seconds: 1 }))
  await worker(ground).perform(openRecovery, { request })
  assert.equal(await links(), 2)
})

test('every address is told at once, phones by text, each with a link that cancels; told once however often the job runs', async () => {
  const phone = phoneOf(42)
  const person = await personWith(ground, 'told-all@example.test', { phone })
  await giveRecoveryAddress(ground, person.id, 'told-second@example.test')
  const request = await begunRecovery(ground, person)
  await worker(ground).perform(tellOfRecovery, { request })
  assert.deepEqual(await kinds('told-second@example.test'), ['accounts.recovery-asked'])
  const [text] = (await ground.texts(phone)).filter(({ kind }) => kind === 'accounts.recovery-asked')
  assert.equal(new URL(/^http\S+$/m.exec(text?.text ?? '')?.[0] ?? '').pathname, await cancelLinkTo(ground, person.email))
  assert.equal(await cancelLinkTo(ground, 'told-second@example.test'), await cancelLinkTo(ground, person.email))
})

test('opening the cancel link changes nothing; its button ends the request, what went on with it, and tells every address', async () => {
  const person = await readyPerson(ground, 'cancel@example.test')
  await openedRecovery(ground, person)
  const { browser } = await continueWithCode(ground, person.email, person.backupCode)
  const link = await cancelLinkTo(ground, person.email)
  const owner = ground.browser()
  for (let time = 0; time < 3; time += 1) assert.match((await owner.open(link)).text, /press the button/)
  assert.equal((await requestOf(ground, person.id)).ended_at, null)
  const seen = await owner.press('Cancel the recovery')
  assert.match(seen.text, /No recovery is running/)
  assert.equal((await requestOf(ground, person.id)).ended_by, 'cancel-link')
  assert.ok((await kinds(person.email)).includes('accounts.recovery-cancelled'))
  assert.match((await browser.press('Submit', rightAnswers(ground, browser))).url, /^\/forgot-password\?ended/)
  for (const token of ['A'.repeat(22), 'x']) assert.match((await owner.open(`/recovery/cancel/${token}`)).text, /No recovery is running/)
})

test('whoever is signed in sees it and can cancel; a stranger cannot', async () => {
  const person = await readyPerson(ground, 'sees@example.test')
  const browser = ground.browser()
  await signInBy(ground, browser, person.email)
  await begunRecovery(ground, person)
  const stranger = ground.browser()
  await readyPerson(ground, 'stranger@example.test')
  await signInBy(ground, stranger, 'stranger@example.test')
  assert.doesNotMatch((await stranger.open('/account/security')).text, /asked to recover this account/)
  assert.match((await browser.open('/account/security')).text, /Someone asked to recover this account/)
  const done = await browser.press('Cancel the recovery')
  assert.equal(done.url, '/account/security')
  assert.doesNotMatch(done.text, /asked to recover/)
  assert.equal((await requestOf(ground, person.id)).ended_by, 'signed-in')
})

test('a sign-in with both factors ends the request, and so does a reset that shows a factor', async () => {
  const person = await readyPerson(ground, 'found@example.test')
  await begunRecovery(ground, person)
  const half = ground.browser()
  await half.open('/sign-in')
  await half.press('Sign In', { email: person.email, password: goodPassword })
  assert.equal((await requestOf(ground, person.id)).ended_at, null, 'a password alone ends nothing')
  await signInBy(ground, ground.browser(), person.email)
  assert.equal((await requestOf(ground, person.id)).ended_by, 'sign-in')
  await begunRecovery(ground, person)
  const browser = ground.browser()
  await upToNewPassword(ground, browser, person.email, person.backupCode)
  await chooseNewPassword(browser)
  assert.equal((await requestOf(ground, person.id)).ended_by, 'reset')
})

test('one at a time: parallel askings begin one, and who asks again is told of the one that runs', async () => {
  const person = await readyPerson(ground, 'once@example.test')
  await Promise.all(Array.from({ length: 3 }, () => askForRecoveryOf(ground, person.email)))
  const made = await ownerOf(ground).selectFrom('accounts.recovery_request').select('id').where('account', '=', person.id).execute()
  assert.equal(made.length, 1)
  const told = (await ground.mails(person.email)).filter(({ kind }) => kind === 'accounts.recovery-asked')
  assert.equal(told.filter(({ paragraphs }) => /no second one was begun/.test(paragraphs[0] ?? '')).length, 2)
})

test('three askings a day for an address, in the same words beyond; an answer must say what was lost', async () => {
  const person = await readyPerson(ground, 'thrice@example.test')
  ground.services.clock.set('2027-02-01T00:00:00Z')
  const texts = new Set<string>()
  for (let time = 0; time < 6; time += 1) texts.add((await askForRecoveryOf(ground, person.email)).text)
  assert.equal(texts.size, 1)
  assert.equal((await kinds(person.email)).filter((kind) => kind === 'accounts.recovery-asked').length, 3)
  const browser = ground.browser()
  await browser.open('/recovery')
  assert.match((await browser.press('Ask for recovery', { email: person.email })).text, /Choose at least one/)
})

test('five looks an hour at one address from one network; from elsewhere the owner still gets through', async () => {
  const person = await readyPerson(ground, 'attacked@example.test')
  await openedRecovery(ground, person)
  const wrong = `${person.backupCode.slice(0, -1)}${person.backupCode.endsWith('Z') ? 'Y' : 'Z'}`
  const attacker = ground.browser('203.0.113.9')
  for (let time = 0; time < 5; time += 1) await continueWithCode(ground, person.email, wrong, attacker)
  const { seen } = await continueWithCode(ground, person.email, person.backupCode, attacker)
  assert.equal(seen.status, 422)
  assert.doesNotMatch(seen.text, /No recovery is open/)
  const { seen: owner } = await continueWithCode(ground, person.email, person.backupCode, ground.browser('203.0.113.10'))
  assert.equal(owner.url, '/reset-password/questions')
})
