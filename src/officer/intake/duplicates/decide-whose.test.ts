import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../../test/cast/cases-ground.ts'
import { type DuplicatesGround, duplicatesGround, elsewhere } from '../../../../test/cast/duplicates-ground.ts'
import { lettersAbout } from '../../../../test/cast/paper-case.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { caseFor, claimCase } from '../../../cases/index.ts'
import { officePaths } from '../../../platform/paths.ts'
import { decideWhose } from './decide-whose.ts'
import { duplicateFile, duplicatesOnPage } from './read-duplicates.ts'
import { putDuplicateBack, takeUp } from './take-up.ts'

let ground: DuplicatesGround
let intake: PortalBrowser
let colleague: PortalBrowser
let supervisor: PortalBrowser
before(async () => {
  ground = await duplicatesGround()
  await ground.enrol('intake')
  await ground.enrol('intake', 2)
  await ground.enrol('supervisor')
})
after(() => ground.end())
beforeEach(async () => {
  ground.services.clock.advance({ minutes: 2 })
  intake = await ground.signedIn('intake')
  colleague = await ground.signedIn('intake', 2)
  supervisor = await ground.signedIn('supervisor')
})

const why = 'The same signature.'
const chosen = async (browser: PortalBrowser, receiptNumber: string, whose: string) => {
  await ground.takeUp(browser, receiptNumber)
  return browser.press('Decide', { whose, why })
}
const mark = (account: string, facts: { protected_at?: Temporal.Instant; closed_at?: Temporal.Instant }) =>
  ground.owner.updateTable('accounts.account').set(facts).where('id', '=', account).execute()

describe('an account that somebody signs in to', () => {
  it('gets a case when two people chose it, one after the other, and its person is told that there is news', async () => {
    const { receiptNumber, known } = await ground.doubtful()
    const maria = await ground.claim(known, 'two-people@example.test')
    assert.match((await ground.takeUp(intake, receiptNumber)).text, /A colleague has to choose the same account/)
    const asked = await intake.press('Decide', { whose: String(maria.id), why })
    assert.match(asked.text, /A colleague now has to choose the same account/)
    assert.deepEqual([await ground.partiesOf(receiptNumber), await ground.notices(receiptNumber)], [[], []])
    assert.equal(await ground.as(maria).read(caseFor, { receiptNumber }), null)
    const before = (await ground.mailsTo('two-people@example.test')).length
    await ground.takeUp(colleague, receiptNumber)
    assert.match(colleague.seen.text, /chose this account\. If you choose it too/)
    assert.match((await colleague.press('Decide', { whose: String(maria.id), why })).text, /It is decided/)
    assert.equal((await ground.as(maria).read(caseFor, { receiptNumber }))?.receiptNumber, receiptNumber)
    assert.deepEqual((await ground.mailsTo('two-people@example.test')).slice(before).map(({ kind }) => kind), ['cases.news'])
  })

  it('gets none from one officer who chooses twice: taking it up again takes the first choice back', async () => {
    const { receiptNumber, known } = await ground.doubtful()
    const maria = await ground.claim(known, 'one-twice@example.test')
    for (let press = 0; press < 2; press += 1) assert.match((await chosen(intake, receiptNumber, String(maria.id))).text, /A colleague now has to choose/)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [])
    const { case: id, asked_by: by } = await ground.question(receiptNumber)
    const itself = { decided_by: by, decided_at: ground.services.clock.now(), answer: 'theirs', account: String(maria.id) }
    await assert.rejects(ground.owner.updateTable('officer.possible_duplicate').set(itself).where('case', '=', id).execute(), /check constraint/)
  })

  it('is not where the second person sends it who finds that it is somebody new', async () => {
    const { receiptNumber, known } = await ground.doubtful()
    const maria = await ground.claim(known, 'other-answer@example.test')
    await chosen(intake, receiptNumber, String(maria.id))
    await chosen(colleague, receiptNumber, 'new')
    const [opened] = await ground.partiesOf(receiptNumber)
    assert.ok(opened && opened !== maria.id)
  })
})

