import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsGround } from '../../../test/cast/accounts-ground.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { systemActor } from '../../platform/actor.ts'
import { parkForm } from './parked-form.ts'

test('twenty forms are parked for one account, and none at an address of more than 500 characters', async () => {
  const ground = await accountsGround()
  try {
    const { id: account } = await readyPerson(ground, 'parks@example.test')
    const park = async (path: string) => (await ground.as(systemActor('parking')).perform(parkForm, { typedBy: { account }, path, posted: new Map() })).ok
    assert.equal(await park(`/${'a'.repeat(499)}`), true)
    assert.equal(await park(`/${'a'.repeat(500)}`), false)
    for (let form = 2; form <= 20; form += 1) assert.equal(await park(`/${form}`), true, `form ${form}`)
    assert.equal(await park('/21'), false)
    assert.equal(await park('/20'), true, 'one that is parked there already is put in its place')
  } finally {
    await ground.end()
  }
})
