import type { Selectable } from 'kysely'
import { readSignedText, type SignedText } from '../../filing/index.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { Services } from '../../platform/services.ts'
import type { WrittenName } from '../../profile/index.ts'
import { openPackaged } from '../package/sealed.ts'

export type PackageRow = Selectable<DB['preparation.package']>

/** Both texts of a package as they were signed. `form` null: a notice of appearance alone. */
export interface PackageTexts {
  readonly form: SignedText | null
  readonly appearance: SignedText
}

type Sealed = Pick<PackageRow, 'id' | 'form_sealed' | 'appearance_sealed' | 'judged_on'>

export function packageTexts({ agency, keys }: Pick<Services, 'agency' | 'keys'>, row: Sealed, representative: string): PackageTexts {
  const read = (column: 'form_sealed' | 'appearance_sealed', sealed: Buffer) =>
    readSignedText(agency, openPackaged(keys, { id: row.id, representative }, column, sealed), row.judged_on.toString())
  return { form: row.form_sealed ? read('form_sealed', row.form_sealed) : null, appearance: read('appearance_sealed', row.appearance_sealed) }
}

/** The client, or who signs for one that is an organization, as the notice of appearance names them (Form G-28, Part 3, Item 6). */
export function clientNamed({ replay: { submitted } }: SignedText): WrittenName {
  const part = (id: string) => {
    const answer = submitted[id]
    return typeof answer === 'string' ? answer : ''
  }
  return { given: part('clientGivenName'), middle: part('clientMiddleName'), family: part('clientFamilyName') }
}
