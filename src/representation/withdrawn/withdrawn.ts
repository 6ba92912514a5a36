import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { WithdrawnRow } from './withdrawn-store.ts'

/** Who ended that somebody represents a client. */
export type WithdrawnBy = 'client' | 'office' | 'representative'

/** What a representative keeps of a client whom they represent no longer on a case. */
export interface WithdrawnAppearance {
  readonly id: string
  readonly at: Temporal.Instant
  readonly by: WithdrawnBy
  /** Empty: nobody stated one. Null: it is being written down. */
  readonly name: string | null
}

const place = ({ id, account }: Pick<WithdrawnRow, 'id' | 'account'>) => ({ person: account, table: 'representation.withdrawn_appearance', row: id, column: 'name_sealed' })

export const sealClientName = (keys: Keys, row: Pick<WithdrawnRow, 'id' | 'account'>, name: string): Buffer => sealText(keys, place(row), name)

export const withdrawnOf = (keys: Keys, row: WithdrawnRow): WithdrawnAppearance => ({
  id: row.id,
  at: row.ended_at,
  by: row.ended_from as WithdrawnBy,
  name: row.name_sealed && openText(keys, place(row), row.name_sealed),
})
