import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type IntakeGround, intakeGround } from '../../../../test/cast/intake-ground.ts'
import { newId, newSecret } from '../../../platform/ids.ts'
import { type Actor, systemActor, visitor } from '../../../platform/actor.ts'
import { staffRoles } from '../../may.ts'
import { intakeRoom } from '../room/intake-room.ts'
import { oneIntake, refusedRowsBehind, takeRefusedRows } from '../room/one-intake.ts'
import { bringFile } from './bring-file.ts'
import { stopIntake } from './stop-intake.ts'

let ground: IntakeGround
before(async () => {
  ground = await intakeGround()
})
after(() => ground.end())

test('files of paper are brought, watched, stopped and their refused rows taken by intake and supervisors alone, whatever page asks', async () => {
  const staff = (role: string): Actor => ({ kind: 'staff', id: newId(), roles: [role], sessionId: newId() })
  const everybody: [string, Actor][] = [...staffRoles.map((role): [string, Actor] => [role, staff(role)]), ['visitor', visitor], ['job', systemActor('job')], ['account', { ...staff('intake'), kind: 'account' }]]
  for (const [who, actor] of everybody) {
    const { perform, read } = ground.as(actor)
    const file = { storageKey: newId(), fileName: 'x.csv', sizeBytes: 1, sha256: '0'.repeat(64), startKey: newSecret(128), dryRun: true }
    const may = who === 'intake' || who === 'supervisor'
    const tried: { ok: boolean; refusal?: string }[] = may ? [] : [await perform(bringFile, file)]
    tried.push(await perform(stopIntake, { intake: 'x' }), await perform(takeRefusedRows, { intake: 'x' }))
    for (const result of tried) assert.equal(result.refusal === 'not-allowed', !may, who)
    assert.equal((await read(intakeRoom, { page: 1 })) !== null, may, who)
    assert.equal((await read(refusedRowsBehind, { intake: newId(), behind: 0 })) !== null, may, who)
    assert.equal(await read(oneIntake, { intake: 'x', page: 1 }), null)
  }
})
