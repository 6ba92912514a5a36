import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type LaterGround, laterGround } from '../../../../test/cast/later-ground.ts'
import { staffActor } from '../../../../test/cast/cases-ground.ts'
import { caseFor, confirmMailAddress, type ReturnedMail } from '../../../cases/index.ts'
import { remindOfCodes } from '../../../cases/paper-link/printing/remind-of-codes.ts'
import { newId } from '../../../platform/ids.ts'
import { confirmMail } from './settle/settle.ts'
import { takeAddressOnPaper, takeReturnedMail } from './take-later.ts'

let ground: LaterGround
before(async () => {
  ground = await laterGround()
})
after(() => ground.end())
beforeEach(() => ground.services.clock.advance({ minutes: 1 }))

const returned = (receiptNumber: string, about: Partial<ReturnedMail> = {}) =>
  ground.intake.perform(takeReturnedMail, { id: newId(), receiptNumber, receivedOn: ground.today(), letter: null, reason: 'moved', sticker: null, ...about })

/** A case whose notice is on paper. */
async function mailed() {
  const opened = await ground.unclaimed()
  const code = await ground.codeOf(opened.caseId)
  await ground.print()
  const [letter] = await ground.lettersOf(opened.caseId)
  assert.ok(letter?.printed_at)
  return { ...opened, code, letter: letter.id }
}

async function claimed() {
  const { account, ...opened } = await ground.openCase({ receivedOn: ground.today().subtract({ days: 20 }) })
  return { ...opened, person: ground.as(account) }
}

const elsewhere = { country: 'US', street: '9 New Road', city: 'Troy', region: 'NY', postalCode: '12180' } as const

