import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Client, clientOf, openNames } from './client.ts'
import { type ClientNames, compareClients, isNamedAlike } from './client-names.ts'
import { listNear, listProbes, spreadPlaces } from './client-store.ts'

/** Of so many names at once it is looked which come before: 32,000 clients take three turns. */
const probesMost = 32
const gap = 2 ** 20
const nearMost = 10

interface Sought {
  readonly representative: string
  readonly names: ClientNames
  /** The client who is to be placed, where they have a place already. */
  readonly except: string | null
}

/** The places between which a name belongs; null: before or after all of them. */
async function between(tx: Tx, keys: Keys, { representative, names, except }: Sought): Promise<{ above: number | null; below: number | null }> {
  let [above, below]: [number | null, number | null] = [null, null]
  for (;;) {
    const probes = await listProbes(tx, { representative, above, below, most: probesMost })
    for (const row of probes) {
      if (row.id === except) continue
      if (compareClients(openNames(keys, row), names) <= 0) above = row.place
      else {
        below = row.place
        break
      }
    }
    if ((probes[0]?.total ?? 0) <= probesMost) return { above, below }
  }
}

/**
 * Where a client stands among those of a representative, in the order of names, which the database does not know; and who
 * of them is called the same. Runs under the lock of the representative's account: two at once would take one place.
 */
export async function placeOf(tx: Tx, keys: Keys, sought: Sought): Promise<{ place: number; alike: Client[] }> {
  const { above, below } = await between(tx, keys, sought)
  const place = above === null ? (below === null ? 0 : below - gap) : below === null ? above + gap : (above + below) / 2
  if (place === above || place === below) {
    await spreadPlaces(tx, sought.representative, gap)
    return placeOf(tx, keys, sought)
  }
  const near = await listNear(tx, { representative: sought.representative, place, most: nearMost })
  const alike = near.filter(({ id }) => id !== sought.except).map((row) => clientOf(keys, row)).filter(({ names }) => isNamedAlike(names, sought.names))
  return { place, alike }
}
