import type { Kysely } from 'kysely'
import type { DB } from '../db/tables.ts'
import type { Log } from '../log.ts'
import type { Performer } from '../operation.ts'
import type { Services } from '../services.ts'

/** What a job is given: it acts as the system, through the worker's role. */
export interface JobContext extends Performer {
  readonly services: Services
  readonly pool: Kysely<DB>
  readonly log: Log
}

/** A piece of work that follows from a committed change. It may run twice: the second run must change nothing. */
export interface Job {
  /** `<domain>.<verb>`, on the list of `platform.task_allowed`. */
  readonly task: string
  run(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void>
}

/** Work that nobody asks for: run by the schedule, one at a time over all workers. */
export interface Chore {
  readonly name: string
  readonly everySeconds: number
  run(context: JobContext): Promise<void>
}
