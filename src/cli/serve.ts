import { type Part, startPortolan } from '../app/start.ts'
import type { Config } from '../config.ts'
import { systemClock } from '../platform/clock.ts'

const parts: readonly Part[] = ['portal', 'office', 'worker', 'cashier']

const stopSecondsMost = 5

function chosenParts(only: string | undefined): Set<Part> {
  if (only === undefined) return new Set(parts)
  const named = only.split(',').map((name) => name.trim())
  const unknown = named.find((name) => !parts.includes(name as Part))
  if (unknown) throw new Error(`--only: there is no part called ${unknown}; choose from ${parts.join(', ')}`)
  return new Set(named as Part[])
}

/** Serves until it is told to stop; then listeners, requests, worker, pools and database end in that order. */
export async function serve(config: Config, options: { only?: string }): Promise<number> {
  const running = await startPortolan(config, systemClock, chosenParts(options.only))
  // A promise of the queue's library may be left alone when the database is killed. Nothing acknowledged hangs on it:
  // what was committed is taken up again by the next shift.
  process.on('unhandledRejection', (fault) => running.deployment.log.fault({ event: 'promise-left-alone' }, fault))
  for (const line of running.welcome) console.log(line)
  await new Promise<void>((settle) => {
    // Kept after the first one: a terminal tells both npm and us, so the same Ctrl-C may come twice.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => settle())
  })
  // What does not end by itself must not hold the operator up: nothing acknowledged depends on a graceful end.
  const impatience = setTimeout(() => process.exit(1), stopSecondsMost * 1000)
  await running.stop()
  clearTimeout(impatience)
  return 0
}
