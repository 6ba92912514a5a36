import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SubmitGround, freeScenario, submitGround } from '../../../test/cast/submit-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { newSecret } from '../../platform/ids.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { draftFor } from '../draft/drafts-of.ts'
import { startDraft } from '../draft/start-draft.ts'
import { addressOf } from './facts.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const names = { order: 'given-first', ownScript: '', called: '', others: [] } as const

/** The answers that a new draft of this person offers. */
async function offeredTo(person: Actor, fillIn: boolean) {
  const begun = await ground.as(person).perform(startDraft, { form: 'i-90', language: 'en', startKey: newSecret(128), fillIn })
  assert.ok(begun.ok)
  return (await ground.as(person).read(draftFor, { draft: begun.output.draft }))?.offered ?? {}
}

test('what the profile says is offered to who asks for it, and to nobody else', async () => {
  const person = await ground.person()
  await ground.as(person).perform(setNames, { ...names, given: 'Maria', family: 'Núñez' })
  const offered = await offeredTo(person, true)
  assert.deepEqual(offered.familyName, { answer: 'Núñez', from: 'profile' })
  assert.deepEqual(offered.givenName, { answer: 'Maria', from: 'profile' })
  assert.match(String(offered.onlineAccountNumber?.answer), /^\d{12}$/)
  assert.deepEqual(await offeredTo(person, false), {})
})

test('a name that the form’s question would not take is not offered', async () => {
  const person = await ground.person()
  await ground.as(person).perform(setNames, { ...names, given: 'M'.repeat(90), family: 'Núñez' })
  const offered = await offeredTo(person, true)
  assert.ok(offered.familyName && !offered.givenName)
})

test('what was sent in an earlier form is offered with its form and day; the profile, being newer, goes before it', async () => {
  const person = await ground.person()
  const draft = await ground.filledDraft(person, freeScenario)
  await ground.sign(person, draft, freeScenario)
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
  const offered = await offeredTo(person, true)
  assert.equal(offered.birthCity?.answer, 'Kumasi')
  assert.ok(offered.birthCity?.from === 'filing' && offered.birthCity.form === 'i-90')
  await ground.as(person).perform(setNames, { ...names, given: 'Kofi', family: 'Example' })
  assert.deepEqual((await offeredTo(person, true)).givenName, { answer: 'Kofi', from: 'profile' })
  assert.equal((await offeredTo(await ground.person(), true)).birthCity, undefined)
})

test('an address of the profile becomes one of a form, with its unit and its district', () => {
  const us = { country: 'US', street: '1 Example Street', unit: 'Apt 4B', city: 'Springfield', region: 'IL', postalCode: '62701' }
  assert.deepEqual(addressOf(us), {
    street: '1 Example Street', unitType: 'apt', unitNumber: '4B', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US',
  })
  const mx = { country: 'MX', street: 'Calle 1', district: 'Centro', city: 'Lima', region: 'Jalisco', postalCode: '06500' }
  assert.deepEqual(addressOf(mx), { street: 'Calle 1', district: 'Centro', city: 'Lima', province: 'Jalisco', postalCode: '06500', country: 'MX' })
})
