import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testNow } from '../../test/cast/services.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { type Actor, systemActor, visitor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { recordEntry } from './index.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.drop())

const at = Temporal.Instant.from(testNow)
const person = (kind: 'account' | 'staff', number: number): Actor => ({
  kind,
  id: `01890000-0000-7000-8000-00000000000${number}`,
  roles: [],
  sessionId: null,
})
const maria = person('account', 1)
const officer = person('staff', 2)

/** Writes an entry in the name of `named` while `acting` acts. */
const write = (role: 'portal' | 'office' | 'worker', acting: Actor, named: Actor) =>
  asActor(database.pools[role], acting, {}, (tx) =>
    recordEntry(tx, { operation: 'a', actor: named, at, outcome: 'done', refusal: null, requestId: null }),
  )

test('everyone who acts can be put on record', async () => {
  await write('portal', visitor, visitor)
  await write('portal', maria, maria)
  await write('portal', systemActor('parking'), systemActor('parking'))
  await write('office', officer, officer)
  await write('worker', systemActor('worker'), systemActor('worker'))
})

const forged: [string, 'portal' | 'office' | 'worker', Actor, Actor][] = [
  ['a person in the name of another', 'portal', maria, person('account', 3)],
  ['a visitor in the name of a person', 'portal', visitor, maria],
  ['a person in the name of the system', 'portal', maria, systemActor('worker')],
  ['an officer in the name of a colleague', 'office', officer, person('staff', 4)],
  ['an officer in the name of a person', 'office', officer, maria],
  ['staff over a connection of the portal', 'portal', officer, officer],
  ['staff over a connection of the worker', 'worker', officer, officer],
]
for (const [what, role, acting, named] of forged)
  test(`an entry of ${what} is refused`, () => assert.rejects(write(role, acting, named), /names the one who acts/))
