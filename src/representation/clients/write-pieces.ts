import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { openNames } from './client.ts'
import { listStale, writePieces } from './pieces-store.ts'
import { piecesOf } from './search-clients.ts'

const aTurnMost = 200

/** Writes by what some clients are found who are not yet, or under an older key. Says how many. */
export const writeClientPieces = operation({
  name: 'representation.write-client-pieces',
  allow: ({ kind }, _input: Record<string, never>) => kind === 'system',
  refusals: [],
  async run({ tx, services: { keys }, recordedBefore }) {
    recordedBefore()
    const stale = await listStale(tx, keys.currentId, aTurnMost)
    for (const row of stale) await writePieces(tx, row.representative, { client: row.id, keyId: keys.currentId, pieces: piecesOf(keys, openNames(keys, row)) })
    return stale.length
  },
})

export const clientPiecesChore: Chore = {
  name: 'representation.client-pieces',
  everySeconds: 3600,
  async run({ perform }) {
    for (;;) {
      const written = await perform(writeClientPieces, {})
      if (!written.ok || written.output < aTurnMost) break
    }
  },
}
