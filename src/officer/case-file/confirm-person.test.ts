import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { accountActor, staffActor } from '../../../test/cast/cases-ground.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { confirmPerson } from './confirm-person.ts'

let office: OfficeGround
let maria = accountActor()
let receiptNumber = ''
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  maria = await office.newAccount('maria@example.test')
  receiptNumber = (await office.openCase({ account: maria.id })).receiptNumber
})
after(() => office.end())

const known = () =>
  office.database.pools.owner?.selectFrom('profile.known').select(['fact', 'account']).where('account', '=', String(maria.id)).orderBy('fact').execute()

it('what the papers prove is entered from an open file, wrong kinds are recognised, and nothing is not enough', async () => {
  const browser = await office.signedIn('officer')
  assert.match((await browser.open(`/cases/${receiptNumber}/confirm-person`)).url, /\/cases\/[A-Z0-9]+$/)
  await browser.open(`/cases/${receiptNumber}`)
  await browser.press('Open file', { reason: 'work-on-case', note: '' })
  await browser.open(`/cases/${receiptNumber}/confirm-person`)
  const nothing = { person: String(maria.id), number: '', 'born-month': '', 'born-day': '', 'born-year': '' }
  assert.match((await browser.press('Confirm', nothing)).text, /that the papers prove/)
  assert.match((await browser.press('Confirm', { ...nothing, number: 'IOE9012345677' })).text, /That is a receipt number/)
  assert.match((await browser.press('Confirm', { ...nothing, person: String(accountActor().id), number: 'A012345678' })).text, /Choose a person of this case/)
  assert.deepEqual(await known(), [])
  const seen = await browser.press('Confirm', { ...nothing, number: 'a 012 345 678', 'born-month': '2', 'born-day': '29', 'born-year': '1988' })
  assert.match(seen.text, /What the papers prove is kept/)
  assert.deepEqual((await known())?.map(({ fact }) => fact), ['a-number', 'date-of-birth'])
})

it('is refused to who did not open the file, and to a representative’s account', async () => {
  const input = { receiptNumber, account: String(maria.id), aNumber: 'A012345678', dateOfBirth: null }
  assert.deepEqual(await office.as(staffActor('officer')).perform(confirmPerson, input), { ok: false, refusal: 'file-not-opened' })
  assert.deepEqual(await office.as(staffActor('intake')).perform(confirmPerson, input), { ok: false, refusal: 'not-allowed' })
  assert.deepEqual(await office.as(maria).perform(confirmPerson, input), { ok: false, refusal: 'not-allowed' })
})
