import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { Cells } from '../file/intake-row.ts'

const place = (id: string) => ({ person: id, table: 'officer.intake_entry', row: id, column: 'sealed' })

/** What was typed, as the cells of a row, sealed for its entry. */
export const sealTyped = (keys: Keys, id: string, cells: Cells): Buffer => sealText(keys, place(id), JSON.stringify(cells))

/** Throws SealBroken for what was changed or is another's. */
export const openTyped = (keys: Keys, id: string, sealed: Buffer): Cells => JSON.parse(openText(keys, place(id), sealed))
