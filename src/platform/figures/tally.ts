import type { Kysely } from 'kysely'
import { visitor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { DB } from '../db/tables.ts'
import { asActor } from '../db/transaction.ts'
import { addFigures, type Figure } from './figure-store.ts'

/** What pages count of themselves: errors that people met, pages of forms that they finished. */
export type TalliedKind = 'error' | 'form-page'

/** Counts in memory, so that no request waits for it; written down now and then. */
export interface Tally {
  add(kind: TalliedKind, place: string, name: string): void
  /** Writes down what was counted since the last time. What cannot be written is counted on. */
  flush(): Promise<void>
}

/** Different things that are kept in memory at once: beyond it nothing new is begun until the next flush. */
const roomFor = 5000

export function openTally(pool: Kysely<DB>, clock: Clock, timeZone: string): Tally {
  let counts = new Map<string, Figure>()
  const grow = (figure: Figure) => {
    const key = [figure.kind, figure.day, figure.place, figure.name].join('\n')
    const before = counts.get(key)
    if (!before && counts.size >= roomFor) return
    counts.set(key, { ...figure, counted: figure.counted + (before?.counted ?? 0) })
  }
  return {
    add: (kind, place, name) => grow({ kind, day: clock.now().toZonedDateTimeISO(timeZone).toPlainDate(), place: place.slice(0, 120), name: name.slice(0, 160), counted: 1 }),
    async flush() {
      if (counts.size === 0) return
      const figures = [...counts.values()]
      counts = new Map()
      try {
        await asActor(pool, visitor, {}, (tx) => addFigures(tx, figures))
      } catch (fault) {
        for (const figure of figures) grow(figure)
        throw fault
      }
    },
  }
}
