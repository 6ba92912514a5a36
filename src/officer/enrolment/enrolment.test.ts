import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../../../test/cast/office-ground.ts'
import { systemActor, visitor } from '../../platform/actor.ts'
import { totpCode } from '../../platform/crypto/totp.ts'
import { performerFor } from '../../platform/operation.ts'
import { addStaff, type StaffRole } from '../index.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
})
after(() => office.end())

const operator = () => performerFor(office.parts, systemActor('operator'), { id: null, network: null })

const linkFor = (role: StaffRole, number: number) => office.linkFor(role, number)

const keyOn = (text: string) => /Key: ((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
const passwords = { password: staffPassword, confirm: staffPassword }
const dead = /This link does not work any more/

describe('an enrolment link', () => {
  it('leads by password and app to a signed-in officer, once', async () => {
    const browser = office.browser()
    const link = await linkFor('officer', 1)
    await browser.open(link)
    assert.match(browser.seen.text, /officer@example\.test/)
    await browser.press('Submit', passwords)
    assert.match(browser.seen.html, /<svg class="drawing"[^>]*role="img"/)
    assert.doesNotMatch(browser.seen.html, /style=/)
    const secret = keyOn(browser.seen.text)
    await browser.press('Submit', { code: totpCode(secret, office.services.clock.now()) })
    assert.equal(browser.seen.url, '/queues?first=yes')
    assert.match((await office.browser().open(link)).text, dead)
  })

  it('changes nothing when it is opened: it is still there afterwards', async () => {
    const link = await linkFor('supervisor', 1)
    for (let i = 0; i < 3; i += 1) assert.match((await office.browser().open(link)).text, /Set up your sign-in/)
  })

  it('is dead after 72 hours', async () => {
    const link = await linkFor('officer', 2)
    office.services.clock.advance({ hours: 71, minutes: 59 })
    assert.match((await office.browser().open(link)).text, /Set up your sign-in/)
    office.services.clock.advance({ minutes: 2 })
    const browser = office.browser()
    assert.match((await browser.open(link)).text, dead)
  })

  it('is dead when a newer one was made, and when it was forged', async () => {
    const [older, newer] = [await linkFor('officer', 3), await linkFor('officer', 3)]
    assert.match((await office.browser().open(older)).text, dead)
    assert.match((await office.browser().open(newer)).text, /Set up your sign-in/)
    for (const forged of ['/enrol/AAAAAAAAAAAAAAAAAAAAAA', '/enrol/x', `/enrol/${'%27'.repeat(20)}`])
      assert.match((await office.browser().open(forged)).text, dead)
  })

  it('is not made for someone who has enrolled, nor by anyone but the operator', async () => {
    await office.enrol('intake')
    const again = await operator().perform(addStaff, { email: staffEmail('intake'), role: 'admin' })
    assert.deepEqual(again, { ok: false, refusal: 'already-enrolled' })
    const byVisitor = await performerFor(office.parts, visitor, { id: null, network: null }).perform(addStaff, {
      email: 'visitor@example.test',
      role: 'admin',
    })
    assert.deepEqual(byVisitor, { ok: false, refusal: 'not-allowed' })
  })

  it('takes a password by the rules only, and says every broken one', async () => {
    const browser = office.browser()
    await browser.open(await linkFor('officer', 4))
    await browser.press('Submit', { password: 'officer', confirm: 'other' })
    assert.equal(browser.seen.status, 422)
    for (const words of [
      'Make the password longer',
      'Add an uppercase letter',
      'Add a special character',
      'not the same',
    ])
      assert.ok(browser.seen.text.includes(words), words)
  })
})

describe('the authentication app', () => {
  it('is proven by its own code only, and its secret is told to no other browser', async () => {
    const link = await linkFor('officer', 5)
    const browser = office.browser()
    await browser.open(link)
    await browser.press('Submit', passwords)
    const secret = keyOn(browser.seen.text)
    assert.notEqual(secret, '')
    await browser.press('Submit', { code: '000000' })
    assert.equal(browser.seen.status, 422)
    assert.match(browser.seen.text, /This code is not right/)
    const other = await office.browser().open(`${link}/code`)
    assert.equal(keyOn(other.text), '')
    assert.match(other.text, /Set up your sign-in/)
  })

  it('begins anew where the password is set again, and the browser before is out', async () => {
    const link = await linkFor('officer', 6)
    const [first, second] = [office.browser(), office.browser()]
    await first.open(link)
    await first.press('Submit', passwords)
    const earlier = keyOn(first.seen.text)
    await second.open(link)
    await second.press('Submit', passwords)
    assert.notEqual(keyOn(second.seen.text), earlier)
    await first.press('Submit', { code: totpCode(earlier, office.services.clock.now()) })
    assert.match(first.seen.text, /Set up your sign-in/)
  })
})

describe('a password for a link that nobody has', () => {
  it('is turned away before it is hashed: whoever has no link cannot keep the hashing busy', async () => {
    const browser = office.browser()
    await browser.open(await linkFor('officer', 9))
    const { hidden } = browser.formOf('Submit')
    const { passwords: hashing } = office.services
    const hashed: string[] = []
    const hashPassword = (password: string) => {
      hashed.push(password)
      return hashing.hashPassword(password)
    }
    const counting = { ...hashing, hashPassword }
    Object.assign(office.services, { passwords: counting })
    try {
      for (const token of ['x', 'A'.repeat(22)]) {
        const answer = await browser.ask('POST', `/enrol/${token}`, { ...hidden, ...passwords })
        assert.equal(answer.status, 303)
      }
    } finally {
      Object.assign(office.services, { passwords: hashing })
    }
    assert.deepEqual(hashed, [])
  })
})
