import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { after, before, beforeEach, describe, it } from 'node:test'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import { homeAddress } from '../../../test/cast/paper-letters.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { type PrintingGround, printingGround } from '../../../test/cast/printing-ground.ts'
import { placeLettersJob } from '../../cases/paper-link/printing/place-letters.ts'
import { openLetter } from '../../cases/paper-link/printing/sealed-letter.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { officePaths } from '../../platform/paths.ts'

let ground: PrintingGround
const browsers = new Map<string, PortalBrowser>()
const as = (who: string): PortalBrowser => browsers.get(who) ?? assert.fail(who)
before(async () => {
  ground = await printingGround()
  const enrolled = [['officer', 1], ['supervisor', 1], ['supervisor', 2], ['intake', 1]] as const
  for (const [role, number] of enrolled) {
    await ground.enrol(role, number)
    ground.services.clock.advance({ minutes: 1 })
    browsers.set(`${role}${number}`, await ground.signedIn(role, number))
  }
})
after(() => ground.end())
beforeEach(async () => {
  await ground.clear()
  await clearRole(ground, 'officer', false)
})

const safe = { country: 'US', street: '9 Lantern Row', city: 'Peoria', region: 'IL', postalCode: '61602' }

async function openFile(who: string, receiptNumber: string) {
  const { text } = await as(who).open(officePaths.case({ receiptNumber }))
  if (/Reason for opening/.test(text)) await as(who).press('Open file', { reason: 'work-on-case', note: '' })
  return as(who).open(officePaths.protection({ receiptNumber }))
}
async function paperCase(person = {}) {
  const [opened] = await ground.open(person)
  assert.ok(opened)
  return opened
}
async function protectedCase(person = {}) {
  const opened = await paperCase(person)
  await openFile('supervisor1', opened.receiptNumber)
  await as('supervisor1').press('Protect', { whom: await applicantOf(opened.caseId), reason: 'They told us on the phone.' })
  return opened
}
const applicantOf = async (caseId: string) => (await ground.owner.selectFrom('cases.party').select('account').where('case', '=', caseId).executeTakeFirstOrThrow()).account
const isProtected = async (id: string) => (await ground.owner.selectFrom('cases.case').select('protected').where('id', '=', id).executeTakeFirstOrThrow()).protected
const entries = async (operation: string) =>
  (await ground.owner.selectFrom('audit.entry').select(['outcome', 'refusal']).where('operation', '=', operation).orderBy('ordinal').execute()).map(({ outcome, refusal }) => refusal ?? outcome)

describe('protecting', () => {
  it('counts at once by one officer who says why, and from then on that officer finds no such case', async () => {
    const { caseId, receiptNumber } = await paperCase()
    const before = (await openFile('officer1', receiptNumber)).text
    assert.match(before, /To lift it takes two people/)
    assert.equal((await as('officer1').press('Protect', { whom: 'case', reason: '' })).status, 422)
    const seen = await as('officer1').press('Protect', { whom: 'case', reason: 'They told us on the phone.' })
    assert.match(seen.text, /only to who may see protected people/)
    assert.equal(await isProtected(caseId), true)
    for (const path of [officePaths.case({ receiptNumber }), officePaths.protection({ receiptNumber }), officePaths.openCase({ receiptNumber })])
      assert.equal((await as('officer1').ask('GET', path)).status, 404)
    assert.deepEqual(await entries('officer.protect'), ['done'])
  })

  it('answers who may not see it as for a number that no case has, in the same words and by the same statements', async () => {
    const { receiptNumber } = await protectedCase()
    const unknown = 'IOE9999999999'
    const answers = []
    for (const number of [receiptNumber, unknown]) {
      await as('officer1').open(officePaths.cases())
      const { status, text } = await as('officer1').press('Find case', { receiptNumber: number })
      answers.push([status, text.replaceAll(number, '#')])
    }
    assert.deepEqual(answers[0], answers[1])
    for (const [who, sees] of [['supervisor1', true], ['officer1', false]] as const)
      assert.equal((await as(who).open(officePaths.queue({ queue: 'received' }))).html.includes(officePaths.case({ receiptNumber })), sees, who)
  })

  it('is seen by who was cleared for it, until they are not', async () => {
    const { receiptNumber } = await protectedCase()
    await clearRole(ground, 'officer')
    assert.match((await openFile('officer1', receiptNumber)).text, /They told us on the phone/)
    await clearRole(ground, 'officer', false)
    assert.equal((await as('officer1').ask('GET', officePaths.protection({ receiptNumber }))).status, 404)
  })

  it('leaves no trace of it to who prints letters: not among those to print, not among those by hand, not in a count', async () => {
    const { receiptNumber } = await protectedCase()
    const { text } = await as('intake1').open(officePaths.printing())
    assert.match(text, /No letter waits/)
    assert.doesNotMatch(text, new RegExp(`${receiptNumber}|protect`, 'i'))
    assert.equal((await as('intake1').ask('GET', officePaths.protectedPeople())).status, 303)
  })
})

