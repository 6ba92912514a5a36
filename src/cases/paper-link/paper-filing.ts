import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../../profile/index.ts'

/** Who acts for the person, as the form names them. */
export interface PaperRepresentative {
  readonly name: string
  readonly address: PostalAddress
  /** Their own Online Account Number, where the form says it. */
  readonly accountNumber: string | null
}

/** What a form on paper says of its person. */
export interface PaperPerson {
  readonly familyName: string
  readonly givenName: string
  readonly dateOfBirth: Temporal.PlainDate
  /** `A` and nine digits, as `parseANumber` gives it. */
  readonly aNumber: string | null
  readonly email: string | null
  readonly address: PostalAddress
  readonly representative: PaperRepresentative | null
}

/** The name as it stands on an envelope. */
export const nameOnPaper = ({ givenName, familyName }: Pick<PaperPerson, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim()

const place = (caseId: string) => ({ person: caseId, table: 'cases.paper_filing', row: caseId, column: 'sealed' })

/** Sealed for the case: it stays with it, whatever becomes of the account. */
export const sealPaperPerson = (keys: Keys, caseId: string, person: PaperPerson): Buffer =>
  sealText(keys, place(caseId), JSON.stringify(person))

/** Throws SealBroken for what was changed or is another case's. */
export function openPaperPerson(keys: Keys, caseId: string, sealed: Buffer): PaperPerson {
  const person = JSON.parse(openText(keys, place(caseId), sealed))
  return { ...person, dateOfBirth: Temporal.PlainDate.from(person.dateOfBirth) }
}