describe('a letter that came back', () => {
  it('brings no code to anybody any more: it no longer claims the case', async () => {
    const { receiptNumber, code, letter } = await mailed()
    assert.equal((await returned(receiptNumber, { letter })).ok, true)
    assert.deepEqual(await ground.claim(receiptNumber, code), { ok: false, refusal: 'access-code-not-matched' })
  })

  it('whose code was used before ends nothing', async () => {
    const { receiptNumber, caseId, code, letter } = await mailed()
    assert.equal((await ground.claim(receiptNumber, code)).ok, true)
    assert.equal((await returned(receiptNumber, { letter })).ok, true)
    const [notice] = await ground.owner.selectFrom('cases.access_notice').selectAll().where('case', '=', caseId).execute()
    assert.equal(notice?.ended_as, 'used')
  })

  it('makes further letters wait: none is in a batch until the address is changed, and then they go there', async () => {
    const { receiptNumber, caseId } = await mailed()
    await returned(receiptNumber)
    ground.services.clock.advance({ hours: 24 * 76 })
    await ground.worker.perform(remindOfCodes, { most: 10 })
    await ground.print()
    assert.deepEqual((await ground.waiting(caseId)).map(({ name }) => name), ['code-reminder'])
    const changed = await ground.intake.perform(takeAddressOnPaper, {
      id: newId(), receiptNumber, receivedOn: ground.today(), said: { use: 'physical', address: elsewhere, all: false },
    })
    assert.ok(changed.ok && changed.output.outcome === 'applied')
    assert.deepEqual(await ground.holdsOf(caseId), [])
    const waiting = await ground.waiting(caseId)
    assert.deepEqual(waiting.map(({ name, facts }) => [name, facts.addressee.address.street]).toSorted(), [['address-changed', '9 New Road'], ['code-reminder', '9 New Road']], 'nothing more goes to the address that mail came back from')
    await ground.print()
    assert.deepEqual(await ground.waiting(caseId), [])
  })

  it('is told to a person with an account, who confirms the address on the page of the case; a second time nothing waits', async () => {
    const { receiptNumber, caseId, person } = await claimed()
    assert.equal((await returned(receiptNumber)).ok, true)
    assert.equal((await person.read(caseFor, { receiptNumber }))?.mail.comesBack, true)
    assert.deepEqual(await person.perform(confirmMailAddress, { receiptNumber }), { ok: true, output: { waited: true } })
    assert.deepEqual(await person.perform(confirmMailAddress, { receiptNumber }), { ok: true, output: { waited: false } })
    assert.deepEqual([await ground.holdsOf(caseId), (await person.read(caseFor, { receiptNumber }))?.mail.comesBack], [[], false])
  })

  it('is confirmed by nobody else: not a stranger, not a representative, and of a protected case not from the portal', async () => {
    const { receiptNumber, caseId } = await claimed()
    await returned(receiptNumber)
    const stranger = ground.as(await ground.newAccount('stranger-mail@example.test'))
    assert.deepEqual(await stranger.perform(confirmMailAddress, { receiptNumber }), { ok: false, refusal: 'unknown-case' })
    const lawyer = await ground.newAccount('lawyer-mail@example.test')
    const at = ground.services.clock.now()
    await ground.owner.insertInto('cases.party').values({ case: caseId, account: String(lawyer.id), role: 'representative', from_at: at }).execute()
    assert.deepEqual(await ground.as(lawyer).perform(confirmMailAddress, { receiptNumber }), { ok: false, refusal: 'unknown-case' })
    const guarded = await ground.openCase({ receivedOn: ground.today(), isProtected: true })
    await returned(guarded.receiptNumber)
    assert.deepEqual(await ground.as(guarded.account).perform(confirmMailAddress, { receiptNumber: guarded.receiptNumber }), { ok: false, refusal: 'protected-case' })
    assert.equal((await ground.holdsOf(guarded.caseId)).length, 1)
  })

  it('is confirmed by an officer who opened the file, and by no other staff', async () => {
    const { receiptNumber, caseId } = await claimed()
    await returned(receiptNumber)
    const stranger = ground.as(staffActor('officer'))
    assert.deepEqual(await stranger.perform(confirmMail, { receiptNumber, addressee: 'applicant' }), { ok: false, refusal: 'file-not-opened' })
    const officer = await ground.officerWith(receiptNumber)
    assert.match(officer.browser.seen.text, /Mail to this person comes back/)
    assert.deepEqual(await ground.intake.perform(confirmMail, { receiptNumber, addressee: 'applicant' }), { ok: false, refusal: 'not-allowed' })
    assert.equal((await officer.perform(confirmMail, { receiptNumber, addressee: 'applicant' })).ok, true)
    assert.deepEqual(await ground.holdsOf(caseId), [])
  })

  it('from an address that was changed since it was printed makes nothing wait', async () => {
    const { receiptNumber, caseId, letter } = await mailed()
    ground.services.clock.advance({ hours: 30 })
    await ground.intake.perform(takeAddressOnPaper, { id: newId(), receiptNumber, receivedOn: ground.today(), said: { use: 'physical', address: elsewhere, all: false } })
    const came = await returned(receiptNumber, { letter })
    assert.ok(came.ok && came.output.outcome === 'kept')
    assert.deepEqual(await ground.holdsOf(caseId), [])
  })

  it('to a representative makes theirs wait and not the person’s', async () => {
    const representative = { name: 'Sam Counsel', accountNumber: null, address: elsewhere }
    const { receiptNumber, caseId } = await ground.unclaimed({ representative })
    await ground.print()
    const letters = await ground.lettersOf(caseId)
    const notices = await ground.owner.selectFrom('cases.access_notice').selectAll().where('case', '=', caseId).execute()
    const theirs = letters.find(({ notice }) => notice === notices.find(({ addressee }) => addressee === 'representative')?.id)
    await returned(receiptNumber, { letter: theirs?.id ?? '' })
    assert.deepEqual((await ground.holdsOf(caseId)).map(({ addressee }) => addressee), ['representative'])
    const after = await ground.owner.selectFrom('cases.access_notice').selectAll().where('case', '=', caseId).execute()
    assert.deepEqual(after.filter(({ ended_at }) => ended_at === null).map(({ addressee }) => addressee), ['applicant'])
  })

  it('comes back once: a letter of another case, one that is not printed, and one that came back already are refused', async () => {
    const { receiptNumber, letter } = await mailed()
    const other = await mailed()
    const waits = await ground.unclaimed()
    const [unprinted] = await ground.lettersOf(waits.caseId)
    assert.deepEqual(await returned(receiptNumber, { letter: other.letter }), { ok: false, refusal: 'unknown-letter' })
    assert.deepEqual(await returned(waits.receiptNumber, { letter: unprinted?.id ?? '' }), { ok: false, refusal: 'unknown-letter' })
    assert.equal((await returned(receiptNumber, { letter })).ok, true)
    assert.deepEqual(await returned(receiptNumber, { letter }), { ok: false, refusal: 'unknown-letter' })
  })

  it('that two open at once is taken in by one of them', async () => {
    const { receiptNumber, caseId, letter } = await mailed()
    const both = await Promise.all([returned(receiptNumber, { letter }), returned(receiptNumber, { letter })])
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true])
    assert.equal((await ground.papersOf(caseId)).length, 1)
  })

  it('cannot have come back before it was printed', async () => {
    const { receiptNumber, letter } = await mailed()
    const receivedOn = ground.today().subtract({ days: 3 })
    assert.deepEqual(await returned(receiptNumber, { letter, receivedOn }), { ok: false, refusal: 'returned-before-printed' })
  })

  it('leaves the address of the sticker sealed: mail is not sent there', async () => {
    const { receiptNumber, caseId, letter } = await mailed()
    await returned(receiptNumber, { letter, sticker: '77 Sticker Lane, Utica NY' })
    const [paper] = await ground.papersOf(caseId)
    assert.ok(paper?.sealed && !paper.sealed.includes('Sticker'))
    assert.deepEqual((await ground.waiting(caseId)).map(({ facts }) => facts.addressee.address.street), [])
    assert.deepEqual(await ground.owner.selectFrom('cases.address_change').selectAll().where('case', '=', caseId).execute(), [])
  })
})
