import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { systemActor } from '../actor.ts'
import type { Log } from '../log.ts'
import { performerFor, type PerformerParts } from '../operation.ts'
import { startChores } from './chores.ts'
import type { Chore, Job, JobContext } from './job.ts'
import { type Rescuer, startRescuer } from './rescuer.ts'
import { unhurried } from './turns.ts'

export interface WorkerParts extends PerformerParts {
  /** The worker role's address; the queue keeps a pool of its own. */
  databaseUrl: string
  jobs: readonly Job[]
  chores: readonly Chore[]
  log: Log
  concurrency?: number
}

export interface RunningWorker {
  stop(): Promise<void>
}

const concurrencyUsual = 4
const pollMilliseconds = 2000
const restartMilliseconds = 500
const noRequest = { id: null, network: null }

/**
 * Works the queue until stopped: jobs under way are finished, waiting ones stay for the next start.
 * When the database goes away the queue is taken up again as soon as it is back.
 */
export async function runWorker(parts: WorkerParts): Promise<RunningWorker> {
  let stopping = false
  const abandoned: Pool[] = []
  let shift = await startShift(parts, () => takeUpAgain())
  let changing: Promise<void> = Promise.resolve()
  const chores = startChores(parts.chores, (name) => jobContext(parts, name), parts.log)
  const takeUpAgain = () => {
    changing = changing.then(async () => {
      abandoned.push(await shift.abandon())
      while (!stopping) {
        const next = await startShift(parts, takeUpAgain).catch((fault) => {
          parts.log.fault({ event: 'queue-not-reachable' }, fault)
          return null
        })
        if (next) {
          shift = next
          return
        }
        await new Promise((settle) => setTimeout(settle, restartMilliseconds))
      }
    })
  }
  return {
    stop: async () => {
      stopping = true
      await chores.stop()
      await changing
      await shift.end()
      await Promise.all(abandoned.map((pool) => pool.end()))
    },
  }
}

interface Shift {
  end(): Promise<void>
  /**
   * Leaves a shift whose connections are gone. Jobs under way still try to say how they ended, through the same pool:
   * it is handed back to be ended with the worker.
   */
  abandon(): Promise<Pool>
}

/** One stretch of work on one set of connections; `onLost` is called once when they are gone. */
async function startShift(parts: WorkerParts, onLost: () => void): Promise<Shift> {
  const concurrency = parts.concurrency ?? concurrencyUsual
  const pool = new Pool({ connectionString: parts.databaseUrl, max: concurrency + 3, application_name: 'portolan queue' })
  const quiet = (fault: Error) => parts.log.fault({ event: 'queue-connection-lost' }, fault)
  pool.on('error', quiet)
  pool.on('connect', (client) => client.on('error', quiet))
  let over = false
  const lost = () => {
    if (!over) onLost()
    over = true
  }
  try {
    const rescuer = await startRescuer(pool, parts, lost)
    const runners = await startRunners(pool, parts, concurrency, rescuer)
    for (const runner of runners) runner.promise.then(lost, lost)
    const stopRunner = async () => {
      over = true
      await Promise.all(runners.map((runner) => runner.stop().catch(quiet)))
    }
    return {
      end: async () => {
        await stopRunner()
        await rescuer.stop()
        await pool.end()
      },
      abandon: async () => {
        await stopRunner()
        rescuer.leave()
        return pool
      },
    }
  } catch (fault) {
    await pool.end()
    throw fault
  }
}

/** One place of several stays free of jobs that nobody waits for: a code leaves while the others tell many. */
async function startRunners(pool: Pool, parts: WorkerParts, concurrency: number, rescuer: Rescuer): Promise<readonly Runner[]> {
  if (concurrency === 1) return [await startRunner(pool, parts, { concurrency, rescuer, forbiddenFlags: null })]
  const rest = await startRunner(pool, parts, { concurrency: concurrency - 1, rescuer, forbiddenFlags: null })
  try {
    return [rest, await startRunner(pool, parts, { concurrency: 1, rescuer, forbiddenFlags: [unhurried] })]
  } catch (fault) {
    await rest.stop()
    throw fault
  }
}

const startRunner = (pool: Pool, parts: WorkerParts, { concurrency, rescuer, forbiddenFlags }: { concurrency: number; rescuer: Rescuer; forbiddenFlags: string[] | null }): Promise<Runner> =>
  run({
    pgPool: pool,
    concurrency,
    forbiddenFlags,
    noHandleSignals: true,
    pollInterval: pollMilliseconds,
    taskList: taskListOf(parts),
    logger: new Logger(() => () => undefined),
    events: rescuer.events,
  })

/** What a job or chore is given: it acts as the system under its own name. */
export function jobContext(parts: PerformerParts & { log: Log }, name: string): JobContext {
  const { pool, services, log } = parts
  return { ...performerFor(parts, systemActor(name), noRequest), services, pool, log }
}

function taskListOf(parts: WorkerParts): TaskList {
  return Object.fromEntries(parts.jobs.map((job) => [job.task, taskOf(parts, job)]))
}

function taskOf(parts: WorkerParts, job: Job): TaskList[string] {
  return async (payload, helpers) => {
    try {
      await job.run(jobContext(parts, job.task), payload as Record<string, unknown>)
    } catch (fault) {
      parts.log.fault({ event: 'job-failed', task: job.task, jobId: helpers.job.id, attempt: helpers.job.attempts }, fault)
      throw fault
    }
  }
}
