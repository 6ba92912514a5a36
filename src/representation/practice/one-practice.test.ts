import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { readyPractice } from '../../../test/cast/ready-practice.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { removeLicence, restoreLicence } from '../licences/remove-licence.ts'
import { addLicence } from '../licences/state-licence.ts'
import { certifyPractice } from './certify.ts'
import { mayAct } from './may-act.ts'
import { ownPractice } from './own-practice.ts'
import { statePractice } from './state-practice.ts'

const may = query({ name: 'test.may-act-merged', allow: () => true, run: async (context, _input: undefined) => ({ may: await mayAct(context, accountsOf(context.actor)) }) })
const contact = { address: { country: 'US', street: '9 Hill Road', city: 'Utica', region: 'NY', postalCode: '13501' }, phone: '+12025550123', email: 'ana@example.test' }

describe('the practice of one person', () => {
  let ground: CasesGround
  const owner = () => ground.database.pools.owner as NonNullable<CasesGround['database']['pools']['owner']>
  const own = async (who: Actor) => {
    const found = await ground.as(who).read(ownPractice, { removed: null })
    assert.ok(found)
    return found
  }
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  it('goes on under the account that another one was merged into: its certification binds, its licences are theirs to change, and there is one practice', async () => {
    const retired = await readyPractice(ground, 'ana-old@example.test')
    const { id } = await ground.newAccount('ana-new@example.test')
    await owner().updateTable('accounts.account').set({ account_type: 'representative', representative_kind: 'attorney' }).where('id', '=', String(id)).execute()
    const alone: Actor = { kind: 'account', id, roles: ['representative'], sessionId: crypto.randomUUID() }
    assert.deepEqual((await own(alone)).licences, [])
    await owner().insertInto('accounts.forwarding').values({ retired: String(retired.actor.id), kept: String(id), cause: 'merged', forwarded_at: ground.services.clock.now() }).execute()
    const kept: Actor = { ...alone, merged: [String(retired.actor.id)] }
    await proveNow(ground, kept)
    assert.deepEqual(await ground.as(kept).read(may, undefined), { may: true })
    const added = await ground.as(kept).perform(addLicence, { authority: 'NY', number: '9', admittedOn: Temporal.PlainDate.from('2015-03-04'), expiresOn: null })
    assert.equal(added.ok ? 'added' : added.refusal, 'listed-already')
    await ground.as(kept).perform(statePractice, { kind: 'attorney', organization: 'Reyes and Reyes', contact })
    const its = await own(kept)
    assert.deepEqual([its.practice?.organization, its.practice?.certification?.name, its.licences.length, its.certified.length], ['Reyes and Reyes', 'Ana Reyes', 1, 1])
    assert.ok((await ground.as(kept).perform(removeLicence, { id: retired.licence })).ok)
    assert.deepEqual(await ground.as(kept).read(may, undefined), { may: false })
    assert.ok((await ground.as(kept).perform(restoreLicence, { id: retired.licence })).ok)
    const rows = await owner().selectFrom('representation.practice').select('account').where('account', 'in', [String(id), String(retired.actor.id)]).execute()
    assert.equal(rows.length, 1)
  })

  it('keeps what was certified in the words that were read, beside what is certified in newer ones', async () => {
    const { actor } = await readyPractice(ground, 'ana-words@example.test')
    const { agency } = ground.services
    const text: typeof agency.text = (language, file, key) => (file === 'representatives' && key === 'certification.attorney' ? 'Newer words of the agency.' : agency.text(language, file, key))
    Object.assign(ground.services, { agency: { ...agency, text, representatives: { ...agency.representatives, certification: 'newer' } } })
    ground.services.clock.advance({ seconds: 1 })
    const again = { fullLegalName: 'Ana Reyes', kind: 'attorney', version: 'newer', language: 'en' } as const
    assert.ok((await ground.as(actor).perform(certifyPractice, again)).ok)
    assert.ok((await ground.as(actor).perform(certifyPractice, again)).ok)
    const { certified } = await own(actor)
    Object.assign(ground.services, { agency })
    assert.deepEqual(certified.map(({ version, name }) => [version, name]), [['newer', 'Ana Reyes'], [agency.representatives.certification, 'Ana Reyes']])
    assert.equal(certified[0]?.words, 'Newer words of the agency.')
    assert.equal(certified[1]?.words, agency.text('en', 'representatives', 'certification.attorney'))
    await assert.rejects(ground.database.pools.portal.updateTable('representation.certification').set({ version: 'x' }).execute(), /permission denied/)
  })
})
