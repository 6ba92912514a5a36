import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { RunningWorker } from '../../src/platform/jobs/run-worker.ts'
import { type Package, type PreparedGround, preparedGround } from '../cast/prepared-ground.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { waysGone } from './ways.ts'

let ground: PreparedGround
let worker: RunningWorker
before(async () => {
  ground = await preparedGround({ built: { assets: await settleAssets(), folder: assetsFolder } })
  Object.assign(ground.services, { pauseFor: undefined })
  worker = await ground.startWorker()
})
after(async () => {
  await closeBrowser()
  await worker.stop()
  await ground.end()
})

const at = (address: string) => `${ground.services.publicUrl}${address}`

/** Somebody who is signed in at a browser of their own. */
async function signedIn(actor: Actor, options: PersonOptions): Promise<Person> {
  const one = await person(options)
  await one.page.context().addCookies([{ name: 'portolan_portal', value: ground.enter(actor), url: ground.services.publicUrl }])
  return one
}

/** Reloads, as the page does by itself, until it says so. */
async function until(one: Person, words: RegExp) {
  for (let look = 0; look < 60 && !words.test(await one.text()); look += 1) {
    await new Promise((done) => setTimeout(done, 250))
    await one.reload()
  }
  assert.match(await one.text(), words)
}

async function takesUp(client: Person, laid: Package) {
  await client.goTo(at('/representative-passcode'))
  assert.equal(await client.heading(), 'Enter a representative passcode')
  assert.equal(await client.press('Continue'), 422)
  await client.type('Representative passcode', '0000-0000-0000-0')
  assert.equal(await client.press('Continue'), 422)
  assert.match(await client.text(), /This passcode opens nothing/)
  await client.type('Representative passcode', laid.passcode.toLowerCase().replaceAll('-', ' '))
  await client.press('Continue')
  assert.equal(await client.heading(), 'Who prepared this for you')
  assert.match(await client.text(), /Only you sign with your name/)
  await client.press('Accept')
  await until(client, /Read and sign Form G-28/)
}

async function readsAndSigns(client: Person, laid: Package) {
  await client.follow('Read Form G-28')
  assert.match(await client.text(), /I asked the representative named here to represent me/)
  await client.type('Full legal name', 'Somebody Else')
  assert.equal(await client.press('Accept and sign'), 422)
  await client.type('Full legal name', laid.name)
  await client.press('Accept and sign')
  await until(client, /It is as it will be filed/)
  await client.goTo(at(`/prepared/${laid.preparation}/form`))
  assert.equal(await client.heading(), 'The form, as it will be filed')
  assert.match(await client.text(), new RegExp(`${laid.document}-one.pdf`))
  await client.follow('Accept and sign')
  await client.type('Full legal name', laid.name)
  await client.press('Accept and sign')
  assert.match(await client.text(), /Ready to submit/)
}

async function paysAtCashier(one: Person) {
  await one.type('Card number', '4242 4242 4242 4242')
  await one.type('Expiry date', '04/40')
  await one.type('Security code', '123')
  await one.type('Name on card', 'Ana Reyes')
  await one.press('Pay')
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

describe('what a representative prepared', () => {
  for (const [way, options] of ways) {
    it(`is taken up, read and signed by the client, paid and submitted by the representative, and both see the case, ${way}`, async () => {
      const [attorney, applicant] = [await ground.representative(), await ground.person()]
      const laid = await ground.prepare(attorney)
      const client = await signedIn(applicant, options)
      await takesUp(client, laid)
      await readsAndSigns(client, laid)
      const representative = await signedIn(attorney, options)
      await representative.goTo(at(`/preparations/${laid.preparation}/submit`))
      await representative.press('Pay and submit')
      assert.ok(representative.page.url().startsWith(ground.cashier.url), representative.page.url())
      await paysAtCashier(representative)
      await until(representative, /It was filed/)
      await representative.follow('To the case')
      assert.match(representative.at(), /^\/cases\/IOE\d{10}$/)
      await client.goTo(at(`/prepared/${laid.preparation}`))
      assert.match(await client.text(), /You and your representative both see the case now/)
      await client.follow('To the case')
      assert.equal(client.at(), representative.at())
      await until(client, /Notice of appearance/)
      await client.end()
      await representative.end()
    })

    it(`is sent back with what to change, and declined with a reason, ${way}`, async () => {
      const applicant = await ground.person()
      const laid = await ground.prepare(await ground.representative())
      const client = await signedIn(applicant, options)
      await takesUp(client, laid)
      await client.follow('Ask for changes')
      assert.equal(await client.press('Ask for changes'), 422)
      await client.type('What has to change?', 'My street is 12 Elm Road')
      await client.press('Ask for changes')
      assert.match(await client.text(), /You asked for changes[\s\S]*is void and will not be filed/)
      const other = await ground.prepare(await ground.representative())
      await takesUp(client, other)
      await client.goTo(at(`/prepared/${other.preparation}/appearance`))
      await client.follow('Decline')
      await client.type('Why do you decline?', 'I go on alone')
      assert.equal(await client.press('Decline'), 422)
      await client.choose('I keep it and go on without this representative')
      await client.press('Decline')
      assert.match(client.at(), /^\/drafts\/[^/]+$/)
      await client.end()
    })
  }
})
