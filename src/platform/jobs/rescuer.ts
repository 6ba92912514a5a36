import { randomInt } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Pool } from 'pg'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Services } from '../services.ts'
import { addPool, freeJobsOfTheDead, registerProcess, removeProcess } from './worker-process-store.ts'

/** Tells other processes which pools of workers are ours, and frees the jobs of processes that are gone. */
export interface Rescuer {
  /** Handed to the queue's runner, which says here which pools of workers it makes. */
  events: EventEmitter
  /** Every job of ours has ended: nothing is left to free. */
  stop(): Promise<void>
  /** Jobs of ours may be left locked: whoever looks next frees them. */
  leave(): void
}

const rescueEveryMilliseconds = 5000

/** Registers this process on a connection it keeps: while that lives, our jobs are ours. `onLost`: it does not. */
export async function startRescuer(pool: Pool, parts: { services: Services; log: Log }, onLost: () => void): Promise<Rescuer> {
  const id = newId()
  const client = await pool.connect()
  client.once('end', onLost)
  await registerProcess(client, { id, lockKey: randomInt(1, 2 ** 31 - 1), startedAt: parts.services.clock.now() })
  await freeJobsOfTheDead(client, id)
  let turn: Promise<unknown> = Promise.resolve()
  const next = (work: () => Promise<unknown>) => {
    turn = turn.then(work).catch((fault) => parts.log.fault({ event: 'rescue-failed' }, fault))
    return turn
  }
  const events = new EventEmitter()
  // The queue locks a job under the name of the pool that took it, not of the worker.
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => void next(() => addPool(client, id, workerPool.id)))
  const timer = setInterval(() => void next(() => freeJobsOfTheDead(client, id)), rescueEveryMilliseconds)
  const leave = () => {
    clearInterval(timer)
    client.off('end', onLost)
    client.release(true)
  }
  return {
    events,
    leave,
    stop: async () => {
      clearInterval(timer)
      await next(() => removeProcess(client, id))
      leave()
    },
  }
}
