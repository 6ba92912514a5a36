import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import { goodPassword, signInBy, signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import type { Actor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { readAccountContact } from './account-contact.ts'

let ground: AccountsGround
let maria: string
let sam: string

const idOf = async (kind: string, email: string) => {
  const rows = await ground.database.pools.owner?.selectFrom('mail.queued').select(['person', 'kind']).execute()
  const mails = await ground.mails(email)
  assert.ok(mails.some((mail) => mail.kind === kind))
  return rows?.filter((row) => row.kind === kind).map(({ person }) => person) ?? []
}

before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), 'maria@example.test')
  maria = (await idOf('accounts.welcome', 'maria@example.test'))[0] ?? ''
  await signUpUntil(ground, ground.browser(), 'sam@example.test')
  sam = (await idOf('accounts.welcome', 'sam@example.test')).find((id) => id !== maria) ?? ''
  await signInBy(ground, ground.browser(), 'maria@example.test')
})
after(() => ground.end())

const account = (id: string): Actor => ({ kind: 'account', id, roles: ['applicant'], sessionId: null })

test('on the portal an account reads its own rows and nobody else’s', async () => {
  const read = (as: string, whom: string) =>
    asActor(ground.database.pools.portal, account(as), {}, (tx) => readAccountContact({ tx, services: ground.services }, whom))
  assert.equal((await read(maria, maria))?.email, 'maria@example.test')
  assert.equal(await read(maria, sam), undefined)
})

const ownTables = ['account', 'terms_agreement', 'session', 'code_challenge', 'sign_up_link'] as const
for (const table of ownTables)
  test(`accounts.${table} shows the portal no row of another account, and none without an actor`, async () => {
    const rowsFor = (actor: Actor) =>
      asActor(ground.database.pools.portal, actor, {}, async (tx) => {
        const { rows } = await sql<Record<string, string>>`select * from accounts.${sql.raw(table)}`.execute(tx)
        return rows.map((row) => row.account ?? row.id)
      })
    assert.deepEqual([...new Set(await rowsFor(account(maria)))], [maria])
    assert.deepEqual(await rowsFor({ kind: 'visitor', id: null, roles: [], sessionId: null }), [])
  })

for (const statement of [
  'select hash from accounts.password',
  'select hash from accounts.backup_code',
  'select answer_hash from accounts.reset_answer',
  'select * from accounts.password_try',
  'delete from accounts.account',
  'delete from accounts.session',
])
  test(`the portal may not “${statement}”`, async () => {
    const tried = asActor(ground.database.pools.portal, account(maria), {}, (tx) => sql.raw(statement).execute(tx))
    await assert.rejects(tried, /permission denied/)
  })

test('staff read accounts and none of their secrets', async () => {
  const staff: Actor = { kind: 'staff', id: maria, roles: ['officer'], sessionId: null }
  const contact = await asActor(ground.database.pools.office, staff, {}, (tx) =>
    readAccountContact({ tx, services: ground.services }, sam),
  )
  assert.equal(contact?.email, 'sam@example.test')
  for (const table of ['password', 'backup_code', 'reset_answer', 'session', 'code_challenge'])
    await assert.rejects(
      asActor(ground.database.pools.office, staff, {}, (tx) => sql.raw(`select * from accounts.${table}`).execute(tx)),
      /permission denied/,
    )
})

test('no address, password, number, code or link stands readable in the accounts, the record, the jobs or a subject', async () => {
  const owner = ground.database.pools.owner
  assert.ok(owner)
  const mails = await ground.mails()
  const secrets = [
    'maria@example',
    'sam@example',
    goodPassword,
    ...mails.flatMap(({ code, links }) => [code?.digits, links?.[0]?.url.split('/confirm/')[1]]),
  ].filter((each): each is string => each !== undefined)
  const numbers = mails.flatMap(({ facts }) => facts?.map(({ value }) => value.replaceAll(' ', '')) ?? []).filter((each) => /^\d{12}$/.test(each))
  assert.ok(secrets.length > 6 && numbers.length >= 2)
  const dump = async (table: string) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(table)}`.execute(owner)
    return JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('latin1') : value]))))
  }
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('accounts', 'audit') and table_type = 'BASE TABLE'`.execute(owner)
  const jobs = await sql<{ payload: unknown }>`select payload from graphile_worker._private_jobs`.execute(
    ground.database.pools.worker,
  )
  const texts = [
    ...(await Promise.all(tables.map(({ name }) => dump(name)))),
    JSON.stringify(jobs.rows),
    mails.map(({ subject }) => subject).join(),
  ]
  // A code of six digits may stand in a hash or a time by chance: it must not be a value of its own.
  const stands = (text: string, secret: string) => (/^\d{6}$/.test(secret) ? text.includes(`"${secret}"`) : text.includes(secret))
  for (const secret of secrets) assert.ok(!texts.some((text) => stands(text, secret)), secret)
  const withNumber = texts.filter((text) => numbers.some((number) => text.includes(number)))
  assert.equal(withNumber.length, 1, 'a number stands in accounts.account alone')
})
