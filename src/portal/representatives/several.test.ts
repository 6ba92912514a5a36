import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { makeReady } from '../../../test/cast/ready-practice.ts'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { performerFor } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

const as = (who: Actor) => performerFor({ pool: ground.database.pools.portal, services: ground.services, record: recordEntry }, who, testRequest)

/** Somebody with a certified practice, in a browser of their own, on the case beside whoever is. */
async function joins(email: string, name: { given: string; family: string }, caseId: string) {
  const browser = await ground.signedUp(email, 'representative')
  const { id } = await ground.owner.selectFrom('accounts.account').select('id').where('account_type', '=', 'representative').orderBy('begun_at', 'desc').orderBy('id').executeTakeFirstOrThrow()
  await makeReady({ database: ground.database, services: ground.services, as } as never, { kind: 'account', id, roles: ['representative'], sessionId: crypto.randomUUID() }, name)
  await ground.owner.insertInto('cases.party').values({ id: newId(), case: caseId, account: id, role: 'representative', from_at: ground.services.clock.now() } as never).execute()
  ground.services.clock.advance({ seconds: 1 })
  return browser
}

describe('several representatives on one case', () => {
  it('are each shown by the name that they certified, and each ended by themselves: the other stays', async () => {
    const paper = await ground.paperCase()
    const { id: caseId } = await ground.owner.selectFrom('cases.case').select('id').where('receipt_number', '=', paper.receiptNumber).executeTakeFirstOrThrow()
    const maria = await ground.signedUp('several@example.test')
    await ground.add(maria, paper.receiptNumber, paper.applicant)
    const ben = await joins('ben-several@example.test', { given: 'Ben', family: 'Okafor' }, caseId)
    const cleo = await joins('cleo-several@example.test', { given: 'Cleo', family: 'Dahl' }, caseId)
    const at = paths.case({ receiptNumber: paper.receiptNumber })
    const { text, html } = await maria.open(at)
    assert.match(text, /Ben Okafor, as your legal representative/)
    assert.match(text, /Cleo Dahl, as your legal representative/)
    const party = await ground.owner.selectFrom('cases.party').select('id').where('case', '=', caseId).where('role', '=', 'representative').orderBy('from_at').executeTakeFirstOrThrow()
    const link = paths.endRepresentative({ receiptNumber: paper.receiptNumber, representative: party.id })
    assert.ok(html.includes(link))
    assert.match((await maria.open(link)).text, /Ben Okafor/)
    const seen = await maria.press('End their access')
    assert.doesNotMatch(seen.text, /Ben Okafor/)
    assert.match(seen.text, /Cleo Dahl, as your legal representative/)
    assert.deepEqual([(await ben.open(at)).status, (await cleo.open(at)).status], [404, 200])
  })
})
