import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'

let office: OfficeGround
let colleague = ''
before(async () => {
  office = await officeGround()
  colleague = await office.enrol('officer')
  await office.enrol('supervisor')
})
after(() => office.end())
beforeEach(async () => {
  await office.database.pools.owner?.deleteFrom('officer.assignment').execute()
  office.services.clock.advance({ minutes: 2 })
})

const open = (id: string) =>
  office.database.pools.owner?.selectFrom('officer.assignment').selectAll().where('case', '=', id).where('until_at', 'is', null).execute()

async function idOf(receiptNumber: string): Promise<string> {
  const row = await office.database.pools.owner?.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  return String(row?.id)
}

const paperCase = async (isProtected = false) => {
  const { receiptNumber } = await office.openCase({ account: null, channel: 'paper', isProtected })
  return { receiptNumber, id: await idOf(receiptNumber) }
}

describe('a supervisor', () => {
  it('gives chosen cases to a colleague, sees how much each holds, and takes a case from them', async () => {
    const { receiptNumber, id } = await paperCase()
    const browser = await office.signedIn('supervisor')
    await browser.open('/queues/received')
    await browser.press('Give them', { cases: id, to: colleague })
    assert.match(browser.seen.text, /1 case was moved/)
    assert.match(browser.seen.url, /^\/queues\/received/)
    const officer = await office.signedIn('officer')
    assert.match(officer.seen.text, /given to you/)
    assert.match(officer.seen.html, new RegExp(`href="/cases/${receiptNumber}"`))
    await browser.open('/work')
    assert.match(browser.seen.text, /officer@example.test officer 1/)
    await browser.open(`/work/${colleague}`)
    await browser.press('Give them', { cases: id, to: '' })
    assert.match(browser.seen.text, /1 case was moved.*They hold no case/)
    assert.deepEqual(await open(id), [])
  })

  it('gives a case that an officer takes at the same moment to one of them', async () => {
    const { id } = await paperCase()
    const [browser, officer] = [await office.signedIn('supervisor'), await office.signedIn('officer')]
    await browser.open('/queues/received')
    await officer.open('/queues/received')
    await Promise.all([browser.press('Give them', { cases: id, to: colleague }), officer.press('Take the next case')])
    assert.equal((await open(id))?.length, 1)
    assert.deepEqual(office.faults, [])
  })

  it('gives a protected case to nobody who may not see it', async () => {
    const { id } = await paperCase(true)
    const browser = await office.signedIn('supervisor')
    const give = async () => {
      await browser.open('/queues/received')
      await browser.press('Give them', { cases: id, to: colleague })
    }
    await give()
    assert.match(browser.seen.text, /No case was moved.*1 case stayed where it was/)
    assert.deepEqual(await open(id), [])
    await clearRole(office, 'officer')
    await give()
    await clearRole(office, 'officer', false)
    assert.equal((await open(id))?.[0]?.staff, colleague)
  })

  it('is told when nothing was chosen, and comes back to nowhere but a list of ours', async () => {
    await paperCase()
    const browser = await office.signedIn('supervisor')
    await browser.open('/queues/received')
    await browser.press('Give them', { to: colleague })
    assert.match(browser.seen.text, /Choose the cases first/)
    for (const from of ['https://example.test/', '//example.test', '/cases/x', '/queues/../sign-out'])
      assert.match((await browser.ask('POST', `/work/assign?from=${encodeURIComponent(from)}`, {})).location ?? '', /^\/work\?/, from)
  })
})

describe('an officer', () => {
  it('gives work to nobody, whatever they send', async () => {
    const { id } = await paperCase()
    const officer = await office.signedIn('officer')
    await officer.open('/queues/received')
    assert.doesNotMatch(officer.seen.text, /Give them/)
    assert.equal((await officer.ask('POST', '/work/assign', { ...officer.formOf('Sign Out').hidden, cases: id, to: colleague })).location, '/')
    assert.deepEqual(await open(id), [])
  })
})
