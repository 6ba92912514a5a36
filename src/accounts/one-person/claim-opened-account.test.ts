import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { systemActor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import { operation, performerFor } from '../../platform/operation.ts'
import { findAccountByNumber } from '../account-store.ts'
import { dateOfBirthHash } from '../date-of-birth.ts'
import { sweepAccounts } from '../accounts-chores.ts'
import { claimOpenedAccount } from './claim-opened-account.ts'
import { openAccountsForAgency } from './open-for-agency.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
const worker = () =>
  performerFor({ ...ground.parts, pool: ground.database.pools.worker }, systemActor('intake'), { id: null, network: null })

const opening = operation({
  name: 'test.open-for-agency',
  allow: (actor) => actor.kind === 'system',
  refusals: [],
  async run(context, _input: undefined) {
    const born = dateOfBirthHash(context.services.keys, Temporal.PlainDate.from('1980-02-29'))
    const [opened] = await openAccountsForAgency(context, [{ dateOfBirthHash: born, language: 'en' }])
    return { account: opened?.id ?? '', onlineAccountNumber: opened?.number ?? '' }
  },
})

const claiming = operation({
  name: 'test.claim',
  gate: true,
  allow: () => true,
  refusals: [],
  run: (context, input: { opened: string; by: string }) => claimOpenedAccount(context, input),
})

const opened = async () => {
  const made = await worker().perform(opening, undefined)
  assert.ok(made.ok)
  return made.output
}
const idOf = async (email: string, number: string | null) => {
  const query = owner().selectFrom('accounts.account').selectAll().orderBy('begun_at', 'desc')
  return number
    ? query.where('online_account_number', '=', number).executeTakeFirstOrThrow()
    : query.where('completed_at', 'is', null).where('email_hash', 'is not', null).executeTakeFirstOrThrow().then((row) => ({ ...row, email }))
}

test('an account that the agency opened has a number and nothing that signs in', async () => {
  const { account, onlineAccountNumber } = await opened()
  const row = await owner().selectFrom('accounts.account').selectAll().where('id', '=', account).executeTakeFirstOrThrow()
  assert.match(onlineAccountNumber, /^[1-9]\d{11}$/)
  assert.deepEqual([row.email_hash, row.password_set_at, row.completed_at], [null, null, null])
})

test('who claims it in the middle of a sign-up keeps the number that was printed', async () => {
  const { account, onlineAccountNumber } = await opened()
  const browser = ground.browser()
  const email = 'claimer@example.test'
  await signUpUntil(ground, browser, email, 'services')
  const person = await idOf(email, null)
  const claimed = await ground.as().perform(claiming, { opened: account, by: person.id })
  assert.deepEqual(claimed, { ok: true, output: true })
  await browser.press('Submit', { type: 'applicant' })
  const welcome = await ground.lastMail(email, 'welcome')
  assert.equal(welcome.facts?.[0]?.value.replaceAll(' ', ''), onlineAccountNumber)
  assert.equal((await findAccountByNumber(owner(), onlineAccountNumber))?.id, person.id)
})

test('who has an account keeps its number, and the printed one leads there for ever', async () => {
  const { account, onlineAccountNumber } = await opened()
  const email = 'holder@example.test'
  await signUpUntil(ground, ground.browser(), email)
  const own = (await ground.lastMail(email, 'welcome')).facts?.[0]?.value.replaceAll(' ', '') ?? ''
  const person = await idOf(email, own)
  await ground.as().perform(claiming, { opened: account, by: person.id })
  for (const number of [own, onlineAccountNumber]) assert.equal((await findAccountByNumber(owner(), number))?.id, person.id)
})

test('of ten claims at once one joins it, and an account with a user name is never claimed', async () => {
  const { account } = await opened()
  const email = 'racer@example.test'
  await signUpUntil(ground, ground.browser(), email)
  const person = await idOf(email, (await ground.lastMail(email, 'welcome')).facts?.[0]?.value.replaceAll(' ', '') ?? '')
  const tried = await Promise.all(
    Array.from({ length: 10 }, () => ground.as().perform(claiming, { opened: account, by: person.id })),
  )
  assert.equal(tried.filter((each) => each.ok && each.output).length, 1)
  const other = await idOf('holder@example.test', (await ground.lastMail('holder@example.test', 'welcome')).facts?.[0]?.value.replaceAll(' ', '') ?? '')
  assert.deepEqual(await ground.as().perform(claiming, { opened: other.id, by: person.id }), { ok: true, output: false })
})

test('the sweep of sign-ups that nobody came back to leaves opened and claimed accounts where they are', async () => {
  const { account } = await opened()
  ground.services.clock.advance({ hours: 24 * 365 })
  const pool = ground.database.pools.worker
  await sweepAccounts.run({ ...worker(), services: ground.services, pool, log: openLog('silent') })
  const rows = await owner().selectFrom('accounts.account').select('id').where('id', '=', account).execute()
  assert.equal(rows.length, 1)
})
