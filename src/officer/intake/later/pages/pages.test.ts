import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type LaterGround, laterGround } from '../../../../../test/cast/later-ground.ts'
import type { PortalBrowser } from '../../../../../test/cast/portal-browser.ts'
import { documentFor } from '../../../../cases/index.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../../../../platform/preview/sample-files.ts'
import { checkScanJob } from '../../../scans/check-scan.ts'

let ground: LaterGround
let intake: PortalBrowser
before(async () => {
  ground = await laterGround()
  await ground.enrol('intake')
  intake = await ground.signedIn('intake')
})
after(() => ground.end())
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))

const day = (on = ground.today()) => ({ 'received-month': String(on.month), 'received-day': String(on.day), 'received-year': String(on.year) })
const find = async (receiptNumber: string, kind = 'answer') => {
  await intake.open(officePaths.later())
  return intake.press('Find the case', { receiptNumber, kind })
}
async function takeIn(receiptNumber: string, kind: 'answer' | 'address' | 'other' | 'returned-mail', values: Record<string, string> = {}) {
  await find(receiptNumber, kind)
  return intake.press(kind === 'address' ? 'Change the address' : 'Take it in', { ...day(), ...values })
}
const address = { country: 'US', street: '9 New Road', city: 'Troy', region: 'NY', postalCode: '12180', use: 'physical' }
const documentsOf = (caseId: string) => ground.owner.selectFrom('cases.document').selectAll().where('case', '=', caseId).execute()
async function scanned(bytes = samplePdf()) {
  const seen = await intake.pressWithFile('Add the scan', { field: 'scan', fileName: 'paper.pdf', bytes })
  for (const { id } of await ground.owner.selectFrom('officer.scanned_paper').select('id').where('state', '=', 'received').execute()) await checkScanJob.run(ground.worker, { scan: id })
  return seen
}

describe('paper for a known case', () => {
  it('is matched by its receipt number in any shape, and shows of the case what says whether it is the right one, and no more', async () => {
    const { receiptNumber } = await ground.unclaimed()
    const { text, url } = await find(` ${receiptNumber.toLowerCase().slice(0, 6)} ${receiptNumber.slice(6)}`)
    assert.match(text, /Is this the right case\?.*Form I-90/)
    assert.match(text, /M••• L•••/)
    assert.doesNotMatch(text, /Maria|Lopez|Harbor|1985/)
    assert.equal(url, officePaths.laterPaper({ receiptNumber, kind: 'answer' }))
  })

  it('shows of a protected case what it shows of one filed online: no name, in the same words', async () => {
    const guarded = await ground.unclaimed()
    await ground.owner.updateTable('cases.case').set({ protected: true }).where('id', '=', guarded.caseId).execute()
    const online = await ground.openCase({ receivedOn: ground.today() })
    for (const { receiptNumber } of [guarded, online]) assert.match((await find(receiptNumber)).text, /Name Not shown here/)
  })

  it('for a number that nobody has says so, and names cases one digit away, but no protected one', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed({ receiptNumber: 'IOE7199999991' })
    const seen = await find('IOE7199999981')
    assert.match(seen.text, /No case has this receipt number.*One digit away/)
    assert.ok(seen.html.includes(officePaths.laterPaper({ receiptNumber, kind: 'answer' })))
    await ground.owner.updateTable('cases.case').set({ protected: true }).where('id', '=', caseId).execute()
    assert.doesNotMatch((await find('IOE7199999981')).text, /One digit away/)
  })

  it('a number of another kind is explained', async () => {
    assert.match((await find('123456789012')).text, /account number/i)
    assert.match((await find('A123456789')).text, /A-Number/)
    assert.equal(intake.seen.status, 422)
  })

  it('is not there for a kind or case that nobody knows', async () => {
    const { receiptNumber } = await ground.unclaimed()
    for (const path of [
      officePaths.laterPaper({ receiptNumber, kind: 'filing' }),
      officePaths.laterAddress({ receiptNumber: 'IOE0000000000' }),
      officePaths.laterReturned({ receiptNumber: 'nothing' }),
      officePaths.paperTaken({ receiptNumber, paper: 'x' }),
    ])
      assert.equal((await intake.open(path)).status, 404, path)
  })

  it('says what is wrong with an address as the portal does, and writes nothing', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    await takeIn(receiptNumber, 'address', { ...address, postalCode: '1', street: '\u202eevil' })
    assert.equal(intake.seen.status, 422)
    assert.match(intake.seen.text, /characters/)
    assert.deepEqual(await ground.papersOf(caseId), [])
  })

  it('of returned mail offers the printed letters, the newest first, and takes a letter of another case for none', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    const other = await ground.unclaimed()
    await ground.print()
    const [theirs] = await ground.lettersOf(other.caseId)
    await takeIn(receiptNumber, 'returned-mail', { letter: theirs?.id ?? '', reason: 'moved' })
    assert.match(intake.seen.text, /This letter is not here any more/)
    await takeIn(receiptNumber, 'returned-mail', { letter: 'none', reason: 'unknown' })
    assert.match(intake.seen.text, /Mail to this address waits/)
    assert.equal((await ground.holdsOf(caseId)).length, 1)
  })
})

describe('a scan of paper that came later', () => {
  it('is a document of the case, dated on the day the paper came, once it is checked; the same file twice is there once', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    const on = ground.today().subtract({ days: 5 })
    await takeIn(receiptNumber, 'answer', day(on))
    assert.match((await scanned()).text, /The scan is here/)
    assert.deepEqual((await documentsOf(caseId)).map(({ kind, received_on }) => [kind, String(received_on)]), [['scanned-answer', String(on)]])
    assert.match((await scanned()).text, /scanned for this case before/)
    assert.equal((await documentsOf(caseId)).length, 1)
  })

  it('that is no PDF, or is locked, is no document, and the page says why', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    await takeIn(receiptNumber, 'other')
    assert.match((await scanned(await samplePicture('png'))).text, /is no PDF inside/)
    await scanned(encryptedPdf(''))
    assert.match((await intake.open(intake.seen.url)).text, /it is locked/)
    assert.deepEqual(await documentsOf(caseId), [])
  })

  it('of an address is for the person and not for who represents them, nor for anybody of a protected case', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase({ receivedOn: ground.today() })
    const lawyer = await ground.newAccount('lawyer-scan@example.test')
    const at = ground.services.clock.now()
    await ground.owner.insertInto('cases.party').values({ case: caseId, account: String(lawyer.id), role: 'representative', from_at: at }).execute()
    await takeIn(receiptNumber, 'address', address)
    await scanned()
    const [paper] = await documentsOf(caseId)
    const seenBy = async (who: typeof account) => (await ground.as(who).read(documentFor, { receiptNumber, document: paper?.id ?? '' })) !== null
    assert.deepEqual([await seenBy(account), await seenBy(lawyer)], [true, false])
    await ground.owner.updateTable('cases.case').set({ protected: true }).where('id', '=', caseId).execute()
    assert.equal(await seenBy(account), false)
  })
})
