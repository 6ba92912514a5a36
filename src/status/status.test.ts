import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { changeStatus } from '../cases/index.ts'
import { statusRoutes } from './index.ts'

const unknown = 'IOE0000000000'
const form = 'Form I-90, Application to Replace Permanent Resident Card'
const page = (typed: string) => `/case-status?receiptNumber=${encodeURIComponent(typed)}`
const data = (typed: string) => `/case-status.json?receiptNumber=${encodeURIComponent(typed)}`

describe('the public case status', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, statusRoutes())
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  it('asks for the receipt number by GET, so that the answer can be kept as an address', async () => {
    const { status, body, headers } = await portal.get('/case-status')
    assert.equal(status, 200)
    assert.match(body, /<form class="form" method="get" action="\/case-status">/)
    assert.match(body, /<label class="usa-label" for="receiptNumber">Receipt number<\/label>/)
    assert.match(body, /<button[^>]*>Check case status<\/button>/)
    // The first page of a visit notes that storage was mentioned; the form itself needs no cookie of anybody.
    assert.equal([headers['set-cookie']].flat().length, 1)
    assert.match(String(headers['set-cookie']), /^portolan_storage=essential;/)
    const again = await portal.get('/case-status', undefined, { cookie: 'portolan_storage=essential' })
    assert.equal(again.headers['set-cookie'], undefined)
  })

  it('shows status, plain words and course with days, and the same as JSON', async () => {
    const { receiptNumber } = await ground.openCase()
    await ground
      .as(staffActor('officer'))
      .perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: 'Done' })
    const { status, body } = await portal.get(page(receiptNumber))
    assert.equal(status, 200)
    assert.match(body, /<h2>Case Is Being Actively Reviewed<\/h2>/)
    assert.match(body, /As of November 23, 2026 an officer is reviewing your Form I-90/)
    assert.match(body, /Case Was Received/)
    const answer = await portal.get(data(receiptNumber))
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
    assert.deepEqual(answer.json(), {
      receiptNumber,
      form: 'i-90',
      formTitle: form,
      receivedOn: '2026-11-23',
      status: 'actively-reviewed',
      statusOn: '2026-11-23',
      title: 'Case Is Being Actively Reviewed',
      description: `As of November 23, 2026 an officer is reviewing your ${form}, receipt number ${receiptNumber}.`,
      next: 'We write to you when we have decided, or if we need something more.',
      group: 'Review',
      history: [
        { on: '2026-11-23', status: 'actively-reviewed', title: 'Case Is Being Actively Reviewed' },
        { on: '2026-11-23', status: 'received', title: 'Case Was Received' },
      ],
      language: 'en',
    })
  })

  it('forgives lower case, spaces, dashes and asterisks', async () => {
    const { receiptNumber } = await ground.openCase()
    const [letters, digits] = [receiptNumber.slice(0, 3), receiptNumber.slice(3)]
    for (const typed of [
      receiptNumber.toLowerCase(),
      `${letters} ${digits.slice(0, 4)} ${digits.slice(4)}`,
      `${letters}-${digits}`,
      `*${receiptNumber}*`,
    ]) {
      assert.match((await portal.get(page(typed))).body, /<h2>Case Was Received<\/h2>/, typed)
    }
  })

  it('answers unknown and protected with the same bytes but for the number typed, and the same statements', async () => {
    const { receiptNumber } = await ground.openCase({ isProtected: true })
    for (const address of [page, data]) {
      portal.statements()
      const forProtected = await portal.get(address(receiptNumber))
      const statements = portal.statements()
      const forUnknown = await portal.get(address(unknown))
      assert.equal(statements, 1)
      assert.equal(portal.statements(), statements)
      assert.equal(forProtected.status, forUnknown.status)
      assert.equal(forProtected.body.replaceAll(receiptNumber, unknown), forUnknown.body)
      const { date: _, ...headers } = forProtected.headers
      const { date: __, ...others } = forUnknown.headers
      assert.deepEqual(headers, others)
    }
    assert.equal((await portal.get(data(unknown))).status, 404)
    assert.match((await portal.get(page(unknown))).body, /We have nothing to show for this receipt number/)
  })

  it('recognises a number of another kind and says which it is, and asks the database nothing', async () => {
    portal.statements()
    const said: [string, RegExp][] = [
      ['4821 0937 5523', /That is an Online Account Number/],
      ['A012-345-678', /That is an A-Number/],
      ['XYZ1234567890', /no receipt number that starts with these three letters/],
      ['IOE123', /three letters and ten numbers/],
      ['', /Type the receipt number/],
    ]
    for (const [typed, words] of said) {
      const { status, body } = await portal.get(page(typed))
      assert.equal(status, 200)
      assert.match(body, words)
      assert.match(body, /<a href="#receiptNumber">/)
      assert.equal((await portal.get(data(typed))).status, 422)
    }
    assert.equal(portal.statements(), 0)
  })

  it('shows what was typed as text, whatever it is, and never fails', async () => {
    for (const typed of ['"><script>alert(1)</script>', "' or 1=1 --", '\u202egnp.exe', 'x'.repeat(5000)]) {
      const { status, body } = await portal.get(page(typed))
      assert.equal(status, 200)
      assert.doesNotMatch(body, /<script>alert/)
    }
    assert.equal((await portal.get(page('\u0000'))).status, 404, 'no address has a NUL')
  })

  it('tells nothing personal: not the account, the officer, the reason or the office', async () => {
    const { account, receiptNumber, caseId } = await ground.openCase()
    const officer = staffActor('officer')
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: 'Seen in person' })
    for (const address of [page, data]) {
      const { body } = await portal.get(address(receiptNumber))
      for (const secret of [
        account.id,
        caseId,
        officer.id,
        'Seen in person',
        'online-filing-center',
        'Online Filing Center',
      ]) {
        assert.ok(!body.includes(String(secret)), String(secret))
      }
    }
  })
})

describe('look-ups from one network', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, statusRoutes())
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })
  const from = (network: string) => ({ 'x-forwarded-for': network })

  it('are let through sixty times a minute, then asked politely to wait, on the page and as JSON', async () => {
    const statuses = []
    for (let i = 0; i < 60; i += 1)
      statuses.push((await portal.get(data(unknown), undefined, from('203.0.113.7'))).status)
    assert.deepEqual(new Set(statuses), new Set([404]))
    portal.statements()
    const waiting = await portal.get(page(unknown), undefined, from('203.0.113.7'))
    assert.equal(waiting.status, 429)
    assert.equal(waiting.headers['retry-after'], '60')
    assert.match(waiting.body, /Please wait a moment/)
    assert.equal((await portal.get(data(unknown), undefined, from('203.0.113.7'))).status, 429)
    assert.equal(portal.statements(), 0)
    assert.equal((await portal.get(page(unknown), undefined, from('203.0.113.8'))).status, 200)
    ground.services.clock.advance({ seconds: 59 })
    assert.equal((await portal.get(page(unknown), undefined, from('203.0.113.7'))).status, 429)
    ground.services.clock.advance({ seconds: 1 })
    assert.equal((await portal.get(page(unknown), undefined, from('203.0.113.7'))).status, 200)
  })

  it('count for the whole /64 of an IPv6 network', async () => {
    for (let i = 0; i < 60; i += 1) await portal.get(data(unknown), undefined, from(`2001:db8:1:2::${i + 1}`))
    assert.equal((await portal.get(data(unknown), undefined, from('2001:db8:1:2:ffff::1'))).status, 429)
    assert.equal((await portal.get(data(unknown), undefined, from('2001:db8:1:3::1'))).status, 404)
  })
})
