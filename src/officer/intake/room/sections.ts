import { countLettersWaiting } from '../../../cases/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { officePaths } from '../../../platform/paths.ts'
import { countLicencesToCheck } from '../../../representation/index.ts'
import { countWaiting as countDuplicates } from '../duplicates/duplicate-store.ts'

interface Section {
  /** Its words are `office-intake.do.<name>` and, below it, `office-intake.do.<name>.about`. */
  readonly name: string
  readonly href: () => string
  /** How many things wait there; left out: nothing ever does. */
  readonly countWaiting?: (tx: Tx) => Promise<number>
}

/** What can be done in the room, each on a page of its own. */
export const sections = [
  { name: 'bring', href: officePaths.bringFile },
  { name: 'by-hand', href: officePaths.typeForm },
  { name: 'reject', href: officePaths.rejections },
  { name: 'duplicates', href: officePaths.duplicates, countWaiting: async (tx) => (await countDuplicates(tx)).count },
  { name: 'later', href: officePaths.later },
  { name: 'access', href: officePaths.findAccess },
  { name: 'licences', href: officePaths.representatives, countWaiting: countLicencesToCheck },
  { name: 'print', href: officePaths.printing, countWaiting: async (tx) => (await countLettersWaiting(tx)).letters },
] as const satisfies readonly Section[]

/** What waits in each section that has something to wait. */
export async function countWaiting(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { name, countWaiting: count } of sections as readonly Section[]) if (count) counts.set(name, await count(tx))
  return counts
}
