import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { systemActor } from '../actor.ts'
import { newId } from '../ids.ts'
import { openLog } from '../log.ts'
import { operation } from '../operation.ts'
import { MailFault, type MailFaultKind } from './mail.ts'
import { queueMails } from './queue-mail.ts'
import { sendMailJob } from './send-mail-job.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

const kind = { name: 'test.turn', render: () => ({ subject: 'News', paragraphs: ['There is news.'] }) }
const frame = { from: { name: 'Portolan', address: 'no-reply@example.test' }, agency: 'Agency', timeZone: 'America/New_York', demonstration: () => undefined }

const queueForTest = operation({
  name: 'test.queue-turn',
  allow: () => true,
  refusals: [],
  run: async (context, to: readonly string[]) => {
    await queueMails(context, to.map((address) => ({ kind: kind.name, to: address, person: newId(), language: 'en' })))
    return {}
  },
})

const queued = (to: readonly string[]) => ground.as(systemActor('test')).perform(queueForTest, to)

/** The payloads of the jobs that wait, the oldest first; they are taken away. */
async function takeJobs(): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`with gone as (delete from graphile_worker._private_jobs returning id, payload) select payload from gone order by id`.execute(ground.database.pools.owner ?? assert.fail())
  return rows.map(({ payload }) => payload)
}

/** A mail server that refuses what it is told to, and counts what it took. */
function server(refused: Readonly<Record<string, MailFaultKind>> = {}) {
  const [taken, asked]: [string[], string[]] = [[], []]
  const job = sendMailJob(
    {
      async send({ to }) {
        asked.push(to)
        const fault = refused[to]
        if (fault) throw new MailFault(fault, 'test')
        taken.push(to)
        return 'sent'
      },
    },
    [kind],
    frame,
    async () => true,
  )
  const run = (payload: Record<string, unknown>) => job.run({ ...ground.as(systemActor('mail.send')), services: ground.services, pool: ground.database.pools.worker, log: openLog('silent') }, payload)
  return { taken, asked, run }
}

const addresses = (name: string, many: number) => Array.from({ length: many }, (_, at) => `${name}${at}@example.test`)

it('sixty mails queued together are three jobs; each is sent once, however often and at the same time a job runs', async () => {
  const to = addresses('turn', 60)
  await queued(to)
  const jobs = await takeJobs()
  assert.equal(jobs.length, 3)
  const { taken, run } = server()
  await Promise.all([...jobs, ...jobs].map(run))
  for (const payload of jobs) await run(payload)
  assert.deepEqual(taken.toSorted(), to.toSorted())
  assert.deepEqual(await takeJobs(), [])
})

it('a mail that is not taken for now holds up no other of its turn, and goes on by a job of its own', async () => {
  const to = addresses('greylisted', 3)
  await queued(to)
  const [turn] = await takeJobs()
  const first = server({ [to[1] ?? '']: 'refused-for-now' })
  await first.run(turn ?? assert.fail())
  assert.deepEqual(first.taken, [to[0], to[2]])
  const apart = await takeJobs()
  assert.equal(apart.length, 1)
  const later = server()
  for (const payload of [...apart, turn ?? {}]) await later.run(payload)
  assert.deepEqual(later.taken, [to[1]])
})

it('while the server is away a turn asks it once and leaves every mail to a job of its own', async () => {
  const to = addresses('away', 4)
  await queued(to)
  const [turn] = await takeJobs()
  const away = server({ [to[1] ?? '']: 'unreachable' })
  await away.run(turn ?? assert.fail())
  assert.deepEqual(away.asked, to.slice(0, 2))
  const apart = await takeJobs()
  assert.equal(apart.length, 3)
  const back = server()
  for (const payload of apart) await back.run(payload)
  assert.deepEqual(back.taken, to.slice(1))
})
