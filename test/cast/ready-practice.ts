import assert from 'node:assert/strict'
import type { Actor } from '../../src/platform/actor.ts'
import { setNames } from '../../src/profile/person/set-names.ts'
import { addLicence } from '../../src/representation/licences/state-licence.ts'
import { certifyPractice } from '../../src/representation/practice/certify.ts'
import { statePractice } from '../../src/representation/practice/state-practice.ts'
import type { CasesGround } from './cases-ground.ts'
import { proveNow } from './recent-session.ts'

export interface ReadyPractice {
  readonly actor: Actor
  readonly licence: string
}

const contact = { address: { country: 'US', street: '9 Hill Road', city: 'Utica', region: 'NY', postalCode: '13501' }, phone: '+12025550123', email: 'office-of-ana@example.test' }

type Ground = Pick<CasesGround, 'database' | 'services' | 'as'>

/** States, licenses (New York, number 471-1) and certifies the practice of a representative who has an account. */
export async function makeReady(ground: Ground, actor: Actor, name: { given: string; family: string } = { given: 'Ana', family: 'Reyes' }): Promise<ReadyPractice> {
  await proveNow(ground, actor)
  const as = ground.as(actor)
  await as.perform(setNames, { ...name, order: 'given-first', ownScript: '', called: '', others: [] })
  await as.perform(statePractice, { kind: 'attorney', organization: `${name.family} Law`, contact })
  const licence = await as.perform(addLicence, { authority: 'NY', number: '471-1', admittedOn: Temporal.PlainDate.from('2015-03-04'), expiresOn: null })
  assert.ok(licence.ok)
  const { certification: version } = ground.services.agency.representatives
  assert.ok((await as.perform(certifyPractice, { fullLegalName: `${name.given} ${name.family}`, kind: 'attorney', version, language: 'en' })).ok)
  return { actor, licence: licence.output.id }
}

/** The same for somebody new. */
export async function readyPractice(ground: CasesGround, email: string, name?: { given: string; family: string }): Promise<ReadyPractice> {
  const { id } = await ground.newAccount(email)
  await ground.database.pools.owner?.updateTable('accounts.account').set({ account_type: 'representative', representative_kind: 'attorney' }).where('id', '=', String(id)).execute()
  return makeReady(ground, { kind: 'account', id, roles: ['representative'], sessionId: crypto.randomUUID() }, name)
}
