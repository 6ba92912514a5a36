import { paperPeople } from '../../cases/index.ts'
import { signersOfCases } from '../../filing/index.ts'
import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { asActor, type Tx } from '../../platform/db/transaction.ts'
import type { Chore, JobContext } from '../../platform/jobs/job.ts'
import { indexedPieces, type NamedPerson, personsNamed } from '../../profile/index.ts'
import { deleteNames, type FoundKind, type NameRow, noteOldKeys, type StaleName, takeStale, writeNames } from './index-store.ts'

const aTurnMost = 200
export const aNumberPurpose = 'found-a-number'

/** What a search shows of somebody before their file is opened. */
export interface ShownName {
  readonly names: readonly string[]
  /** The year of birth alone; null: not known. */
  readonly born: number | null
}

const place = ({ subject, kind }: StaleName) => ({ person: subject, table: 'officer.name_index', row: `${subject} ${kind}`, column: 'shown_sealed' })

export const openShown = (keys: Keys, its: StaleName & { shown_sealed: Buffer }): ShownName => JSON.parse(openText(keys, place(its), its.shown_sealed))

function rowOf(keys: Keys, its: StaleName, { names, born, aNumber }: NamedPerson): NameRow {
  const shown: ShownName = { names, born }
  return {
    ...its,
    key_id: keys.currentId,
    pieces: indexedPieces(keys, names),
    a_number_hash: aNumber === null ? null : keyedHash(keys, aNumberPurpose, aNumber),
    shown: sealText(keys, place(its), JSON.stringify(shown)).toString('base64'),
  }
}

type Reading = { tx: Tx; services: JobContext['services'] }

const sources: Record<FoundKind, (context: Reading, subjects: readonly string[]) => Promise<ReadonlyMap<string, NamedPerson>>> = {
  account: personsNamed,
  paper: paperPeople,
  filing: signersOfCases,
}

/** One turn: writes how some of those whose names changed are found. False: there was nobody. */
async function writeSome({ pool, actor, services }: JobContext): Promise<boolean> {
  return asActor(pool, actor, {}, async (tx) => {
    const stale = await takeStale(tx, aTurnMost)
    for (const kind of ['account', 'paper', 'filing'] as const) {
      const its = stale.filter((each) => each.kind === kind)
      if (its.length === 0) continue
      const people = await sources[kind]({ tx, services }, its.map(({ subject }) => subject))
      const named = its.flatMap((each) => {
        const person = people.get(each.subject)
        return person && person.names.length > 0 ? [rowOf(services.keys, each, person)] : []
      })
      await writeNames(tx, named, services.clock.now())
      await deleteNames(tx, its.filter(({ subject }) => !named.some((each) => each.subject === subject)))
    }
    return stale.length > 0
  })
}

/** Keeps the index of names true to what rooms below say of people; under a new key it is made anew, some at a time. */
export const keepNamesFound: Chore = {
  name: 'officer.keep-names-found',
  everySeconds: 5,
  async run(context) {
    while (await writeSome(context));
    await asActor(context.pool, context.actor, {}, (tx) => noteOldKeys(tx, context.services.keys.currentId))
  },
}
