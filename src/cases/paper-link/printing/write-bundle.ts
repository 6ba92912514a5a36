import { pipeline } from 'node:stream'
import { measuringStream } from '../../../platform/archive/index.ts'
import { sealedFile } from '../../../platform/crypto/sealed-file.ts'
import type { JobContext } from '../../../platform/jobs/job.ts'
import { query } from '../../../platform/operation.ts'
import { type LetterToPrint, printBundle } from '../letter/bundle/print-bundle.ts'
import { bundlePlace } from './print-batch.ts'
import { type BatchToRecord, listSealed } from './print-store.ts'
import type { SealedLetter } from './sealed-letter.ts'
import { type ApartAs, setLetter } from './set-letter.ts'

export interface WrittenBundle extends BatchToRecord {
  readonly apart: ReadonlyMap<string, ApartAs>
  /** By which change of address each letter was addressed; null: by none. */
  readonly addressedBy: ReadonlyMap<string, string | null>
}

/** So many sealed letters are in memory at a time. */
const readTogether = 100

const sealedLetters = query({
  name: 'cases.sealed-letters',
  allow: ({ kind }, _input: { ids: readonly string[] }) => kind === 'system',
  run: ({ tx }, { ids }): Promise<SealedLetter[]> => listSealed(tx, ids),
})

type Reading = Pick<JobContext, 'read' | 'services'>

/** The letters one by one, set; which of them were, and which a person has to print, is noted in `written`. */
async function* setLetters({ read, services }: Reading, ids: readonly string[], written: { letters: string[]; pages: number; apart: Map<string, ApartAs>; addressedBy: Map<string, string | null> }): AsyncGenerator<LetterToPrint> {
  for (let from = 0; from < ids.length; from += readTogether)
    for (const sealed of (await read(sealedLetters, { ids: ids.slice(from, from + readTogether) })) ?? []) {
      const set = await setLetter(services, sealed)
      if ('apartAs' in set) {
        written.apart.set(sealed.id, set.apartAs)
        continue
      }
      written.letters.push(sealed.id)
      written.addressedBy.set(sealed.id, sealed.moved?.id ?? null)
      written.pages += set.letter.pages
      yield set.letter
    }
}

/**
 * Writes a bundle of these letters straight into the storage, sealed; one letter is in memory at a time. No row knows of it
 * yet: killed here, the letters wait as before and the bytes are nobody's.
 */
export async function writeBundle(context: Reading, { id, storageKey, ids }: { id: string; storageKey: string; ids: readonly string[] }): Promise<WrittenBundle> {
  const { storage, keys, clock } = context.services
  const written = { letters: [] as string[], pages: 0, apart: new Map<string, ApartAs>(), addressedBy: new Map<string, string | null>() }
  const { stream: meter, measured } = measuringStream()
  // Whatever goes wrong on the way ends the last stream too, and so the storage hears of it.
  const metered = pipeline(printBundle(setLetters(context, ids, written), clock.now()), meter, () => undefined)
  await storage.put(storageKey, sealedFile(keys, bundlePlace(id, storageKey), metered))
  return { id, storageKey, ...written, ...measured() }
}
