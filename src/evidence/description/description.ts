/** What can be said of a document, in the order it is shown, kept and signed in. */
export const describedParts = ['kind', 'issuer', 'issuedOn', 'validUntil', 'language', 'note'] as const
export type DescribedPart = (typeof describedParts)[number]

/** What can be said of a translation: where it is, if not in a file of its own; who made it; what they certify, by the pack's ids. */
export const translationParts = ['translated', 'translator', 'certified'] as const

export const saidParts = [...describedParts, ...translationParts] as const
export type SaidPart = (typeof saidParts)[number]

/**
 * What a person says of a file. `kind` and `language` are the pack's, days are ISO 8601, `certified` is ids with spaces between;
 * what was not said is not there.
 */
export type FileDescription = { readonly [P in SaidPart]?: string }

/** The language of a document that is none of the pack's. */
export const anotherLanguage = 'other'

export const issuerCharactersMost = 120
export const noteCharactersMost = 500

/** Only what was said, always in one order: the same description is the same text wherever it is kept or signed. */
export const descriptionOf = (said: { readonly [P in SaidPart]?: string | null | undefined }): FileDescription =>
  Object.fromEntries(saidParts.flatMap((part) => (said[part] ? [[part, said[part]]] : [])))

export const isSaid = (description: FileDescription | null): boolean => description !== null && Object.keys(description).length > 0

/** The parts that a document must have and this description lacks. */
export const lacking = (description: FileDescription | null, needed: readonly DescribedPart[]): readonly DescribedPart[] =>
  needed.filter((part) => !description?.[part])

/** `soon`: it ends before anybody is likely to look at it. A document is valid through its last day. */
export type Expiry = 'expired' | 'soon'

export function expiryOf(description: FileDescription | null, today: Temporal.PlainDate, soonDays: number): Expiry | null {
  if (!description?.validUntil) return null
  const last = Temporal.PlainDate.from(description.validUntil)
  if (Temporal.PlainDate.compare(last, today) < 0) return 'expired'
  return Temporal.PlainDate.compare(last, today.add({ days: soonDays })) < 0 ? 'soon' : null
}
