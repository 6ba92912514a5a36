import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import { recordedStatements } from '../../test/cast/recorded-statements.ts'
import { signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import { portalVisits } from './sessions/visit.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

test('who holds a cookie is asked in one statement, and not at all for what cannot be a secret', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'hot@example.test')
  const { pool, statements } = recordedStatements(ground.database.pools.portal)
  const visitOf = portalVisits({ pool, services: ground.services })
  const visit = await visitOf(browser.cookies.get('portolan_portal') ?? '')
  assert.equal(visit.session?.holder?.stage, 'full')
  assert.deepEqual(visit.actor.roles, ['applicant'])
  assert.equal(statements.length, 1)
  for (const secret of [null, '', 'short', "' or true --"]) assert.equal((await visitOf(secret)).session, null)
  assert.equal(statements.length, 1)
})

/** What a million rows would be searched by: on an empty table the planner must be told not to read it whole. */
const hotQueries: [string, string][] = [
  ['session_secret_hash_key', "select from accounts.session where secret_hash = any (array['a', 'b'])"],
  ['account_email_hash_key', "select from accounts.account where email_hash in ('a', 'b')"],
  ['account_online_account_number_key', "select from accounts.account where online_account_number = '482109375523'"],
  ['sign_up_link_token_hash_key', "select from accounts.sign_up_link where token_hash in ('a', 'b')"],
  ['code_challenge_session_key', 'select from accounts.code_challenge where session = gen_random_uuid()'],
  ['password_try_pkey', "select from accounts.password_try where subject = 'a'"],
]
for (const [index, statement] of hotQueries)
  test(`“${statement}” is answered by ${index}`, async () => {
    const plan = await ground.database.pools.owner?.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const { rows } = await sql<Record<string, string>>`explain ${sql.raw(statement)}`.execute(tx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    assert.match(plan ?? '', new RegExp(index))
  })
