import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type DuplicatesGround, duplicatesGround, elsewhere } from '../../../../test/cast/duplicates-ground.ts'
import { lettersAbout } from '../../../../test/cast/paper-case.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { officePaths } from '../../../platform/paths.ts'
import { duplicatesAPage } from './read-duplicates.ts'

let ground: DuplicatesGround
let intake: PortalBrowser
let colleague: PortalBrowser
before(async () => {
  ground = await duplicatesGround()
  await ground.enrol('intake')
  await ground.enrol('intake', 2)
})
after(() => ground.end())
beforeEach(async () => {
  ground.services.clock.advance({ minutes: 2 })
  intake = await ground.signedIn('intake')
  colleague = await ground.signedIn('intake', 2)
})

const at = (receiptNumber: string) => officePaths.duplicate({ receiptNumber })
const why = 'The same signature.'

describe('a form that may be of somebody who has an account', () => {
  it('waits in a list, the oldest first, page by page, with why, for how long and with whom', async () => {
    const waiting: string[] = []
    for (let form = 0; form <= duplicatesAPage; form += 1) {
      waiting.push((await ground.doubtful()).receiptNumber)
      ground.services.clock.advance({ minutes: 1 })
    }
    ground.services.clock.advance({ hours: 49 })
    intake = await ground.signedIn('intake')
    const listed = (html: string) => [...html.matchAll(/href="\/intake\/duplicates\/(\w{13})"/g)].map(([, number]) => number)
    const { html, text } = await intake.open(officePaths.duplicates())
    assert.match(text, new RegExp(`${waiting.length} forms wait`))
    assert.match(text, /Name and date of birth are those of an account with another address.*for 2 days.*Free/)
    const next = /href="(\/intake\/duplicates\?after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const rest = (await intake.open(next)).html
    assert.deepEqual([...listed(html), ...listed(rest)], waiting)
    assert.match((await intake.open(officePaths.intake())).text, /Say whose forms these are/)
  })

  it('shows nothing of its person or of the account before it is taken up, and then to that officer alone', async () => {
    const { receiptNumber, known } = await ground.doubtful()
    const hidden = /Lopez|Harbor Street|Hill Road|June 14|1985/
    assert.doesNotMatch((await intake.open(at(receiptNumber))).text, hidden)
    const seen = await intake.press('Take it up')
    assert.match(seen.text, /Hill Road/)
    assert.match(seen.text, /Name Lopezx*, Maria Lopezx*, Maria.*Same.*Address 9 Hill Road.*12 Harbor Street.*Different/)
    const other = await colleague.open(at(receiptNumber))
    assert.match(other.text, /is working on this one/)
    assert.doesNotMatch(other.text, hidden)
    const opened = await ground.owner.selectFrom('officer.file_opening').select(['case', 'role', 'reason']).execute()
    for (const number of [receiptNumber, known]) {
      const { id } = await ground.caseOf(number)
      assert.ok(opened.some((each) => each.case === id && each.reason === 'compare-forms' && each.role === 'intake'), number)
    }
  })

  it('joins the account that was chosen, with the notice it would have had, and the next form of that person joins without an officer', async () => {
    const { receiptNumber, account, person } = await ground.doubtful()
    assert.deepEqual([await ground.partiesOf(receiptNumber), await ground.notices(receiptNumber)], [[], []])
    await ground.takeUp(intake, receiptNumber)
    const seen = await intake.press('Decide', { whose: account, why })
    assert.match(seen.text, /It is decided/)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [account])
    const [letter] = await lettersAbout(ground, receiptNumber)
    const { online_account_number: number } = await ground.owner.selectFrom('accounts.account').select('online_account_number').where('id', '=', account).executeTakeFirstOrThrow()
    assert.deepEqual([letter?.kind, letter?.onlineAccountNumber], ['access-notice', number])
    assert.match(letter?.accessCode ?? '', /^\w{4}-/)
    const later = await ground.take({ person, address: elsewhere })
    assert.equal(later.counts.taken, 1)
    assert.deepEqual(await ground.partiesOf(later.receiptNumber), [account])
    const entry = await ground.owner.selectFrom('audit.entry').selectAll().where('operation', '=', 'officer.decide-whose-case').orderBy('ordinal', 'desc').executeTakeFirstOrThrow()
    assert.deepEqual([entry.subject, entry.account, entry.outcome], [(await ground.caseOf(receiptNumber)).id, account, 'done'])
    const { reason_sealed: sealed } = await ground.owner.selectFrom('officer.duplicate_act').select('reason_sealed').where('kind', '=', 'decided').orderBy('ordinal', 'desc').executeTakeFirstOrThrow()
    assert.doesNotMatch(String(sealed?.toString('latin1')), /signature/)
  })

  it('of somebody new opens an account with its notices, of the representative too, and their next form joins it', async () => {
    const representative = { name: 'Ana Reyes', address: elsewhere, accountNumber: null }
    const { receiptNumber, account, person } = await ground.doubtful({ second: { representative } })
    await ground.takeUp(intake, receiptNumber)
    assert.match(intake.seen.text, /Ana Reyes/)
    await intake.press('Decide', { whose: 'new', why })
    const [opened = ''] = await ground.partiesOf(receiptNumber)
    assert.notEqual(opened, account)
    assert.deepEqual((await ground.notices(receiptNumber)).map(({ addressee, account: whose }) => [addressee, whose]).toSorted(), [['applicant', opened], ['representative', null]])
    const later = await ground.take({ person, address: elsewhere })
    assert.deepEqual(await ground.partiesOf(later.receiptNumber), [opened])
  })

  it('needs an answer and a reason, and keeps what was typed', async () => {
    const { receiptNumber, account } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    assert.match((await intake.press('Decide', { whose: '', why: 'Kept words' })).text, /Choose whose form it is/)
    assert.match(intake.seen.html, /Kept words/)
    assert.equal((await intake.press('Decide', { whose: account, why: ' ' })).status, 422)
    assert.equal((await intake.press('Decide', { whose: 'x', why })).status, 422)
    assert.equal((await intake.press('Decide', { whose: (await ground.caseOf(receiptNumber)).id, why })).status, 422)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [])
  })
})

