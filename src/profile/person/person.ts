import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PersonNames } from './names.ts'
import type { StoredPerson } from './person-store.ts'

/** Telephone numbers by which the agency may call, in E.164; empty where there is none. */
export interface PersonPhones {
  readonly day: string
  readonly mobile: string
}

export const noticeWays = ['electronic', 'paper'] as const
export type NoticeWay = (typeof noticeWays)[number]

type SealedColumn = 'names_sealed' | 'date_of_birth_sealed' | 'a_number_sealed' | 'phones_sealed'

const place = (account: string, column: SealedColumn): FieldPlace => ({
  person: account,
  table: 'profile.person',
  row: account,
  column,
})

export const sealPart = (keys: Keys, account: string, column: SealedColumn, text: string): Buffer =>
  sealText(keys, place(account, column), text)

const open = (keys: Keys, person: StoredPerson, column: SealedColumn): string | null => {
  const sealed = person[column]
  return sealed && openText(keys, place(person.account, column), sealed)
}

/** What a person states of themselves; null where nothing was stated yet. */
export interface Person {
  readonly names: PersonNames | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly aNumber: string | null
  readonly phones: PersonPhones
  readonly notices: NoticeWay
}

const nobody: Person = { names: null, dateOfBirth: null, aNumber: null, phones: { day: '', mobile: '' }, notices: 'electronic' }

export function personOf(keys: Keys, stored: StoredPerson | undefined): Person {
  if (!stored) return nobody
  const names = open(keys, stored, 'names_sealed')
  const born = open(keys, stored, 'date_of_birth_sealed')
  const phones = open(keys, stored, 'phones_sealed')
  return {
    names: names === null ? null : (JSON.parse(names) as PersonNames),
    dateOfBirth: born === null ? null : Temporal.PlainDate.from(born),
    aNumber: open(keys, stored, 'a_number_sealed'),
    phones: phones === null ? nobody.phones : (JSON.parse(phones) as PersonPhones),
    notices: stored.notices as NoticeWay,
  }
}
