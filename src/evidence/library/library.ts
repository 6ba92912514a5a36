import { expiryOf } from '../description/description.ts'
import type { EvidenceFile } from '../evidence-file.ts'

/** A file where it was used. */
export interface FileUse {
  readonly file: EvidenceFile
  /** The submission it went into; null: it stands in a draft. */
  readonly submission: string | null
}

/** One document of a person's library: the same bytes, however often they were sent or used. */
export interface LibraryDocument {
  /** The copy that is shown, given out and used again: the last one that is clean, one that says what it is before one that does not. */
  readonly file: EvidenceFile
  /** The last one first. */
  readonly uses: readonly FileUse[]
}

const shownBefore = (one: EvidenceFile, other: EvidenceFile): boolean => {
  if (one.state !== other.state) return one.state === 'clean'
  return one.description !== null && other.description === null
}

/** Each distinct file once, the last added first. `uses` come in that order. */
export function libraryOf(uses: readonly FileUse[]): readonly LibraryDocument[] {
  const same = Map.groupBy(uses, ({ file }) => file.sha256)
  return [...same.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    return [{ file: of.reduce((best, { file }) => (shownBefore(file, best) ? file : best), first.file), uses: of }]
  })
}

/** What a list is narrowed to. Never words: what a person searches for would stand in the address. */
export interface Narrowing {
  /** A kind of document by the pack's id, `none` for those of which nothing is said; empty: every kind. */
  readonly kind: string
  /** `passed`: the last day has passed or soon will; `valid`: any other; empty: both. */
  readonly days: '' | 'passed' | 'valid'
}

export const kindNotSaid = 'none'

export function narrowed(
  documents: readonly LibraryDocument[],
  { kind, days }: Narrowing,
  { today, soonDays }: { today: Temporal.PlainDate; soonDays: number },
): readonly LibraryDocument[] {
  const isOfKind = ({ file }: LibraryDocument) => kind === '' || (file.description?.kind ?? kindNotSaid) === kind
  const isOfDays = ({ file }: LibraryDocument) => days === '' || (expiryOf(file.description, today, soonDays) !== null) === (days === 'passed')
  return documents.filter((document) => isOfKind(document) && isOfDays(document))
}

/** The kinds that are in a library, each once. */
export const kindsIn = (documents: readonly LibraryDocument[]): readonly string[] => [
  ...new Set(documents.map(({ file }) => file.description?.kind ?? kindNotSaid)),
]
