import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import { signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import { systemActor } from '../platform/actor.ts'
import type { JobContext } from '../platform/jobs/job.ts'
import { newId } from '../platform/ids.ts'
import { openLog } from '../platform/log.ts'
import { performerFor } from '../platform/operation.ts'
import { sweepAccounts } from './accounts-chores.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), 'kept@example.test')
  await signUpUntil(ground, ground.browser(), 'abandoned@example.test', 'backup-code')
})
after(() => ground.end())

const sweep = () => {
  const pool = ground.database.pools.worker
  const actor = systemActor('accounts.sweep')
  const performer = performerFor({ ...ground.parts, pool }, actor, { id: null, network: null })
  const context: JobContext = { ...performer, services: ground.services, pool, log: openLog('silent') }
  return sweepAccounts.run(context)
}

const counts = async () => {
  const owner = ground.database.pools.owner
  const count = async (table: 'accounts.account' | 'accounts.session' | 'accounts.sign_up_link' | 'accounts.code_challenge') =>
    (await owner?.selectFrom(table).selectAll().execute())?.length
  return {
    accounts: await count('accounts.account'),
    sessions: await count('accounts.session'),
    links: await count('accounts.sign_up_link'),
    challenges: await count('accounts.code_challenge'),
  }
}

test('a sweep on the same day deletes nothing', async () => {
  const before = await counts()
  await sweep()
  assert.deepEqual(await counts(), before)
})

test('links go after 30 days; sessions with their challenges, and sign-ups nobody came back to, after 90', async () => {
  ground.services.clock.advance({ hours: 24 * 31 })
  await sweep()
  assert.deepEqual({ ...(await counts()), sessions: 0, challenges: 0 }, { accounts: 2, sessions: 0, links: 0, challenges: 0 })
  ground.services.clock.advance({ hours: 24 * 60 })
  await sweep()
  assert.deepEqual(await counts(), { accounts: 1, sessions: 0, links: 0, challenges: 0 })
})

test('a finished account stays for ever', async () => {
  ground.services.clock.advance({ hours: 24 * 365 * 30 })
  await sweep()
  assert.equal((await counts()).accounts, 1)
})

test('an answered challenge goes after a day, a removed passkey after 30; one that is used stays', async () => {
  const owner = ground.database.pools.owner
  assert.ok(owner)
  const { id: account } = await owner.selectFrom('accounts.account').select('id').executeTakeFirstOrThrow()
  const at = ground.services.clock.now()
  const passkey = (id: string, removed_at: Temporal.Instant | null) => ({
    id,
    account,
    credential_id: `credential-${id}`,
    public_key: Buffer.from('key'),
    user_handle: 'h'.repeat(43),
    is_backup_eligible: false,
    is_backed_up: false,
    name: 'Key',
    added_at: at,
    removed_at,
  })
  await owner.insertInto('accounts.passkey').values([passkey(newId(), null), passkey(newId(), at)]).execute()
  await owner
    .insertInto('accounts.passkey_challenge')
    .values({ id: newId(), purpose: 'sign-in', challenge: 'c'.repeat(43), made_at: at, taken_at: at })
    .execute()
  const left = async () => [
    (await owner.selectFrom('accounts.passkey').select('id').execute()).length,
    (await owner.selectFrom('accounts.passkey_challenge').select('id').execute()).length,
  ]
  ground.services.clock.advance({ hours: 24 })
  await sweep()
  assert.deepEqual(await left(), [2, 1])
  ground.services.clock.advance({ hours: 1 })
  await sweep()
  assert.deepEqual(await left(), [2, 0])
  ground.services.clock.advance({ hours: 24 * 30 })
  await sweep()
  assert.deepEqual(await left(), [1, 0])
})
