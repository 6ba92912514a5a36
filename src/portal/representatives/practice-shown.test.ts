import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import { checkLicence } from '../../officer/representatives/licence-acts.ts'
import type { Actor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { addLicence } from '../../representation/licences/state-licence.ts'
import { certifyPractice } from '../../representation/practice/certify.ts'
import { statePractice } from '../../representation/practice/state-practice.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

const contact = { address: { country: 'US', street: '77 Secret Lane', city: 'Utica', region: 'NY', postalCode: '13501' }, phone: '+12025550188', email: 'office-of-ana@example.test' }
const as = (actor: Actor) =>
  performerFor({ pool: ground.database.pools[actor.kind === 'staff' ? 'office' : 'portal'], services: ground.services, record: recordEntry }, actor, testRequest)

async function representedCase(name: string) {
  const { receiptNumber, applicant, representative } = await ground.paperCase()
  const maria = await ground.signedUp(`${name}@example.test`)
  const ana = await ground.signedUp(`ana-${name}@example.test`, 'representative')
  await ground.add(maria, receiptNumber, applicant)
  await ground.add(ana, receiptNumber, representative)
  const party = await ground.owner.selectFrom('cases.party').innerJoin('cases.case', 'cases.case.id', 'case').select('cases.party.account').where('receipt_number', '=', receiptNumber).where('role', '=', 'representative').executeTakeFirstOrThrow()
  const actor: Actor = { kind: 'account', id: party.account, roles: ['representative'], sessionId: crypto.randomUUID() }
  await proveNow(ground, actor)
  return { maria, ana, actor, at: paths.case({ receiptNumber }) }
}

describe('what a person reads of who represents them', () => {
  it('is that nothing is stated, then what is claimed, then what was verified and on which day; no number and no address', async () => {
    const { maria, ana, actor, at } = await representedCase('reads')
    assert.match((await maria.open(at)).text, /They have stated nothing about their licence to us/)
    await as(actor).perform(setNames, { given: 'Ana', family: 'Reyes', order: 'given-first', ownScript: '', called: '', others: [] })
    await as(actor).perform(statePractice, { kind: 'attorney', organization: 'Reyes Law', contact })
    const added = await as(actor).perform(addLicence, { authority: 'NY', number: '55-4711', admittedOn: Temporal.PlainDate.from('2015-03-04'), expiresOn: null })
    assert.ok(added.ok)
    const claimed = (await maria.open(at)).text
    assert.match(claimed, /They say that they are an attorney\. They work for Reyes Law ?\. They have not certified that under penalty of perjury/)
    assert.match(claimed, /New York: they say so\. We have not checked it/)
    const { certification: version } = ground.services.agency.representatives
    assert.ok((await as(actor).perform(certifyPractice, { fullLegalName: 'Ana Reyes', kind: 'attorney', version, language: 'en' })).ok)
    const { stated_at } = await ground.owner.selectFrom('representation.licence').select('stated_at').where('id', '=', added.output.id).executeTakeFirstOrThrow()
    assert.ok((await as(staffActor('intake')).perform(checkLicence, { id: added.output.id, statedAt: stated_at.toString(), reason: null })).ok)
    const { text, html } = await maria.open(at)
    assert.match(text, /They certified that under penalty of perjury, with the name Ana Reyes/)
    assert.match(text, /New York: we verified it on November \d+, 2026/)
    assert.doesNotMatch(html, /55-4711|Secret Lane|office-of-ana|0188/)
    assert.doesNotMatch((await ana.open(at)).text, /we verified it/)
  })

  it('is that a licence has expired, from the day after its last one, without anything having run', async () => {
    const { maria, ana, actor, at } = await representedCase('expires')
    await as(actor).perform(statePractice, { kind: 'attorney', organization: '', contact })
    const today = ground.services.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
    await as(actor).perform(addLicence, { authority: 'NJ', number: '', admittedOn: Temporal.PlainDate.from('2015-03-04'), expiresOn: today })
    assert.match((await maria.open(at)).text, /New Jersey: they say so\. We have not checked it\. It runs until/)
    assert.doesNotMatch(maria.seen.text, /licence of this representative has ended/)
    assert.doesNotMatch((await ana.open(at)).text, /Your licence has ended/)
    await ground.owner.updateTable('representation.licence').set({ expires_on: today.subtract({ days: 1 }) }).where('account', '=', String(actor.id)).execute()
    assert.match((await maria.open(at)).text, /New Jersey: they say so\. We have not checked it\. It expired on/)
    assert.match(maria.seen.text, /The licence of this representative has ended They still read this case/)
    assert.equal((await ana.open(at)).status, 200)
    assert.match(ana.seen.text, /Your licence has ended You still read this case/)
  })
})
