import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { listPreparationsFor, type PreparationRow } from '../preparation-store.ts'
import { type Standing, standingOfEach } from '../standing-store.ts'
import { mayPrepare } from './may-prepare.ts'

const listedMost = 50

export type ListedPreparation = { readonly row: PreparationRow; readonly standing: Standing }

/** What a representative prepares for one client of theirs, the last begun first. */
export const preparationsOfClient = query({
  name: 'preparation.of-client',
  allow: (actor, _input: { client: string }) => mayPrepare(actor),
  async run({ tx, actor }, { client }): Promise<ListedPreparation[]> {
    const rows = await listPreparationsFor(tx, accountsOf(actor), client, listedMost)
    const standing = await standingOfEach(tx, rows.map(({ id }) => id))
    return rows.map((row) => ({ row, standing: standing.get(row.id) ?? { last: null, passcode: null } }))
  },
})
