import { EventEmitter } from 'node:events'
import { randomInt } from 'node:crypto'
import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { Pool, type PoolClient } from 'pg'
import { systemActor } from '../actor.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { performerFor, type PerformerParts } from '../operation.ts'
import type { Chore, Job, JobContext } from './job.ts'
import { startChores } from './chores.ts'
import { addWorker, freeJobsOfTheDead, registerProcess, removeProcess } from './worker-process-store.ts'

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

const rescueEveryMilliseconds = 5000
const noRequest = { id: null, network: null }

/** Works the queue until stopped: jobs under way are finished, waiting ones stay for the next start. */
export async function runWorker(parts: WorkerParts): Promise<RunningWorker> {
  const pool = new Pool({ connectionString: parts.databaseUrl, max: (parts.concurrency ?? 4) + 2, application_name: 'portolan queue' })
  pool.on('error', (fault) => parts.log.fault({ event: 'queue-connection-lost' }, fault))
  const rescuer = await startRescuer(pool, parts)
  const runner = await run({
    pgPool: pool,
    concurrency: parts.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: taskListOf(parts),
    logger: new Logger(() => () => undefined),
    events: rescuer.events,
  })
  const chores = startChores(parts.chores, (name) => contextFor(parts, name), parts.log)
  return { stop: () => stopAll(runner, chores, rescuer, pool) }
}

async function stopAll(runner: Runner, chores: { stop(): Promise<void> }, rescuer: Rescuer, pool: Pool) {
  await chores.stop()
  await runner.stop()
  await rescuer.stop()
  await pool.end()
}

export function contextFor(parts: Omit<WorkerParts, 'databaseUrl' | 'jobs' | 'chores'>, name: string): JobContext {
  const { pool, services, log } = parts
  return { ...performerFor(parts, systemActor(name), noRequest), services, pool, log }
}

function taskListOf(parts: WorkerParts): TaskList {
  return Object.fromEntries(parts.jobs.map((job) => [job.task, taskOf(parts, job)]))
}

function taskOf(parts: WorkerParts, job: Job): TaskList[string] {
  return async (payload, helpers) => {
    try {
      await job.run(contextFor(parts, job.task), payload as Record<string, unknown>)
    } catch (fault) {
      parts.log.fault({ event: 'job-failed', task: job.task, jobId: helpers.job.id, attempt: helpers.job.attempts }, fault)
      throw fault
    }
  }
}

interface Rescuer {
  events: EventEmitter
  stop(): Promise<void>
}

/** Tells the others which workers are ours, and frees the jobs of processes that are gone. */
async function startRescuer(pool: Pool, parts: WorkerParts): Promise<Rescuer> {
  const id = newId()
  const client: PoolClient = await pool.connect()
  await registerProcess(client, { id, lockKey: randomInt(1, 2 ** 31 - 1), startedAt: parts.services.clock.now() })
  let turn: Promise<unknown> = freeJobsOfTheDead(client, id)
  await turn
  const next = (work: () => Promise<unknown>) => {
    turn = turn.then(work).catch((fault) => parts.log.fault({ event: 'rescue-failed' }, fault))
    return turn
  }
  const events = new EventEmitter()
  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => void next(() => addWorker(client, id, worker.workerId)))
  const timer = setInterval(() => void next(() => freeJobsOfTheDead(client, id)), rescueEveryMilliseconds)
  return {
    events,
    stop: async () => {
      clearInterval(timer)
      await next(() => removeProcess(client, id))
      client.release(true)
    },
  }
}
