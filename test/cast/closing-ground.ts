import { Logger, runOnce } from 'graphile-worker'
import { Pool } from 'pg'
import { recordEntry } from '../../src/audit/index.ts'
import { emailHash } from '../../src/accounts/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { page, recordsNothing, type Route } from '../../src/platform/http/page.ts'
import { anyone } from '../../src/platform/http/visit.ts'
import { jobContext } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { paths, type PathBuilder } from '../../src/platform/paths.ts'
import { carryOutClosings } from '../../src/portal/closing/carry-out-closings.ts'
import { closePage } from '../../src/portal/closing/pages/close-page.tsx'
import { portalMailKinds } from '../../src/portal/index.ts'
import { makeArchiveJob } from '../../src/portal/my-data/make-archive.ts'
import { dataPage } from '../../src/portal/my-data/pages/data-page.tsx'
import { archiveEndpoint } from '../../src/portal/my-data/take-archive.ts'
import { accountsGround } from './accounts-ground.ts'
import { readyPerson } from './ready-person.ts'
import { linkPathIn, signInBy } from './sign-up-in-browser.ts'

const standIn = (path: PathBuilder): Route =>
  page({ path, access: anyone, audit: recordsNothing('a stand-in'), view: () => ({ title: 'stand-in', body: 'stand-in' }) })

/** The accounts' ground with the pages of a person's data and of closing, their job and their chore. */
export async function closingGround() {
  const stands = [paths.front, paths.account].map((path) => standIn(path as PathBuilder))
  const ground = await accountsGround([...stands, dataPage, archiveEndpoint, closePage], portalMailKinds)
  const { database, services } = ground
  const owner = database.pools.owner as NonNullable<typeof database.pools.owner>
  const worker = { pool: database.pools.worker, services, record: recordEntry, log: openLog('silent') }
  const queue = new Pool({ connectionString: database.urls.worker, max: 2 })
  queue.on('error', () => {})
  queue.on('connect', (client) => client.on('error', () => {}))
  const accountOf = (email: string) =>
    owner.selectFrom('accounts.account').selectAll().where('email_hash', '=', emailHash(services.keys, email)).executeTakeFirst()
  return {
    ...ground,
    owner,
    accountOf,
    system: jobContext(worker, 'test'),
    /** The system, by another clock. */
    systemWith: (others: typeof services) => jobContext({ ...worker, services: others }, 'test'),
    /** A person with a finished account, signed in by password and code just now. */
    async person(email: string) {
      const made = await readyPerson(ground, email)
      const browser = ground.browser()
      await signInBy(ground, browser, email)
      return { ...made, browser }
    },
    /** Who acts in the newest session of an account. */
    async actorOf(id: string): Promise<Actor> {
      const session = await owner
        .selectFrom('accounts.session')
        .select('id')
        .where('account', '=', id)
        .where('stage', '=', 'full')
        .orderBy('begun_at', 'desc')
        .executeTakeFirstOrThrow()
      return { kind: 'account', id, roles: ['applicant'], sessionId: session.id }
    },
    /** The newest mail of a kind of any domain. */
    async lastMailOf(to: string, kind: string) {
      const found = (await ground.mails(to)).filter((mail) => mail.kind === kind).at(-1)
      if (!found) throw new Error(`no mail ${kind} to ${to}`)
      return found
    },
    undoPath: async (email: string) => linkPathIn(await ground.lastMail(email, 'closed')),
    carryOut: () => carryOutClosings.run(jobContext(worker, carryOutClosings.name)),
    async makeArchives() {
      const job = makeArchiveJob({ demonstration: () => undefined })
      const taskList = { [job.task]: (payload: unknown) => job.run(jobContext(worker, job.task), payload as Record<string, unknown>) }
      await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => undefined) })
    },
    later: (duration: Temporal.DurationLike) => services.clock.advance(duration),
    async end() {
      await queue.end()
      await ground.end()
    },
  }
}

export type ClosingGround = Awaited<ReturnType<typeof closingGround>>
