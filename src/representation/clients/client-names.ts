import { wholeName } from '../../profile/index.ts'

export const clientKinds = ['person', 'company'] as const
export type ClientKind = (typeof clientKinds)[number]

/** Who has one name only has it as `family` or as `given`, and the others empty. */
export interface PersonClient {
  readonly kind: 'person'
  readonly family: string
  readonly given: string
  readonly middle: string
}

/** `signer`: who signs for the company; empty where that is not known yet. */
export interface CompanyClient {
  readonly kind: 'company'
  readonly company: string
  readonly signer: string
}

/** How a client is called, as it goes into a form. */
export type ClientNames = PersonClient | CompanyClient

// Names in these scripts have the family name first and no space between their parts.
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u

const isFamilyFirst = ({ family, given, middle }: PersonClient) => [family, given, middle].every((part) => part === '' || familyFirst.test(part))

/** The client as they are spoken of: the whole name of a person, the name of a company. */
export function nameOfClient(names: ClientNames): string {
  if (names.kind === 'company') return names.company
  const { family, given, middle } = names
  if (isFamilyFirst(names)) return [family, given, middle].join('')
  return wholeName({ family, given: [given, middle].filter(Boolean).join(' '), order: 'given-first' })
}

/** As it stands in a list that is in the order of family names: “Reyes, Ana Maria”. */
export function listedName(names: ClientNames): string {
  if (names.kind === 'company' || isFamilyFirst(names)) return nameOfClient(names)
  return [names.family, [names.given, names.middle].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

// The root order of Unicode (CLDR) holds for every script at once, whatever language the list is read in: one order, kept as places.
const exact = new Intl.Collator('und', { numeric: true })
const loose = new Intl.Collator('und', { numeric: true, sensitivity: 'base' })

const parts = (names: ClientNames) => (names.kind === 'company' ? [names.company] : [names.family, names.given, names.middle].filter(Boolean))

function compareBy(collator: Intl.Collator, one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = collator.compare(one[at] ?? '', other[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** The order of a list. Names that differ in accents or capitals alone stand together. */
export const compareClients = (one: ClientNames, other: ClientNames): number =>
  compareBy(loose, parts(one), parts(other)) || compareBy(exact, parts(one), parts(other))

/** Whether two clients are called the same, but for accents and capitals. */
export const isNamedAlike = (one: ClientNames, other: ClientNames): boolean => compareBy(loose, parts(one), parts(other)) === 0
