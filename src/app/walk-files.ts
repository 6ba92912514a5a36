import type { Chore } from '../platform/jobs/job.ts'
import { type Faulty, lookAtFilesBetween } from './named-files.ts'

/** A week has so many minutes, and every file that the database names has one of them by its id. */
const turns = 7 * 24 * 60
const secondsOfTurn = 60
/** What was missed while a turn ran long or the worker was busy is made up for; of a longer time off, the next week takes care. */
const turnsMadeUp = 60

/** The ids of a turn: behind the first, up to the second. Ids are random, so that all turns have about as many. */
export function idsOfTurn(turn: number): { behind: string; upTo: string } {
  const id = (share: number) => `${Math.min(0xffffffff, Math.floor(share * 0x1_0000_0000)).toString(16).padStart(8, '0')}-0000-0000-0000-000000000000`
  const at = turn % turns
  return { behind: id(at / turns), upTo: at === turns - 1 ? 'ffffffff-ffff-ffff-ffff-ffffffffffff' : id((at + 1) / turns) }
}

const turnAt = (now: Temporal.Instant) => Math.floor(now.epochMilliseconds / 1000 / secondsOfTurn)

/**
 * Reads every file that the database names once a week, a few each minute, and tells the log of each that is missing
 * or damaged. Which ones are due is read off the clock: nothing is kept, and a restart loses no place.
 */
export function walkFiles(): Chore {
  let done: number | undefined
  return {
    name: 'storage.walk',
    everySeconds: secondsOfTurn,
    async run({ pool, services, log }) {
      const now = turnAt(services.clock.now())
      for (let turn = Math.max(done === undefined ? now : done + 1, now - turnsMadeUp); turn <= now; turn += 1) {
        const { faults } = await lookAtFilesBetween(pool, services, idsOfTurn(turn))
        for (const fault of faults) log.fault({ event: eventOf(fault), task: 'storage.walk', reason: `${fault.table} ${fault.id}` }, new Error('a file that the database names is not there as it came in'))
        done = turn
      }
    },
  }
}

const eventOf = ({ condition }: Faulty) => (condition === 'unread' ? 'storage-fault' : `file-${condition}`)
