import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { accountActor } from '../../../test/cast/cases-ground.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { caseFor, publicStatus } from '../../cases/index.ts'
import { visitor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { performerFor } from '../../platform/operation.ts'
import { officeVisits } from '../sessions/visit.ts'
import { changeCaseStatus } from './change-case-status.ts'
import { openNote } from './opening-reasons.ts'

const email = 'maria@example.test'
const reason = 'Biometrics came in from the support center.'

let office: OfficeGround
let maria = accountActor()
let receiptNumber = ''
let caseId = ''
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('supervisor')
  maria = await office.newAccount(email)
})
after(() => office.end())
beforeEach(async () => {
  office.services.clock.advance({ minutes: 2 })
  const opened = await office.openCase({ account: maria.id })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

const openedCase = async (role: 'officer' | 'supervisor' = 'officer') => {
  const browser = await office.signedIn(role)
  await browser.open(`/cases/${receiptNumber}`)
  await browser.press('Open file', { reason: 'work-on-case', note: 'Today’s queue' })
  return browser
}

const openings = () =>
  office.database.pools.owner?.selectFrom('officer.file_opening').selectAll().where('case', '=', caseId).execute()

describe('the file of a case', () => {
  it('is shown only after a reason, and until then nothing of it is', async () => {
    const browser = await office.signedIn('officer')
    await browser.open(`/cases/${receiptNumber}`)
    assert.match(browser.seen.text, /Reason for opening/)
    assert.doesNotMatch(browser.seen.text, /Case Was Received|I-90|Online Account Number|New status/)
    await browser.press('Open file', { note: 'no reason chosen' })
    assert.equal(browser.seen.status, 422)
    assert.match(browser.seen.text, /Choose why you open this file/)
    await browser.press('Open file', { reason: 'other' })
    assert.match(browser.seen.text, /Say what the other reason is/)
    assert.doesNotMatch(browser.seen.text, /Case Was Received/)
    assert.deepEqual(await openings(), [])
  })

  it('records who opened it, in which role and why, with the officer’s own words sealed', async () => {
    const browser = await openedCase()
    assert.match(browser.seen.text, /Case Was Received/)
    assert.match(browser.seen.text, /officer@example\.test \(officer\).*I work on this case.*Today’s queue/)
    const [row, ...more] = (await openings()) ?? []
    assert.equal(more.length, 0)
    assert.deepEqual([row?.role, row?.reason], ['officer', 'work-on-case'])
    assert.ok(row?.note_sealed)
    assert.doesNotMatch(row.note_sealed.toString('latin1'), /queue/)
    assert.equal(openNote(office.services.keys, caseId, row.id, row.note_sealed), 'Today’s queue')
  })

  it('asks again in the next sign-in, and asks each officer', async () => {
    const browser = await openedCase()
    await browser.press('Sign Out')
    office.services.clock.advance({ minutes: 1 })
    const next = await office.signedIn('officer')
    assert.match((await next.open(`/cases/${receiptNumber}`)).text, /Reason for opening/)
    const colleague = await office.signedIn('supervisor')
    assert.match((await colleague.open(`/cases/${receiptNumber}`)).text, /Reason for opening/)
  })

  it('is found by its number however it is typed; other numbers are told apart', async () => {
    const browser = await office.signedIn('officer')
    await browser.open('/cases')
    await browser.press('Find case', {
      receiptNumber: ` ${receiptNumber.slice(0, 3).toLowerCase()}-${receiptNumber.slice(3)} `,
    })
    assert.equal(browser.seen.url, `/cases/${receiptNumber}`)
    for (const [typed, words] of [
      ['', 'Enter a number or a name'],
      ['IOE', 'three letters and ten digits'],
      ['IOE0000000000', 'There is no case with this number'],
      ["IOE'; drop table--", 'three letters and ten digits'],
    ] as const) {
      await browser.open('/cases')
      await browser.press('Find case', { receiptNumber: typed })
      assert.equal(browser.seen.status, 422, typed)
      assert.ok(browser.seen.text.includes(words), typed)
    }
    assert.equal((await browser.open('/cases/IOE0000000000')).status, 404)
  })
})

describe('Change status', () => {
  it('moves the case, with the reason; the person sees it and gets a mail that there is news, no more', async () => {
    const before = (await office.mailsTo(email)).length
    const browser = await openedCase()
    await browser.press('Change status', { status: 'actively-reviewed', reason })
    assert.match(browser.seen.text, /The status was changed/)
    assert.match(browser.seen.text, /by officer@example\.test.*Biometrics came in/)
    const own = await office.as(maria).read(caseFor, { receiptNumber })
    assert.equal(own?.status, 'actively-reviewed')
    assert.deepEqual(
      own?.course.map(({ status }) => status),
      ['received', 'actively-reviewed'],
    )
    assert.equal((await office.as(visitor).read(publicStatus, { receiptNumber }))?.status, 'actively-reviewed')
    const mails = (await office.mailsTo(email)).slice(before)
    assert.deepEqual(mails, [{ kind: 'cases.news', values: { ending: receiptNumber.slice(-4) } }])
  })

  it('needs a status and a reason, and keeps what was typed', async () => {
    const browser = await openedCase()
    await browser.press('Change status', { status: '', reason: 'Kept words' })
    assert.equal(browser.seen.status, 422)
    assert.match(browser.seen.text, /Choose the new status/)
    assert.match(browser.seen.html, /Kept words/)
    await browser.press('Change status', { status: 'correspondence-received', reason: '   ' })
    assert.match(browser.seen.text, /Say why the status changes/)
    await browser.press('Change status', { status: 'correspondence-received', reason: 'a\u202eb' })
    assert.match(browser.seen.text, /hidden characters/)
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'received')
  })

  it('offers only what the table allows, and refuses a second officer whom the case has moved away from', async () => {
    const [first, second] = [await openedCase('officer'), await openedCase('supervisor')]
    assert.doesNotMatch(first.seen.html, /value="card-mailed"/)
    await first.press('Change status', { status: 'closed', reason })
    await second.press('Change status', { status: 'actively-reviewed', reason })
    assert.equal(second.seen.status, 422)
    assert.match(second.seen.text, /has moved on.*Status Case Was Closed/)
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'closed')
  })

  it('neither offers nor takes what an act of its own says, whatever is sent: a request, an appointment and what became of it, a withdrawal', async () => {
    const browser = await openedCase()
    for (const status of ['evidence-requested', 'intent-to-deny', 'biometrics-scheduled', 'biometrics-taken', 'withdrawn']) {
      assert.doesNotMatch(browser.seen.html, new RegExp(`value="${status}"`))
      const sent = await browser.press('Change status', { status, reason })
      assert.equal(sent.status, 422, status)
      assert.match(sent.text, /not set by hand: a page of its own does it/)
    }
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'received')
  })

  it('goes through once when two officers press at the same moment', async () => {
    const [first, second] = [await openedCase('officer'), await openedCase('supervisor')]
    const pressed = await Promise.all([
      first.press('Change status', { status: 'closed-other-means', reason }),
      second.press('Change status', { status: 'closed', reason }),
    ])
    assert.deepEqual(pressed.map(({ status }) => status).toSorted(), [200, 422])
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.course.length, 2)
  })

  it('says that a denial takes two people and where, offers neither it nor an approval, and refuses both', async () => {
    const browser = await openedCase()
    assert.doesNotMatch(browser.seen.html, /<option value="(denied|approved|transferred|on-hold)"/)
    await browser.press('Change status', { status: 'approved', reason })
    assert.equal(browser.seen.status, 422)
    await browser.press('Change status', { status: 'denied', reason })
    assert.equal(browser.seen.status, 422)
    assert.match(browser.seen.text, /Two people decide this.*Decisions/)
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'received')
  })

  it('is refused to an officer who gave no reason for opening, by the operation itself', async () => {
    const browser = await office.signedIn('officer')
    const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? '')
    const performer = performerFor(office.parts, actor, { id: null, network: null })
    const refused = await performer.perform(changeCaseStatus, { receiptNumber, status: 'correspondence-received', reason })
    assert.deepEqual(refused, { ok: false, refusal: 'file-not-opened' })
  })

  it('cannot be sent from elsewhere, nor without the page’s own token', async () => {
    const browser = await openedCase()
    const elsewhere = await office.server.inject({
      method: 'POST',
      url: `/cases/${receiptNumber}`,
      headers: {
        cookie: `portolan_office=${browser.cookies.get('portolan_office')}`,
        origin: 'http://portal.test',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'status=correspondence-received&reason=x',
    })
    assert.equal(elsewhere.statusCode, 403)
    assert.equal((await browser.ask('POST', `/cases/${receiptNumber}`, { csrf: '', status: 'correspondence-received', reason: 'x' })).status, 403)
    assert.equal((await office.as(maria).read(caseFor, { receiptNumber }))?.status, 'received')
  })
})

describe('who opened a file', () => {
  it('can be neither changed nor removed by staff, nor written in another’s name', async () => {
    const browser = await openedCase()
    const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? '')
    const { office: pool } = office.database.pools
    await assert.rejects(
      asActor(pool, actor, {}, (tx) => tx.deleteFrom('officer.file_opening').execute()),
      /permission denied/,
    )
    await assert.rejects(
      asActor(pool, actor, {}, (tx) => tx.updateTable('officer.file_opening').set({ reason: 'x' }).execute()),
      /permission denied/,
    )
    const [row] = (await openings()) ?? []
    if (!row) throw new Error('there is an opening')
    const forged = { ...row, id: caseId, staff: await office.enrol('officer', 2) }
    await assert.rejects(
      asActor(pool, actor, {}, (tx) => tx.insertInto('officer.file_opening').values(forged).execute()),
      /row-level security/,
    )
  })
})
