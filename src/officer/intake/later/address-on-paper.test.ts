import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../../test/cast/cases-ground.ts'
import { clearedStaff, clearRole } from '../../../../test/cast/cleared-staff.ts'
import { type LaterGround, laterGround } from '../../../../test/cast/later-ground.ts'
import { proveNow } from '../../../../test/cast/recent-session.ts'
import { type AddressOnPaper, caseFor, caseForOffice, changeStatus } from '../../../cases/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { PostalAddress } from '../../../profile/index.ts'
import { changeAddress } from '../../../portal/change-address.ts'
import { settlePaperAddress } from './settle/settle.ts'
import { takeAddressOnPaper } from './take-later.ts'

const home: PostalAddress = { country: 'US', street: '9 New Road', city: 'Troy', region: 'NY', postalCode: '12180' }
const box: PostalAddress = { country: 'US', street: 'PO Box 4', city: 'Albany', region: 'NY', postalCode: '12201' }

let ground: LaterGround
let people = 0
let eyes: Actor
before(async () => {
  ground = await laterGround()
  // Who settles papers of protected people may see who is protected.
  await clearRole(ground, 'officer')
  eyes = await clearedStaff(ground)
})
after(() => ground.end())
beforeEach(() => ground.services.clock.advance({ minutes: 1 }))

const came = (receiptNumber: string, about: Partial<AddressOnPaper & { id: string; receivedOn: Temporal.PlainDate }> = {}) => {
  const { id = newId(), receivedOn = ground.today(), ...said } = about
  return ground.intake.perform(takeAddressOnPaper, { id, receiptNumber, receivedOn, said: { use: 'physical', address: home, all: false, ...said } })
}
const outcome = async (...given: Parameters<typeof came>) => {
  const taken = await came(...given)
  return taken.ok ? taken.output.outcome : taken.refusal
}
const onCase = async (receiptNumber: string) => (await ground.as(eyes).read(caseForOffice, { receiptNumber }))?.addresses ?? []
const streets = async (caseId: string) => (await ground.waiting(caseId)).map(({ name, facts }) => `${name}: ${facts.addressee.address.street}`).toSorted()

async function person() {
  people += 1
  const email = `paper-address-${people}@example.test`
  const maria = await ground.newAccount(email)
  const open = (about: object = {}) => ground.openCase({ account: maria.id, receivedOn: ground.today().subtract({ days: 30 }), ...about })
  return { maria, email, open, as: ground.as(maria) }
}

