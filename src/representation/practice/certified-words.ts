import type { RepresentativeKind } from '../../accounts/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { CertificationRow } from './certification-store.ts'

/** A certification as it was given: the words that were read, and the name under them. */
export interface CertifiedWords {
  readonly at: Temporal.Instant
  readonly kind: RepresentativeKind
  readonly version: string
  readonly language: string
  readonly words: string
  readonly name: string
}

interface Sealed {
  readonly words: string
  readonly name: string
}

const place = ({ id, account }: Pick<CertificationRow, 'id' | 'account'>) => ({ person: account, table: 'representation.certification', row: id, column: 'sealed' })

export const sealCertified = (keys: Keys, row: Pick<CertificationRow, 'id' | 'account'>, { words, name }: Sealed): Buffer => sealText(keys, place(row), JSON.stringify({ words, name }))

export const certifiedWordsOf = (keys: Keys, row: CertificationRow): CertifiedWords => {
  const { words, name } = JSON.parse(openText(keys, place(row), row.sealed)) as Sealed
  return { at: row.at, kind: row.kind as RepresentativeKind, version: row.version, language: row.language, words, name }
}
