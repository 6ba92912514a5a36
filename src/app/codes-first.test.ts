import assert from 'node:assert/strict'
import { after, before, beforeEach, it } from 'node:test'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import { goodPassword, signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import { phoneOf, signUpByText } from '../../test/cast/ways-in-browser.ts'
import { testRequest } from '../../test/cast/services.ts'
import { notify, notifyEach } from '../notifications/index.ts'
import { systemActor } from '../platform/actor.ts'
import type { Job } from '../platform/jobs/job.ts'
import { runWorker } from '../platform/jobs/run-worker.ts'
import { openLog } from '../platform/log.ts'
import { operation, performerFor } from '../platform/operation.ts'

const [byMail, byText] = ['codes-first@example.test', 'codes-by-text@example.test']
let ground: AccountsGround
const accounts: string[] = []
const owner = () => ground.database.pools.owner ?? assert.fail('the test database has an owner')

before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), byMail)
  await signUpByText(ground, byText, phoneOf(31))
  accounts.push(...(await owner().selectFrom('accounts.account').select('id').execute()).map(({ id }) => id))
})
after(() => ground.end())
beforeEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(owner())
  ground.services.clock.advance({ hours: 48 })
})

/** One case has news, and so many people have some at once; by mail. */
const tellMany = operation({
  name: 'test.tell-many',
  allow: () => true,
  refusals: [],
  run: async (context, many: number) => {
    const news = Array.from({ length: many }, (_, at) => ({ accounts: [accounts[at % accounts.length] as string], mail: { kind: 'cases.news', values: {} } }))
    await notify(context, { accounts: accounts.slice(0, 1), topic: 'case-news', mail: { kind: 'cases.news', values: {} } })
    await notifyEach(context, 'case-news', news)
    return {}
  },
})

const workerParts = () => ({ ...ground.parts, pool: ground.database.pools.worker })
const tell = async (many: number) => assert.ok((await performerFor(workerParts(), systemActor('test'), testRequest).perform(tellMany, many)).ok)

async function askForCode(email: string) {
  const browser = ground.browser()
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password: goodPassword })
  assert.equal(browser.seen.url, '/sign-in/verification-code')
}

const kindOf = async ({ mail }: Readonly<Record<string, unknown>>) =>
  mail ? (await owner().selectFrom('mail.queued').select('kind').where('id', '=', String(mail)).executeTakeFirstOrThrow()).kind : 'text'

/** What a worker of so many places takes, in its order; a job for many goes on until it is let go. */
async function working(concurrency: number, isHeld = false) {
  const taken: string[] = []
  const waiting: { count: number; settle: () => void }[] = []
  const hold = Promise.withResolvers<void>()
  const jobOf = (task: string): Job => ({
    task,
    run: async (_context, payload) => {
      taken.push('mails' in payload ? 'many' : await kindOf(payload))
      for (const { count, settle } of waiting) if (taken.length >= count) settle()
      if (isHeld && 'mails' in payload) await hold.promise
    },
  })
  const worker = await runWorker({ ...workerParts(), databaseUrl: ground.database.urls.worker, jobs: ['mail.send', 'sms.send'].map(jobOf), chores: [], log: openLog('silent'), concurrency })
  const took = (count: number) => new Promise<void>((settle) => (taken.length >= count ? settle() : waiting.push({ count, settle })))
  return {
    taken,
    took,
    end: async () => {
      hold.resolve()
      await worker.stop()
    },
  }
}

it('a code by mail and one by text leave before news of a case, and that before what many are told together, though all was queued first', async () => {
  await tell(60)
  await askForCode(byMail)
  await askForCode(byText)
  const { taken, took, end } = await working(1)
  await took(6)
  await end()
  assert.deepEqual(taken, ['accounts.one-time-password', 'text', 'cases.news', 'many', 'many', 'many'])
})

it('while every other place of a worker tells many, one takes the code that is asked for then', async () => {
  await tell(75)
  const { taken, took, end } = await working(2, true)
  await took(2)
  await askForCode(byMail)
  await took(3)
  assert.deepEqual(taken, ['cases.news', 'many', 'accounts.one-time-password'])
  await end()
})
