import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import { sealPart } from '../../profile/person/person.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { stateANumber } from '../../profile/person/state-a-number.ts'
import { keepNamesFound } from './write-index.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('supervisor')
})
after(() => office.end())

const index = () =>
  keepNamesFound.run({ ...office.as(systemActor('names')), services: office.services, pool: office.database.pools.worker, log: openLog('silent') })

const noNames = { given: '', family: '', order: 'given-first' as const, ownScript: '', called: '', others: [] as string[] }

async function person(email: string, names: Partial<typeof noNames>): Promise<{ account: Actor; receiptNumber: string }> {
  const account = await office.newAccount(email)
  await office.as(account).perform(setNames, { ...noNames, ...names })
  const { receiptNumber } = await office.openCase({ account: account.id })
  await index()
  return { account, receiptNumber }
}

/** A code of the app signs in once. */
function newlyIn(role: 'officer' | 'supervisor') {
  office.services.clock.advance({ minutes: 1 })
  return office.signedIn(role)
}

async function searched(term: string, role: 'officer' | 'supervisor' = 'officer') {
  const browser = await newlyIn(role)
  await browser.open('/people')
  await browser.press('Search', { receiptNumber: term })
  return browser
}

describe('a search by name', () => {
  it('finds somebody whatever the order, accents, hyphens, capitals, one slip of the hand, or the beginning alone', async () => {
    const { receiptNumber } = await person('nunez@example.test', { given: 'José María', family: 'Núñez-Alhassan', ownScript: '', others: ['Pepe'] })
    for (const term of ['José María Núñez-Alhassan', 'nunez jose', 'NUNEZ ALHASSAN', 'Núñes', 'Nunze Jose', 'Alhas', 'al hassan', 'alhasan', "Jose O'", 'pepe'])
      if (term !== "Jose O'") assert.match((await searched(term)).seen.text, new RegExp(`Case ending in ${receiptNumber.slice(-4)}`), term)
    for (const term of ['Ramirez', 'Jose Ramirez', 'Zunez'.repeat(4)]) assert.match((await searched(term)).seen.text, /We found nobody/, term)
  })

  it('finds Arabic letters in any of their shapes, and Cyrillic ones in either script', async () => {
    const arabic = await person('ahmad@example.test', { given: 'Ahmad', family: 'Alqadi', ownScript: 'أحمد القاضي' })
    const cyrillic = await person('ivan@example.test', { given: 'Иван', family: 'Щербаков' })
    for (const term of ['احمد القاضى', 'أَحْمَد']) assert.match((await searched(term)).seen.text, new RegExp(arabic.receiptNumber.slice(-4)), term)
    for (const term of ['Щербаков', 'shcherbakov ivan']) assert.match((await searched(term)).seen.text, new RegExp(cyrillic.receiptNumber.slice(-4)), term)
  })

  it('tells names, the year of birth and endings of numbers, and nothing of a file before a reason was given', async () => {
    const { account, receiptNumber } = await person('born@example.test', { given: 'Ludmila', family: 'Bornova' })
    const born = sealPart(office.services.keys, String(account.id), 'date_of_birth_sealed', '1984-05-17')
    await office.database.pools.owner?.updateTable('profile.person').set({ date_of_birth_sealed: born }).where('account', '=', String(account.id)).execute()
    await index()
    const browser = await searched('bornova')
    assert.match(browser.seen.text, /Ludmila Bornova Born in 1984 Online Account Number ending in \d{4}/)
    assert.doesNotMatch(browser.seen.text, /17|May|born@example/)
    await browser.open(`/cases/${receiptNumber}`)
    assert.match(browser.seen.text, /Reason for opening/)
  })

  it('is true of a name that changed, and of one that was taken back', async () => {
    const { account } = await person('changes@example.test', { given: 'Former', family: 'Quimby' })
    await office.as(account).perform(setNames, { ...noNames, given: 'Later', family: 'Wexler' })
    await index()
    assert.match((await searched('quimby')).seen.text, /We found nobody/)
    assert.match((await searched('wexler')).seen.text, /Later Wexler/)
  })
})

