import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { caseFor } from '../../src/cases/index.ts'
import { totpCode } from '../../src/platform/crypto/totp.ts'
import { accountActor } from '../cast/cases-ground.ts'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../cast/office-ground.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'

let office: OfficeGround
let address = ''
let maria = accountActor()
before(async () => {
  office = await officeGround({ assets: await settleAssets(), assetsFolder })
  address = await office.listen()
  await office.enrol('officer')
  await office.enrol('support')
  maria = await office.newAccount('maria@example.test')
})
after(async () => {
  await closeBrowser()
  await office.end()
})
beforeEach(() => office.services.clock.advance({ minutes: 2 }))

async function signIn(one: Person, role: 'officer' | 'support') {
  await one.type('Email address', staffEmail(role))
  await one.type('Password', staffPassword)
  await one.press('Sign In')
  await one.type('Secure One-time Password', await office.codeOf(staffEmail(role)))
  await one.press('Submit')
}

/** From the office's front door to a changed status, by links and buttons alone. */
async function worksACase(options: PersonOptions) {
  const { receiptNumber } = await office.openCase({ account: maria.id })
  const one = await person(options)
  await one.goTo(address)
  await signIn(one, 'officer')
  assert.equal(await one.heading(), 'Queues')
  await one.press('Take the next case')
  assert.equal(await one.heading(), `Open the file ${receiptNumber}`)
  assert.doesNotMatch(await one.text(), /Case Was Received/)
  await one.press('Open file')
  assert.match(await one.text(), /Choose why you open this file/)
  await one.choose('I work on this case')
  await one.press('Open file')
  assert.equal(await one.heading(), `Case ${receiptNumber}`)
  await one.press('Change status')
  assert.match(await one.text(), /Choose the new status/)
  await one.select('New status', 'Request for Additional Evidence Was Sent')
  await one.type('Reason', 'The copy of the card cannot be read.')
  await one.press('Change status')
  assert.match(await one.text(), /The status was changed/)
  assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'evidence-requested')
  await one.follow('Queues')
  await one.follow('Find case')
  await one.type('Receipt number', receiptNumber.toLowerCase())
  await one.press('Find case')
  assert.equal(one.at(), `/cases/${receiptNumber}`)
  await one.press('Sign Out')
  assert.equal(one.at(), '/sign-in')
  await one.end()
  assert.deepEqual(office.faults, [])
}

describe('an officer works a case from the queue, without the address bar', () => {
  for (const javaScript of [true, false])
    it(javaScript ? 'with scripts' : 'without scripts', () => worksACase({ javaScript }))
  it('by keyboard alone', () => worksACase({ javaScript: true, keyboardOnly: true }))
  it('on a screen of 320 pixels', () => worksACase({ javaScript: false, width: 320 }))
})

describe('a new staff member', () => {
  for (const [number, options] of [
    [2, { javaScript: true }],
    [3, { javaScript: false, width: 320 }],
  ] as const)
    it(`sets up a sign-in from the link, ${options.javaScript ? 'with' : 'without'} scripts, and the link is dead`, async () => {
      const link = await office.linkFor('officer', number)
      const one = await person(options)
      await one.goTo(address + link)
      await one.type('Password', staffPassword)
      await one.type('Confirm password', 'Another!pass1')
      await one.press('Submit')
      assert.match(await one.text(), /not the same/)
      await one.type('Password', staffPassword)
      await one.type('Confirm password', staffPassword)
      await one.press('Submit')
      const [, key = ''] = /Key: ([A-Z2-7 ]+)/.exec((await one.text()).replace(/\s+/g, ' ')) ?? []
      await one.type('Secure One-time Password', totpCode(key.replaceAll(' ', '').slice(0, 32), office.services.clock.now()))
      await one.press('Submit')
      assert.equal(await one.heading(), 'Queues')
      await one.goTo(address + link)
      assert.equal(await one.heading(), 'This link does not work any more')
      await one.end()
    })

  it('of another role is told what is not there yet, wherever they go', async () => {
    const one = await person({ javaScript: false })
    await one.goTo(address)
    await signIn(one, 'support')
    assert.match(await one.text(), /There is nothing for this role yet/)
    await one.follow('Queues')
    assert.equal(one.at(), '/')
    await one.end()
  })
})
