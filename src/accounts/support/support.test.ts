import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { ownerOf } from '../../../test/cast/recovery-in-browser.ts'
import { recordedStatements } from '../../../test/cast/recorded-statements.ts'
import { linkPathIn, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { visitor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'
import { askSupport } from './ask-support.ts'
import { maskedEmail, newTrackingNumber, parseTrackingNumber, showTrackingNumber } from './support-request.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const words = 'My phone fell into the harbour'
let networks = 0
const nextNetwork = () => {
  networks += 1
  return networks
}

async function ask(values: Record<string, string>, browser: PortalBrowser = ground.browser(`198.51.100.${nextNetwork()}`)) {
  ground.services.clock.advance({ seconds: 1 })
  await browser.open('/contact-support')
  return browser.press('Send request', { topic: 'lost-phone', message: words, ...values })
}

const numberOn = (text: string) => /Tracking number ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])/.exec(text)?.[1] ?? ''

test('a request gets a tracking number on the page and by mail, with a link that follows it', async () => {
  const { email } = await readyPerson(ground, 'asks@example.test')
  const seen = await ask({ address: email })
  assert.match(seen.url, /^\/contact-support\/[\w-]{22}$/)
  const number = numberOn(seen.text)
  assert.ok(parseTrackingNumber(number))
  const mail = await ground.lastMail(email, 'support-received')
  assert.deepEqual(mail.facts, [{ label: 'Tracking number', value: number }])
  assert.equal(linkPathIn(mail), seen.url)
  assert.equal(mail.subject, 'We have your request')
  assert.ok(!JSON.stringify({ ...mail, to: '' }).includes(email))
})

test('the page that follows a request repeats neither the words nor the address; an invented link is no request', async () => {
  const seen = await ask({ address: 'shown@example.test' })
  const other = await ground.browser().open(seen.url)
  assert.equal(numberOn(other.text), numberOn(seen.text))
  for (const told of [words, 'shown@example.test']) assert.ok(!other.html.includes(told))
  for (const token of ['A'.repeat(22), 'x', encodeURIComponent('../account')])
    assert.match((await ground.browser().open(`/contact-support/${token}`)).text, /There is no such request/)
})

test('known and unknown addresses and numbers get the same page after the same work; the mail goes to the address on file', async () => {
  const person = await readyPerson(ground, 'same@example.test')
  const work = async (input: { email: string | null; number: string | null }) => {
    const { pool, statements } = recordedStatements(ground.database.pools.portal)
    const { perform } = performerFor({ ...ground.parts, pool }, visitor, { ...testRequest, network: `n${nextNetwork()}` })
    const done = await perform(askSupport, { topic: 'no-code', message: words, language: 'en', ...input })
    assert.ok(done.ok)
    return statements
  }
  const known = await work({ email: person.email, number: null })
  assert.deepEqual(await work({ email: 'nobody-asks@example.test', number: null }), known)
  assert.deepEqual(await work({ email: null, number: person.onlineAccountNumber }), known)
  assert.deepEqual(await work({ email: null, number: '123456789012' }), known)
  assert.equal((await ground.mails(person.email)).filter(({ kind }) => kind === 'accounts.support-received').length, 2)
  assert.equal((await ground.mails('nobody@account.invalid')).length, 0, 'a mail to nobody says nothing and is not sent')
  const texts = [await ask({ address: person.email }), await ask({ address: 'unknown-asks@example.test' })].map(({ text }) =>
    text.replace(numberOn(text), ''),
  )
  assert.equal(texts[0], texts[1])
})

test('what is wrong is named: no topic, no words, an address that is none; what was typed stays', async () => {
  const seen = await ask({ topic: '', message: '', address: 'not an address' })
  assert.equal(seen.status, 422)
  for (const named of [/Choose what it is about/, /Say what happened/, /an Online Account Number of 12 digits/]) assert.match(seen.text, named)
  assert.match(seen.html, /value="not an address"/)
})

test('three requests a day for an address, three for a number, ten an hour for a network', async () => {
  ground.services.clock.set('2027-03-01T00:00:00Z')
  const { onlineAccountNumber } = await readyPerson(ground, 'limits@example.test')
  for (const address of ['bombed-support@example.test', onlineAccountNumber]) {
    for (let time = 0; time < 3; time += 1) assert.equal((await ask({ address })).status, 200)
    assert.match((await ask({ address })).text, /Several requests were sent today/)
  }
  const browser = ground.browser('203.0.113.77')
  for (let time = 0; time < 10; time += 1) assert.equal((await ask({ address: `n${time}@example.test` }, browser)).status, 200)
  assert.match((await ask({ address: 'n11@example.test' }, browser)).text, /Several requests were sent today/)
})

test('a signed-in person finds their address filled in; words and address are sealed at rest', async () => {
  const { email } = await readyPerson(ground, 'inside@example.test')
  const browser = ground.browser('203.0.113.78')
  await signInBy(ground, browser, email)
  assert.match((await browser.open('/contact-support')).html, new RegExp(`value="${email}"`))
  await browser.press('Send request', { topic: 'wrong-data', message: words, address: email })
  const rows = await ownerOf(ground).selectFrom('accounts.support_request').selectAll().execute()
  const stored = JSON.stringify(rows.map((row) => ({ ...row, message_sealed: row.message_sealed.toString('latin1'), address_sealed: row.address_sealed?.toString('latin1') })))
  for (const secret of [words, email]) assert.ok(!stored.includes(secret))
})

test('a tracking number is read back however it is written, and a wrong character is caught', () => {
  const number = newTrackingNumber()
  assert.equal(parseTrackingNumber(` ${showTrackingNumber(number).toLowerCase()} `), number)
  const wrong = `${number[0] === 'A' ? 'B' : 'A'}${number.slice(1)}`
  assert.equal(parseTrackingNumber(wrong), null)
  assert.equal(parseTrackingNumber(number.slice(1)), null)
})

test('support sees an address masked: its first letter and where it is', () => {
  assert.equal(maskedEmail('maria@example.test'), 'm•••@example.test')
  assert.equal(maskedEmail('m@example.test'), 'm•••@example.test')
})
