import type { RepresentativeKind } from '../../accounts/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { LicenceRow } from './licence-store.ts'

export type LicenceState = 'claimed' | 'verified' | 'refused'

/** What a representative states of a licence. `number`: empty where there is none. `expiresOn`: its last day; null: it has none. */
export interface StatedLicence {
  readonly authority: string
  readonly number: string
  readonly admittedOn: Temporal.PlainDate
  readonly expiresOn: Temporal.PlainDate | null
}

export interface Licence extends StatedLicence {
  readonly id: string
  readonly kind: RepresentativeKind
  readonly statedAt: Temporal.Instant
  readonly state: LicenceState
  readonly checkedAt: Temporal.Instant | null
  /** Why the office did not accept it. */
  readonly reason: string | null
}

/** A licence that ends within so many days is told of. */
const endsSoonDays = 60

export type Ending = 'expired' | 'ends-soon' | 'runs'

/** Whether it still runs on this day. It is good for the whole of its last day, and for none after. */
export function endingOf({ expiresOn }: Pick<Licence, 'expiresOn'>, today: Temporal.PlainDate): Ending {
  if (expiresOn === null) return 'runs'
  const days = today.until(expiresOn).days
  if (days < 0) return 'expired'
  return days <= endsSoonDays ? 'ends-soon' : 'runs'
}

type Column = 'number_sealed' | 'reason_sealed'

const place = (account: string, id: string, column: Column) => ({ person: account, table: 'representation.licence', row: id, column })

export const sealLicence = (keys: Keys, { account, id }: { account: string; id: string }, column: Column, text: string): Buffer =>
  sealText(keys, place(account, id, column), text)

const open = (keys: Keys, row: LicenceRow, column: Column): string | null => {
  const sealed = row[column]
  return sealed && openText(keys, place(row.account, row.id, column), sealed)
}

export const licenceOf = (keys: Keys, row: LicenceRow): Licence => ({
  id: row.id,
  kind: row.kind as RepresentativeKind,
  authority: row.authority,
  number: open(keys, row, 'number_sealed') ?? '',
  admittedOn: row.admitted_on,
  expiresOn: row.expires_on,
  statedAt: row.stated_at,
  state: row.state as LicenceState,
  checkedAt: row.checked_at,
  reason: open(keys, row, 'reason_sealed'),
})

const sameDay = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) => `${one}` === `${other}`

export const isSame = (one: StatedLicence, other: StatedLicence): boolean =>
  one.authority === other.authority && one.number === other.number && sameDay(one.admittedOn, other.admittedOn) && sameDay(one.expiresOn, other.expiresOn)

export type LicenceFault = 'unknown-authority' | 'admitted-later' | 'ends-before'

/** What cannot be, in what somebody states of a licence. */
export function licenceFault({ authority, admittedOn, expiresOn }: StatedLicence, authorities: readonly string[], today: Temporal.PlainDate): LicenceFault | null {
  if (!authorities.includes(authority)) return 'unknown-authority'
  if (Temporal.PlainDate.compare(admittedOn, today) > 0) return 'admitted-later'
  return expiresOn && Temporal.PlainDate.compare(expiresOn, admittedOn) < 0 ? 'ends-before' : null
}
