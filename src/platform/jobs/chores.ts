import type { Log } from '../log.ts'
import type { Chore, JobContext } from './job.ts'

export interface RunningChores {
  stop(): Promise<void>
}

/** Runs each chore at its pace, never two of one at once; a fault is logged and the next turn comes. */
export function startChores(chores: readonly Chore[], contextFor: (name: string) => JobContext, log: Log): RunningChores {
  const running = chores.map((chore) => startChore(chore, contextFor(chore.name), log))
  return { stop: async () => void (await Promise.all(running.map((each) => each.stop()))) }
}

function startChore(chore: Chore, context: JobContext, log: Log): RunningChores {
  let turn: Promise<void> | null = null
  const timer = setInterval(() => {
    turn ??= chore
      .run(context)
      .catch((fault) => log.fault({ event: 'chore-failed', task: chore.name }, fault))
      .finally(() => {
        turn = null
      })
  }, chore.everySeconds * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await turn
    },
  }
}
