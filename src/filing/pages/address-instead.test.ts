import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SubmitGround, submitGround } from '../../../test/cast/submit-ground.ts'
import type { Opening } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const openCase = (person: Actor, opening: Partial<Opening> = {}) =>
  ground.openCase({ account: person.id, form: 'i-130', ...opening })

const seen = async (person: Actor | null, path = '/file/ar-11') => {
  const { status, html } = await ground.browser(person).get(path)
  assert.equal(status, 200)
  return html
}
const visitor = null
const toTheAccount = /href="\/account\/contact\/address\/physical"/

test('who has pending cases is told before they start that the account does it in one step, and how many get it', async () => {
  const person = await ground.person()
  await openCase(person)
  await openCase(person)
  const html = await seen(person)
  assert.match(html, /You can do this in one step/)
  assert.match(html, /You have 2 pending cases here/)
  assert.match(html, toTheAccount)
  assert.match(html, /Start form/)
})

test('who has no pending case, and a visitor, are told nothing of cases', async () => {
  for (const person of [await ground.person(), visitor]) assert.doesNotMatch(await seen(person), /one step<|pending cases? here\./)
})

test('whom the law protects is led to the way of their own, not to the account', async () => {
  const person = await ground.person()
  await openCase(person)
  await openCase(person, { isProtected: true })
  const html = await seen(person)
  assert.match(html, /Your cases have a way of their own/)
  assert.match(html, /href="\/contact-support"/)
  assert.doesNotMatch(html, toTheAccount)
})

test('a protected person without a protected case is led the same way', async () => {
  const person = await ground.person()
  const row = { protected_at: ground.services.clock.now() }
  await ground.database.pools.owner?.updateTable('accounts.account').set(row).where('id', '=', String(person.id)).execute()
  const html = await seen(person)
  assert.match(html, /Your cases have a way of their own/)
  assert.doesNotMatch(html, toTheAccount)
})

test('other forms say nothing of addresses, whoever looks', async () => {
  const person = await ground.person()
  await openCase(person)
  assert.doesNotMatch(await seen(person, '/file/i-90'), toTheAccount)
})

test('the check ends with a link to the account where a case is pending', async () => {
  const html = await seen(visitor, '/file/ar-11?who=not-a-citizen&moved=within-10-days&pendingCase=yes')
  assert.match(html, toTheAccount)
  assert.doesNotMatch(await seen(visitor, '/file/ar-11?who=not-a-citizen&moved=within-10-days&pendingCase=no'), toTheAccount)
})

test('a form without fees and documents says so on its page and in the catalogue', async () => {
  const html = await seen(visitor)
  assert.match(html, /There is no fee for this form/)
  assert.match(html, /This form asks for no documents/)
  assert.match(await seen(visitor, '/file'), /No fee/)
})

test('a fee with amounts of another kind on top is not called the most there is', async () => {
  const html = await seen(visitor, '/file')
  assert.match(html, /\$470\.00, less or more for some people/)
  assert.match(html, /\$520\.00, less or more for some people/)
})