describe('where post is safe', () => {
  it('is said by an officer as the person told it: a new notice with a new code goes there, word for word as to anybody', async () => {
    const { caseId, receiptNumber } = await protectedCase()
    const unclaimed = { email_hash: null, email_sealed: null, completed_at: null, opened_by_agency_at: ground.services.clock.now() }
    await ground.owner.updateTable('accounts.account').set(unclaimed).where('id', '=', await applicantOf(caseId)).execute()
    await as('supervisor1').open(`${officePaths.safePlace({ receiptNumber })}?country=US`)
    const seen = await as('supervisor1').press('Send letters there', { whom: await applicantOf(caseId), ...safe })
    assert.match(seen.text, /Kept\. Letters go there.*9 Lantern Row/s)
    await placeLettersJob.run(ground.worker, { case: caseId })
    const [letter] = (await ground.letters()).filter(({ withdrawn_at }) => !withdrawn_at)
    assert.ok(letter?.sealed && letter.safe_at)
    const { facts } = openLetter(ground.services.keys, { ...letter, case: caseId, sealed: letter.sealed })
    assert.deepEqual([facts.addressee.address, 'accessCode' in facts && facts.accessCode !== null], [safe, true])
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters }) => letters), [1])
  })

  it('of a representative’s letter is for an officer to say: it is sent, or it is not and its code is dead', async () => {
    const { caseId, receiptNumber } = await paperCase({ representative: { name: 'Sam Counsel', address: homeAddress, accountNumber: null } })
    const [, representatives] = (await ground.owner.selectFrom('cases.access_notice').selectAll().where('case', '=', caseId).orderBy('addressee').execute())
    await ground.owner.updateTable('cases.letter').set({ notice: null }).where('notice', '=', representatives?.id ?? '').execute()
    await openFile('supervisor1', receiptNumber)
    await as('supervisor1').press('Protect', { whom: 'case', reason: 'They told us.' })
    const seen = await as('supervisor1').open(officePaths.protection({ receiptNumber }))
    assert.match(seen.text, /Letters that wait.*The representative/s)
    assert.ok((await as('supervisor1').open(officePaths.protectedPeople())).html.includes(officePaths.protection({ receiptNumber })))
    await as('supervisor1').open(officePaths.protection({ receiptNumber }))
    assert.match((await as('supervisor1').press('Send it')).text, /next batch/)
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters }) => letters), [1])
  })
})

describe('lifting', () => {
  const ask = async (who: string, { receiptNumber, caseId }: { receiptNumber: string; caseId: string }) => {
    await openFile(who, receiptNumber)
    await as(who).open(officePaths.askUnprotect({ receiptNumber }))
    return as(who).press('Ask to lift it', { whom: await applicantOf(caseId), reason: 'They asked for it in person.' })
  }

  it('takes two people, of whom the second is a supervisor and not the first', async () => {
    const { caseId, receiptNumber } = await protectedCase()
    assert.match((await ask('supervisor1', { receiptNumber, caseId })).text, /somebody else has to agree/)
    assert.doesNotMatch(as('supervisor1').seen.text, /Agree to lift it/)
    const lift = (await ground.owner.selectFrom('officer.protection_lift').selectAll().where('decided_at', 'is', null).executeTakeFirstOrThrow()).id
    const { hidden } = as('supervisor1').formOf('Protect')
    const alone = await as('supervisor1').ask('POST', officePaths.agreeUnprotect({ receiptNumber, lift }), hidden)
    assert.match(alone.location ?? '', /said=asked-by-you/)
    assert.equal(await isProtected(caseId), true)
    await openFile('supervisor2', receiptNumber)
    assert.match((await as('supervisor2').press('Agree to lift it')).text, /Lifted/)
    assert.equal(await isProtected(caseId), false)
    assert.deepEqual((await entries('officer.agree-unprotect')).slice(-2), ['asked-by-you', 'done'])
  })

  it('that is declined leaves everything as it is', async () => {
    const { caseId, receiptNumber } = await protectedCase()
    await ask('supervisor1', { receiptNumber, caseId })
    await openFile('supervisor2', receiptNumber)
    assert.match((await as('supervisor2').press('Decline')).text, /Declined/)
    assert.equal(await isProtected(caseId), true)
  })

  it('by nobody else, whatever statement an office connection sends', async () => {
    await ask('supervisor1', await protectedCase())
    const { id, asked_by: by } = await ground.owner.selectFrom('officer.protection_lift').selectAll().where('decided_at', 'is', null).executeTakeFirstOrThrow()
    const office = (who: string, run: Parameters<typeof asActor>[3]) => asActor(ground.database.pools.office, { kind: 'staff', id: who, roles: ['supervisor'], sessionId: null }, {}, run)
    const at = ground.services.clock.now()
    await assert.rejects(office(by, (tx) => sql`select officer.lift_agreed(${id}::uuid, ${at}::timestamptz)`.execute(tx)), /two people/)
    await assert.rejects(office(by, (tx) => tx.updateTable('officer.protection_lift').set({ decided_by: by, decided_at: at, agreed: true }).where('id', '=', id).execute()), /check constraint/)
  })
})
