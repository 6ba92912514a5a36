import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PreparingGround, preparingGround } from '../../../test/cast/preparing-ground.ts'
import { systemActor } from '../../platform/actor.ts'
import { removeUnfiled } from './remove-unfiled.ts'

let ground: PreparingGround
before(async () => {
  ground = await preparingGround()
})
after(() => ground.end())

test('what was never filed is removed 90 days after its drafts ended, with what was signed of it; what was filed, and what the law holds, stays', async () => {
  const [actor, held] = [await ground.representative(), await ground.representative()]
  const [unfiled, filed, fresh, ofHeld] = [await ground.filled(actor), await ground.filled(actor), await ground.begun(actor), await ground.begun(held)]
  await ground.sign(actor, unfiled.preparation)
  await ground.sign(actor, filed.preparation)
  await ground.file(filed.preparation)
  await ground.owner.updateTable('accounts.account').set({ legal_hold_at: ground.services.clock.now() } as never).where('id', '=', String(held.id)).execute()
  const drafts = [unfiled, filed, ofHeld].flatMap((each) => [each.draft, each.appearance])
  await ground.owner.deleteFrom('filing.draft').where('id', 'in', drafts).execute()
  const left = async () => new Set((await ground.owner.selectFrom('preparation.preparation').select('id').execute()).map(({ id }) => id))
  const remove = () => ground.asSystem(systemActor('test')).perform(removeUnfiled, {})
  ground.services.clock.advance({ hours: 24 * 90 })
  await remove()
  assert.ok((await left()).has(unfiled.preparation))
  ground.services.clock.advance({ hours: 1 })
  await remove()
  const now = await left()
  assert.deepEqual([unfiled, filed, fresh, ofHeld].map(({ preparation }) => now.has(preparation)), [false, true, true, true])
  assert.deepEqual(await ground.owner.selectFrom('preparation.answer').select('id').where('account', '=', String(actor.id)).where('package', 'not in', ground.owner.selectFrom('preparation.package').select('id')).execute(), [])
})