describe('a form that was taken up', () => {
  it('is anybody’s again once it is put back, or after eight hours', async () => {
    const { receiptNumber, account } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    await intake.press('Decide later')
    assert.doesNotMatch(intake.seen.text, /Hill Road/)
    await ground.takeUp(colleague, receiptNumber)
    ground.services.clock.advance({ hours: 8, minutes: 1 })
    const fresh = await ground.signedIn('intake')
    assert.match((await ground.takeUp(fresh, receiptNumber)).text, /Hill Road/)
    const late = await ground.signedIn('intake', 2)
    assert.doesNotMatch((await late.open(at(receiptNumber))).text, /Hill Road/)
    await fresh.press('Decide', { whose: account, why })
    assert.deepEqual(await ground.partiesOf(receiptNumber), [account])
  })

  it('pressed by two at the same moment is one officer’s, and the other is told', async () => {
    const { receiptNumber } = await ground.doubtful()
    for (const browser of [intake, colleague]) await browser.open(at(receiptNumber))
    const pressed = await Promise.all([intake.press('Take it up'), colleague.press('Take it up')])
    assert.equal(pressed.filter(({ text }) => /Hill Road/.test(text)).length, 1)
    assert.equal(pressed.filter(({ text }) => /A colleague took this one up before you/.test(text)).length, 1)
  })

  it('decided twice at the same moment is decided once: one account, one notice', async () => {
    const { receiptNumber } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    const pressed = await Promise.all([1, 2, 3].map(() => intake.press('Decide', { whose: 'new', why })))
    assert.equal(pressed.filter(({ text }) => /It is decided/.test(text)).length, 1)
    assert.equal(pressed.filter(({ text }) => /decided this one meanwhile/.test(text)).length, 2)
    assert.deepEqual([(await ground.partiesOf(receiptNumber)).length, (await ground.notices(receiptNumber)).length], [1, 1])
  })
})
