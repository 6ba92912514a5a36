import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type DataGround, dataGround } from '../../../test/cast/data-ground.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { leaveCasesOf } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'

let ground: DataGround
before(async () => {
  ground = await dataGround()
})
after(() => ground.end())

it('an account of a representative that is closed leaves each case, and the person of each is told that it did', async () => {
  const [maria, ana] = [await ground.person(), await ground.person()]
  const caseId = await ground.openFinalCase(String(maria.id))
  await ground.rows(`insert into cases.party (id, "case", account, role, from_at) values ($1, $2, $3, 'representative', $4)`, [newId(), caseId, String(ana.id), ground.clock.now().toString()])
  const told: unknown[] = []
  const context = { services: ground.services, now: ground.clock.now(), enqueue: async () => undefined }
  await asActor(ground.database.pools.worker, systemActor('test'), {}, async (tx) => leaveCasesOf({ ...context, tx }, [String(ana.id)]))
  told.push(...(await ground.rows(`select kind, person from mail.queued where kind = 'cases.access-ended'`)))
  assert.deepEqual(told, [{ kind: 'cases.access-ended', person: String(maria.id) }])
  const rows = await ground.rows<{ ended: boolean }>(`select until_at is not null as ended from cases.party where "case" = $1 and role = 'representative'`, [caseId])
  assert.deepEqual(rows, [{ ended: true }])
})