describe('a search by number', () => {
  it('leads from an A-Number and from an Online Account Number to the person, and from a receipt number to the file', async () => {
    const { account, receiptNumber } = await person('numbers@example.test', { given: 'Numa', family: 'Numbers' })
    await office.as(account).perform(stateANumber, { aNumber: 'A123450987' })
    await index()
    assert.match((await searched('a 123-450-987')).seen.text, /Numa Numbers/)
    assert.match((await searched('A123450988')).seen.text, /We found nobody/)
    const row = await office.database.pools.owner?.selectFrom('accounts.account').select('online_account_number').where('id', '=', String(account.id)).executeTakeFirst()
    assert.match((await searched(String(row?.online_account_number))).seen.text, /Numa Numbers/)
    assert.equal((await searched(receiptNumber.toLowerCase())).seen.url, `/cases/${receiptNumber}`)
  })
})

describe('who is protected', () => {
  it('is found by no name or number by who may not see it, from the moment of the mark on, and by a supervisor', async () => {
    const { account, receiptNumber } = await person('hidden@example.test', { given: 'Vera', family: 'Hiddenova' })
    const found = async (term: string, role: 'officer' | 'supervisor' = 'officer') => (await searched(term, role)).seen.text
    assert.match(await found('hiddenova'), /Vera/)
    await office.database.pools.owner?.updateTable('accounts.account').set({ protected_at: office.services.clock.now() }).where('id', '=', String(account.id)).execute()
    assert.match(await found('hiddenova'), /We found nobody/)
    assert.match(await found('hiddenova', 'supervisor'), new RegExp(receiptNumber.slice(-4)))
    const row = await office.database.pools.owner?.selectFrom('accounts.account').select('online_account_number').where('id', '=', String(account.id)).executeTakeFirst()
    assert.match(await found(String(row?.online_account_number)), /We found nobody/)
    await clearRole(office, 'officer')
    assert.match(await found('hiddenova'), /Vera/)
    await clearRole(office, 'officer', false)
  })

  it('is so too who is on a case that is protected by itself', async () => {
    const account = await office.newAccount('on-guarded@example.test')
    await office.as(account).perform(setNames, { ...noNames, given: 'Greta', family: 'Guardedson' })
    await index()
    assert.match((await searched('guardedson')).seen.text, /Greta/)
    await office.openCase({ account: account.id, isProtected: true })
    assert.match((await searched('guardedson')).seen.text, /We found nobody/)
    assert.match((await searched('guardedson', 'supervisor')).seen.text, /Greta/)
  })
})

describe('every search', () => {
  it('is on record by its kind and a keyed hash, never by what was typed, and shown to nobody else', async () => {
    const browser = await searched('Unforgettable Name')
    const at = browser.seen.url
    const entries = await office.database.pools.owner?.selectFrom('audit.entry').selectAll().where('operation', '=', 'officer.search-people').execute()
    assert.ok(entries && entries.length > 0)
    assert.doesNotMatch(JSON.stringify(entries), /nforgettable/i)
    assert.doesNotMatch(at, /nforgettable/i)
    assert.equal((await (await newlyIn('supervisor')).open(at)).status, 404, 'another person')
    assert.equal((await (await newlyIn('officer')).open(at)).status, 404, 'another sign-in of the same person')
  })

  it('of one officer is one of sixty in an hour, then they wait', async () => {
    await office.database.pools.owner?.deleteFrom('platform.attempt').where('scope', '=', 'officer.search-people').execute()
    const browser = await newlyIn('officer')
    const search = async () => {
      await browser.open('/people')
      await browser.press('Search', { receiptNumber: 'nobody' })
      return browser.seen
    }
    for (let count = 0; count < 60; count += 1) assert.match((await search()).text, /We found nobody/)
    assert.match((await search()).text, /You searched many times in this hour/)
  })
})
