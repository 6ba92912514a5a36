import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { inOtherLanguages } from './desk-steps.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

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

const at = (address: string) => `${running.portalUrl}${address}`

const ways = waysGone<[string, string, PersonOptions]>([
  ['without scripts, 320 px wide', 'rep@example.test', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'firm-rep@example.test', { javaScript: true, keyboardOnly: true }],
], 0)

async function addPerson(who: Person) {
  await who.follow('Add client')
  await inOtherLanguages(who, at('/clients/add'))
  assert.equal(await who.press('Add client'), 422)
  await who.type('Family name', 'Ōtani')
  await who.type('Given name', 'Yūko')
  await who.type('Client’s email address', 'no address')
  assert.equal(await who.press('Add client'), 422)
  await who.type('Client’s email address', '')
  assert.equal(await who.press('Add client'), 200)
  assert.match(await who.text(), /The client is added[\s\S]*You are on no case of this client[\s\S]*no account/)
  assert.equal(await who.heading(), 'Yūko Ōtani')
}

async function addAnotherOfTheName(who: Person) {
  await who.goTo(at('/clients/add'))
  await who.type('Family name', 'otani')
  await who.type('Given name', 'Yuko')
  await who.type('Client’s phone number', '202 555 0147')
  assert.equal(await who.press('Add client'), 422)
  assert.match(await who.text(), /You have a client of this name/)
  await who.choose('Yes, this is another client of the same name')
  assert.equal(await who.press('Add client'), 200)
}

async function addCompany(who: Person) {
  await who.goTo(at('/clients/add'))
  await who.follow('The client is a company')
  assert.equal(await who.press('Add client'), 422)
  await who.type('Name of the company', 'Zephyr & Daughters 4')
  await who.type('Who signs for the company', 'Ada Zephyr')
  assert.equal(await who.press('Add client'), 200)
  await who.follow('Change Postal address')
  await who.type('Street and number', '9 Hill Road')
  assert.equal(await who.press('Save'), 422)
  await who.type('City or town', 'Utica')
  await who.select('State', 'New York')
  await who.type('ZIP Code', '13501')
  assert.equal(await who.press('Save'), 200)
  assert.match(await who.text(), /The changes are saved[\s\S]*9 Hill Road/)
}

async function note(who: Person) {
  assert.equal(await who.press('Keep note'), 422)
  await who.type('New note', 'Prefers to be called in the evening')
  assert.equal(await who.press('Keep note'), 200)
  assert.match(await who.text(), /The note is kept[\s\S]*Prefers to be called/)
  const remove = await who.page.getByRole('button', { name: /^Remove the note/ }).first().textContent()
  await who.press((remove ?? '').replace(/\s+/g, ' ').trim())
  assert.match(await who.text(), /The note is removed/)
  await who.press('Put it back')
  assert.match(await who.text(), /The note is back[\s\S]*Prefers to be called/)
}

async function find(who: Person) {
  await who.goTo(at('/clients'))
  await who.type('Find a client by name', 'daugters')
  assert.equal(await who.press('Search'), 200)
  assert.match(await who.text(), /1 client found for “daugters”[\s\S]*Zephyr & Daughters 4/)
  assert.doesNotMatch(who.at(), /daug/i)
  await who.type('Find a client by name', 'yuko')
  await who.press('Search')
  assert.match(await who.text(), /2 clients found/)
  await who.follow('Show all clients')
}

for (const [way, email, options] of ways)
  test(`a representative keeps their clients: adds, tells two of one name apart, finds, notes, archives and brings back, ${way}`, async () => {
    const who = await person(options)
    await signIn(who, journey, email)
    await who.follow('Go to my clients')
    assert.equal(await who.heading(), 'My clients')
    await inOtherLanguages(who, at('/clients'))
    await addPerson(who)
    await addAnotherOfTheName(who)
    await addCompany(who)
    await note(who)
    await find(who)
    assert.match(await who.text(), /otani, Yuko · \+12025550147[\s\S]*Ōtani, Yūko · Added/)
    await who.follow('Zephyr & Daughters 4')
    await who.press('Archive this client')
    assert.match(await who.text(), /The client is archived/)
    await who.goTo(at('/clients?show=archived'))
    await who.follow('Zephyr & Daughters 4')
    await who.press('Bring back')
    assert.match(await who.text(), /in your list again/)
    await inOtherLanguages(who, at(who.at().split('?')[0] ?? ''))
    await who.goTo(at('/clients'))
    await who.follow('All deadlines and appointments')
    assert.equal(await who.heading(), 'Deadlines and appointments of your clients')
    await inOtherLanguages(who, at('/clients/deadlines'))
    await who.goTo(at('/clients?show=asked'))
    await who.goTo(at('/account'))
    await who.end()
  })

test('to an applicant there are no clients', async () => {
  const who = await person({ javaScript: false })
  await signIn(who, journey, 'sam@example.test')
  for (const address of ['/clients', '/clients/add', '/clients/deadlines', '/clients/calendar.ics']) assert.equal(await who.goTo(at(address)), 404)
  await who.end()
})
