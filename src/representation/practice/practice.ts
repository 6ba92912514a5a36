import type { RepresentativeKind } from '../../accounts/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../../profile/index.ts'
import type { PracticeRow } from './practice-store.ts'

/** Where a representative works and is reached there. `phone` in E.164. */
export interface PracticeContact {
  readonly address: PostalAddress
  readonly phone: string
  readonly email: string
}

/** What was certified under penalty of perjury: which text, as which kind, and the name that was typed. */
export interface Certification {
  readonly at: Temporal.Instant
  readonly kind: RepresentativeKind
  readonly version: string
  readonly name: string
}

export interface Practice {
  readonly kind: RepresentativeKind
  /** The firm or the recognized organization; empty: an attorney who works alone. */
  readonly organization: string
  readonly contact: PracticeContact
  readonly certification: Certification | null
}

type Column = 'organization_sealed' | 'contact_sealed' | 'certified_name_sealed'

const place = (account: string, column: Column) => ({ person: account, table: 'representation.practice', row: account, column })

export const sealPractice = (keys: Keys, account: string, column: Column, text: string): Buffer => sealText(keys, place(account, column), text)
export const openPracticePart = (keys: Keys, account: string, column: Column, sealed: Uint8Array): string => openText(keys, place(account, column), sealed)

export function openPractice(keys: Keys, row: PracticeRow): Practice {
  const { account, certified_at: at, certified_kind: kind, certified_version: version, certified_name_sealed: name } = row
  return {
    kind: row.kind as RepresentativeKind,
    organization: openPracticePart(keys, account, 'organization_sealed', row.organization_sealed),
    contact: JSON.parse(openPracticePart(keys, account, 'contact_sealed', row.contact_sealed)) as PracticeContact,
    certification:
      at && kind && version && name
        ? { at, kind: kind as RepresentativeKind, version, name: openPracticePart(keys, account, 'certified_name_sealed', name) }
        : null,
  }
}

/** A certification binds for the text and the kind that it was given for. */
export const isCertified = ({ kind, certification }: Pick<Practice, 'kind'> & { certification: Pick<Certification, 'kind' | 'version'> | null }, version: string): boolean =>
  certification?.kind === kind && certification.version === version
