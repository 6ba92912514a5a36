import { newId } from '../../../platform/ids.ts'
import type { Job, JobContext } from '../../../platform/jobs/job.ts'
import { operation, query } from '../../../platform/operation.ts'
import { listWaiting, lockWaiting, recordBatch, setApart } from './print-store.ts'
import { type WrittenBundle, writeBundle } from './write-bundle.ts'

/** About a minute of setting them; what waits beyond goes in the next batch. */
const lettersMost = 3_000

const waitingLetters = query({
  name: 'cases.waiting-letters',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  run: ({ tx }, { most }): Promise<string[]> => listWaiting(tx, most),
})

/**
 * The bundle becomes a batch, and its letters are in it, in one commit. Were any of them printed or withdrawn since it was
 * begun, or did somebody give a new address, it holds what nobody may print any more, and is none.
 */
const recordBundle = operation({
  name: 'cases.make-print-batch',
  allow: ({ kind }, _input: WrittenBundle) => kind === 'system',
  refusals: ['letters-moved'],
  async run({ tx, now, refuse, audit }, bundle) {
    const { id, letters, pages, sha256, apart, addressedBy } = bundle
    audit({ subject: `print-batch:${id}`, detail: { letters: letters.length, pages, apart: apart.size, sha256 } })
    const wait = await lockWaiting(tx, [...letters, ...apart.keys()])
    if (letters.some((letter) => wait.get(letter) !== addressedBy.get(letter))) return refuse('letters-moved')
    await setApart(tx, new Map([...apart].filter(([letter]) => wait.has(letter))), now)
    if (letters.length > 0) await recordBatch(tx, bundle, now)
    return { made: letters.length > 0 }
  },
})

/** False when there is nothing more to do; true when other hands were in between. */
async function tryBatch(context: JobContext, most: number): Promise<boolean> {
  const ids = (await context.read(waitingLetters, { most })) ?? []
  if (ids.length === 0) return false
  const storageKey = newId()
  const bundle = await writeBundle(context, { id: newId(), storageKey, ids })
  const recorded = await context.perform(recordBundle, bundle)
  if (!recorded.ok || !recorded.output.made) await context.services.storage.delete(storageKey)
  // Where all were set apart, the next ones may be there to print.
  return !recorded.ok || !recorded.output.made
}

const triesMost = 10

/**
 * Makes a batch of the letters that have waited longest. No letter is locked while they are set: who is given a new code
 * meanwhile does not wait, and of two makers the later one begins anew with what is left.
 */
export async function makeBatch(context: JobContext, most = lettersMost): Promise<void> {
  for (let tries = 0; tries < triesMost; tries += 1) if (!(await tryBatch(context, most))) return
}

export const makeBatchJob: Job = { task: 'cases.make-print-batch', run: (context) => makeBatch(context) }