describe('an account that changed since the form was taken up', () => {
  it('was claimed: the case joins whom it leads to now, and only after two people chose', async () => {
    const { receiptNumber, account, known } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    const maria = await ground.claim(known, 'claimed-since@example.test')
    assert.match((await intake.press('Decide', { whose: account, why })).text, /A colleague now has to choose/)
    await chosen(colleague, receiptNumber, String(maria.id))
    assert.deepEqual(await ground.partiesOf(receiptNumber), [maria.id])
  })

  it('was closed: nothing joins it, and the officer is told', async () => {
    const { receiptNumber, account, known } = await ground.doubtful()
    const maria = await ground.claim(known, 'closed-since@example.test')
    await ground.takeUp(intake, receiptNumber)
    await mark(String(maria.id), { closed_at: ground.services.clock.now() })
    const seen = await intake.press('Decide', { whose: account, why })
    assert.equal(seen.status, 422)
    assert.match(seen.text, /was closed meanwhile.*No open account is like this form any more/)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [])
  })

  it('has a second one beside it by now: it is shown before anybody decides, so that no third is opened', async () => {
    const { receiptNumber, person } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    const another = await ground.take({ person, address: { ...elsewhere, street: '77 Mill Lane' } })
    await chosen(colleague, another.receiptNumber, 'new')
    assert.match((await intake.press('Decide', { whose: 'new', why })).text, /another account turned out to be like this form/)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [])
    await intake.press('Decide later')
    assert.match((await ground.takeUp(intake, receiptNumber)).text, /77 Mill Lane.*Are two of these accounts of one person/)
  })
})

describe('a form that may be of a protected person', () => {
  it('is decided by a supervisor, who sees what agrees and nothing else; the case is protected and its notice waits', async () => {
    const { receiptNumber, account } = await ground.doubtful()
    await mark(account, { protected_at: ground.services.clock.now() })
    const refused = await ground.takeUp(intake, receiptNumber)
    assert.match(refused.text, /A supervisor decides this one/)
    assert.doesNotMatch(refused.text, /Hill Road|Harbor Street|protect/i)
    const seen = await ground.takeUp(supervisor, receiptNumber)
    assert.match(seen.text, /The law protects this person.*Not shown Same.*Address 9 Hill Road.*Not shown Different/)
    assert.doesNotMatch(seen.text, /Harbor Street/)
    await supervisor.press('Decide', { whose: account, why })
    const { id, protected: isProtected } = await ground.caseOf(receiptNumber)
    assert.deepEqual([await ground.partiesOf(receiptNumber), isProtected], [[account], true])
    const letters = await ground.owner.selectFrom('cases.letter').select(['kind', 'apart_as']).where('case', '=', id).execute()
    assert.deepEqual(letters, [{ kind: 'access-notice', apart_as: 'protected' }])
  })

  it('marked since intake took it up, is taken from their hands', async () => {
    const { receiptNumber, account } = await ground.doubtful()
    await ground.takeUp(intake, receiptNumber)
    await mark(account, { protected_at: ground.services.clock.now() })
    assert.match((await intake.press('Decide', { whose: account, why })).text, /A supervisor decides this one/)
    assert.doesNotMatch((await intake.open(officePaths.duplicate({ receiptNumber }))).text, /Hill Road|Harbor Street|protect/i)
    assert.deepEqual(await ground.partiesOf(receiptNumber), [])
  })
})

describe('the notice that a decision brings', () => {
  it('claims the case for its person as any other', async () => {
    const { receiptNumber, account } = await ground.doubtful()
    await chosen(intake, receiptNumber, account)
    const [letter] = await lettersAbout(ground, receiptNumber)
    const maria = await ground.newAccount('reads-notice@example.test')
    const claimed = await ground.as(maria).perform(claimCase, { receiptNumber, accessCode: letter?.accessCode ?? '', dateOfBirth: Temporal.PlainDate.from('1985-06-14') })
    assert.deepEqual([claimed.ok, (await ground.as({ ...maria, merged: [account] }).read(caseFor, { receiptNumber }))?.receiptNumber], [true, receiptNumber])
  })
})

it('whoever works no paper takes up, decides, puts back and sees none of it', async () => {
  const { receiptNumber } = await ground.doubtful()
  for (const role of ['officer', 'support', 'admin']) {
    const { perform, read } = ground.as(staffActor(role))
    const tried = [await perform(takeUp, { receiptNumber }), await perform(decideWhose, { receiptNumber, account: null, why }), await perform(putDuplicateBack, { receiptNumber })]
    for (const result of tried) assert.deepEqual(result, { ok: false, refusal: 'not-allowed' }, role)
    assert.deepEqual([await read(duplicatesOnPage, { after: null }), await read(duplicateFile, { receiptNumber })], [null, null], role)
  }
  const { perform } = ground.as(staffActor('intake'))
  assert.deepEqual(await perform(decideWhose, { receiptNumber, account: null, why }), { ok: false, refusal: 'not-yours' })
  assert.deepEqual(await perform(takeUp, { receiptNumber: 'IOE0000000000' }), { ok: false, refusal: 'no-question' })
})