describe('a change of address on paper', () => {
  it('changes its case from the day it was received, and is told at every mailbox of the account', async () => {
    const { open, email } = await person()
    const [one, two] = [await open(), await open({ form: 'n-400' })]
    assert.equal(await outcome(one.receiptNumber, { receivedOn: ground.today().subtract({ days: 4 }) }), 'applied')
    assert.deepEqual((await onCase(one.receiptNumber)).map(({ physical, mailing }) => ({ physical, mailing })), [{ physical: home, mailing: null }])
    assert.deepEqual(await onCase(two.receiptNumber), [])
    const [mail] = await ground.mailsTo(email)
    assert.deepEqual(mail, { kind: 'cases.address-from-paper', values: { cases: 1, endings: one.receiptNumber.slice(-4) } })
  })

  it('changes every pending case of the person where the paper says so, and none that is decided or protected', async () => {
    const { open } = await person()
    const [named, other, decided, guarded] = [await open(), await open(), await open(), await open({ isProtected: true })]
    await ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber: decided.receiptNumber, status: 'closed', reason: 'They gave it up.' })
    assert.equal(await outcome(named.receiptNumber, { all: true }), 'applied')
    for (const { receiptNumber } of [named, other]) assert.deepEqual((await onCase(receiptNumber))[0]?.physical, home)
    for (const { receiptNumber } of [decided, guarded]) assert.deepEqual(await onCase(receiptNumber), [])
  })

  it('where mail goes and not where they live keeps their home, and a home takes the mailing address away', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    await came(receiptNumber, { use: 'mailing', address: box })
    assert.deepEqual((await onCase(receiptNumber))[0]?.physical?.street, (await ground.formOf(caseId)).address.street)
    assert.deepEqual((await onCase(receiptNumber))[0]?.mailing, box)
    await came(receiptNumber)
    assert.deepEqual((await onCase(receiptNumber)).map(({ physical, mailing }) => [physical?.street, mailing?.street])[0], ['9 New Road', undefined])
  })

  it('of a person without an account is told by letter at the old and the new address; what waits for print goes to the new one', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    assert.equal(await outcome(receiptNumber), 'applied')
    assert.deepEqual(await streets(caseId), ['access-notice: 9 New Road', 'address-changed: 12 Harbor Street', 'address-changed: 9 New Road'])
    const old = (await ground.waiting(caseId)).find(({ facts }) => facts.addressee.address.street === '12 Harbor Street')
    assert.doesNotMatch(JSON.stringify(old), /New Road/)
  })

  it('that comes while a batch is being made is never missed: the batch is made anew with the new address', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    const { services } = ground.worker
    const put = services.storage.put.bind(services.storage)
    let times = 0
    const storage: typeof services.storage = {
      ...services.storage,
      async put(key, stream) {
        times += 1
        const written = await put(key, stream)
        if (times === 1) await came(receiptNumber)
        return written
      },
    }
    const { makeBatch } = await import('../../../cases/paper-link/printing/make-batch.ts')
    await makeBatch({ ...ground.worker, services: { ...services, storage } })
    assert.ok(times >= 2)
    const sent = (await ground.lettersOf(caseId)).filter(({ batch }) => batch !== null)
    assert.equal(sent.length, 3)
    assert.deepEqual(await streets(caseId), ['access-notice: 9 New Road', 'address-changed: 12 Harbor Street', 'address-changed: 9 New Road'])
  })

  it('does not undo what the person said on that day or later, at the portal or on paper', async () => {
    const { open, maria, as } = await person()
    const { receiptNumber } = await open()
    await proveNow(ground, maria)
    assert.equal((await as.perform(changeAddress, { use: 'physical', address: box })).ok, true)
    assert.equal(await outcome(receiptNumber, { receivedOn: ground.today().subtract({ days: 3 }) }), 'overtaken')
    assert.equal(await outcome(receiptNumber), 'overtaken')
    assert.deepEqual((await onCase(receiptNumber)).map(({ physical }) => physical), [box])
    const other = await ground.unclaimed()
    await came(other.receiptNumber)
    assert.equal(await outcome(other.receiptNumber, { address: box, receivedOn: ground.today().subtract({ days: 1 }) }), 'overtaken')
    assert.equal(await outcome(other.receiptNumber, { address: box }), 'applied')
  })

  it('for a case that is closed is kept and changes nothing', async () => {
    const { open } = await person()
    const { receiptNumber } = await open()
    await ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status: 'closed', reason: 'They gave it up.' })
    assert.equal(await outcome(receiptNumber), 'after-decision')
    assert.deepEqual(await onCase(receiptNumber), [])
  })

  it('under one press is taken in once, however often and at once it is sent', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    const id = newId()
    const sent = await Promise.all([came(receiptNumber, { id }), came(receiptNumber, { id }), came(receiptNumber, { id })])
    assert.ok(sent.every(({ ok }) => ok))
    assert.deepEqual([(await ground.papersOf(caseId)).length, (await onCase(receiptNumber)).length], [1, 1])
  })

  it('comes before or after a decision of the same moment, and says which', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { open } = await person()
      const { receiptNumber } = await open()
      const [said, decided] = await Promise.all([
        outcome(receiptNumber),
        ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status: 'closed', reason: 'They gave it up.' }),
      ])
      assert.ok(decided.ok && (said === 'applied' || said === 'after-decision'))
      assert.equal((await onCase(receiptNumber)).length, said === 'applied' ? 1 : 0)
    }
  })

  it('for all their cases, in the moment in which the person changes their address at the portal, leaves the portal’s on every case', async () => {
    for (let round = 0; round < 8; round += 1) {
      ground.services.clock.advance({ minutes: 1 })
      const { open, maria, as } = await person()
      await proveNow(ground, maria)
      const cases = [await open(), await open(), await open()]
      const named = cases[round % 3]?.receiptNumber ?? ''
      const [said, pressed] = await Promise.all([outcome(named, { all: true }), as.perform(changeAddress, { use: 'physical', address: box })])
      assert.ok(pressed.ok && (said === 'applied' || said === 'overtaken'))
      // It is the newer statement of that day, whichever came first.
      for (const { receiptNumber } of cases) assert.deepEqual((await onCase(receiptNumber))[0]?.physical, box)
    }
  })

  it('dated in the future, before we had the case or more than a year ago is refused, and nothing is written', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    assert.equal(await outcome(receiptNumber, { receivedOn: ground.today().add({ days: 1 }) }), 'received-in-future')
    assert.equal(await outcome(receiptNumber, { receivedOn: ground.today().subtract({ days: 21 }) }), 'received-before-case')
    const old = await ground.unclaimed({ receivedOn: ground.today().subtract({ days: 500 }) })
    assert.equal(await outcome(old.receiptNumber, { receivedOn: ground.today().subtract({ days: 400 }) }), 'received-too-long-ago')
    assert.equal(await outcome('IOE0000000000'), 'unknown-case')
    assert.deepEqual(await ground.papersOf(caseId), [])
  })

  it('is sealed: who reads the tables reads no address', async () => {
    const { receiptNumber, caseId } = await ground.unclaimed()
    await came(receiptNumber)
    const [paper] = await ground.papersOf(caseId)
    assert.ok(paper?.sealed && !paper.sealed.toString('latin1').includes('New Road'))
  })

  it('is taken in by intake and supervisors alone', async () => {
    const { receiptNumber } = await ground.unclaimed()
    const paper = { id: newId(), receiptNumber, receivedOn: ground.today(), said: { use: 'physical', address: home, all: false } as const }
    for (const role of ['officer', 'support', 'admin'])
      assert.deepEqual(await ground.as(staffActor(role)).perform(takeAddressOnPaper, paper), { ok: false, refusal: 'not-allowed' })
    assert.equal((await ground.as(staffActor('supervisor')).perform(takeAddressOnPaper, paper)).ok, true)
  })
})

