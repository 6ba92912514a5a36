import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { newId } from '../../platform/ids.ts'

let office: OfficeGround
let receiptNumber = ''
before(async () => {
  office = await officeGround()
  for (const number of [1, 2]) await office.enrol('officer', number)
  await office.enrol('intake')
})
after(() => office.end())
beforeEach(async () => {
  office.services.clock.advance({ minutes: 2 })
  receiptNumber = (await office.openCase()).receiptNumber
})

async function opened(number = 1) {
  const browser = await office.signedIn('officer', number)
  await browser.open(`/cases/${receiptNumber}`)
  await browser.press('Open file', { reason: 'work-on-case' })
  return browser
}

async function wrote(text: string, values: Record<string, string> = {}, number = 1) {
  const browser = await opened(number)
  await browser.open(`/cases/${receiptNumber}/notes`)
  await browser.press('Keep note', { text, ...values })
  return browser
}

/** Sends what no button of theirs offers, as a page of theirs would. */
async function sends(browser: Awaited<ReturnType<typeof opened>>, address: string, values: Record<string, string>) {
  await browser.open('/queues')
  const { hidden } = browser.formOf('Sign Out')
  return browser.ask('POST', address, { ...hidden, ...values })
}

const rows = () => office.database.pools.owner?.selectFrom('officer.case_note').innerJoin('cases.case', 'cases.case.id', 'officer.case_note.case').selectAll('officer.case_note').where('receipt_number', '=', receiptNumber).orderBy('at').execute()

describe('a note for colleagues', () => {
  it('is read in the opened file by every colleague, with who wrote it, and stands sealed', async () => {
    await wrote('Called the bank twice')
    const colleague = await opened(2)
    assert.match(colleague.seen.text, /Called the bank twice officer@example.test ,/)
    assert.doesNotMatch(JSON.stringify(await rows()), /bank/)
  })

  it('is corrected by its author alone, once, and what it said stays on file', async () => {
    const browser = await wrote('The fee is missing')
    const [first] = (await rows()) ?? []
    office.services.clock.advance({ minutes: 1 })
    await browser.open(`/cases/${receiptNumber}/notes?corrects=${first?.id}`)
    await browser.press('Keep note', { text: 'The fee is there' })
    assert.match(browser.seen.text, /The fee is there you , .* in place of an earlier note/)
    assert.match(browser.seen.text, /Corrected by its author Show what it said The fee is missing/)
    const colleague = await opened(2)
    const sent = { text: 'Mine now', follows: String(first?.id), idempotencyKey: newId() }
    await sends(colleague, `/cases/${receiptNumber}/notes`, sent)
    await sends(browser, `/cases/${receiptNumber}/notes`, { ...sent, text: 'Again' })
    assert.equal((await rows())?.length, 2)
  })

  it('is struck by its author alone, and stays readable', async () => {
    const browser = await wrote('Wrong case')
    const [first] = (await rows()) ?? []
    const colleague = await opened(2)
    assert.doesNotMatch(colleague.seen.text, /Strike/)
    await sends(colleague, `/cases/${receiptNumber}/notes/${first?.id}/strike`, {})
    assert.equal((await rows())?.[0]?.struck_at, null)
    await browser.press('Strike')
    assert.match(browser.seen.text, /Struck by its author Show what it said Wrong case/)
    const strike = office.database.pools.owner?.updateTable('officer.case_note').set({ struck_at: null }).where('id', '=', String(first?.id)).execute()
    await assert.rejects(Promise.resolve(strike), /its author strikes a note/)
  })

  it('is pinned above the others by anybody, and unpinned', async () => {
    await wrote('Older, and first to be read')
    office.services.clock.advance({ minutes: 1 })
    const browser = await wrote('Newer')
    const [first] = (await rows()) ?? []
    const colleague = await opened(2)
    assert.ok(colleague.seen.text.indexOf('Newer') < colleague.seen.text.indexOf('Older, and first'))
    await sends(colleague, `/cases/${receiptNumber}/notes/${first?.id}/pin`, { pinned: 'yes' })
    assert.equal((await rows())?.[0]?.pinned, true)
    await browser.open(`/cases/${receiptNumber}`)
    assert.ok(browser.seen.text.indexOf('Older, and first') < browser.seen.text.indexOf('Newer'))
    await browser.press('Unpin')
    assert.equal((await rows())?.[0]?.pinned, false)
  })

  it('is written once however often its press is sent, and not at all without words or an opened file', async () => {
    const key = newId()
    const browser = await wrote('Once', { idempotencyKey: key })
    await browser.open(`/cases/${receiptNumber}/notes`)
    await browser.press('Keep note', { text: 'Once', idempotencyKey: key })
    assert.equal((await rows())?.length, 1)
    await browser.open(`/cases/${receiptNumber}/notes`)
    await browser.press('Keep note', { text: ' ' })
    assert.equal(browser.seen.status, 422)
    assert.match(browser.seen.text, /Write the note first/)
    const colleague = await office.signedIn('officer', 2)
    assert.equal((await colleague.ask('GET', `/cases/${receiptNumber}/notes`)).location, `/cases/${receiptNumber}`)
    await sends(colleague, `/cases/${receiptNumber}/notes`, { text: 'Unopened' })
    const intake = await office.signedIn('intake')
    assert.equal((await intake.ask('POST', `/cases/${receiptNumber}/notes`, { text: 'Not theirs' })).location, '/')
    assert.equal((await rows())?.length, 1)
    assert.deepEqual(office.faults, [])
  })
})