describe('a change of address on paper of somebody whom the law protects', () => {
  it('changes nothing before an officer who opened the file decides, and then once', async () => {
    const { open, email, as } = await person()
    const { receiptNumber, caseId } = await open({ isProtected: true })
    const taken = await came(receiptNumber)
    assert.ok(taken.ok && taken.output.outcome === 'waits')
    assert.deepEqual([await onCase(receiptNumber), await ground.mailsTo(email)], [[], []])
    const officer = await ground.officerWith(receiptNumber)
    assert.match(officer.browser.seen.text, /A change of address on paper waits for you .*9 New Road/)
    const settle = (apply: boolean) => officer.perform(settlePaperAddress, { receiptNumber, paper: taken.output.paper, apply })
    assert.deepEqual(await ground.intake.perform(settlePaperAddress, { receiptNumber, paper: taken.output.paper, apply: true }), { ok: false, refusal: 'not-allowed' })
    assert.deepEqual(await settle(true), { ok: true, output: { outcome: 'applied' } })
    assert.deepEqual(await settle(false), { ok: false, refusal: 'settled-already' })
    assert.deepEqual((await onCase(receiptNumber))[0]?.physical, home)
    assert.equal((await ground.lettersOf(caseId)).length, 0)
    assert.doesNotMatch(JSON.stringify(await ground.mailsTo(email)), /address-from-paper/)
    assert.equal((await as.read(caseFor, { receiptNumber }))?.mail.received[0]?.kind, 'address')
  })

  it('waits too where the account is protected and the case is not', async () => {
    const { open, maria } = await person()
    const { receiptNumber } = await open()
    await ground.owner.updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', String(maria.id)).execute()
    assert.equal(await outcome(receiptNumber), 'waits')
  })

  it('left as it is by an officer changes nothing', async () => {
    const { open } = await person()
    const { receiptNumber } = await open({ isProtected: true })
    const taken = await came(receiptNumber)
    const officer = await ground.officerWith(receiptNumber)
    assert.deepEqual(await officer.perform(settlePaperAddress, { receiptNumber, paper: taken.ok ? taken.output.paper : '', apply: false }), { ok: true, output: { outcome: 'declined' } })
    assert.deepEqual(await onCase(receiptNumber), [])
  })
})
