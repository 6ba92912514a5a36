import type { TranslationRules } from '../../agency/index.ts'
import type { FileDescription } from '../description/description.ts'

interface Placed {
  readonly id: string
  readonly translates?: string | null
}

/** A file as far as its translation is asked about. */
export interface Translatable extends Placed {
  readonly document?: string
  readonly state?: string
  readonly description?: FileDescription | null
}

export const isOriginal = ({ translates }: Placed): boolean => !translates

export const translationsOf = <F extends Placed>(files: readonly F[], original: string): readonly F[] =>
  files.filter(({ translates }) => translates === original)

/** Each document, and beneath it its translation. */
export const inReadingOrder = <F extends Placed>(files: readonly F[]): readonly F[] =>
  files.filter(isOriginal).flatMap((original) => [original, ...translationsOf(files, original.id)])

/** Those that may go along: not refused, nor the translation of what is. */
export function withoutRefused<F extends Placed & { readonly state: string }>(files: readonly F[]): readonly F[] {
  const refused = new Set(files.filter(({ state }) => state === 'refused').map(({ id }) => id))
  return files.filter(({ id, translates }) => !refused.has(id) && !refused.has(translates ?? ''))
}

/** Whether a document is said to be in a language that the agency takes with a translation only. */
export const needsTranslation = (rules: TranslationRules | undefined, description: FileDescription | null | undefined): boolean =>
  description?.language !== undefined && rules !== undefined && !rules.into.includes(description.language)

/** What is not said of a translation: who made it, and what of all that the agency wants certified. */
export interface Uncertified {
  readonly translator: boolean
  readonly certified: readonly string[]
}

/** `missing`: there is none; `uncertified`: there is one, and not all is said of it that has to be. */
export type TranslationFinding = { readonly is: 'missing' } | { readonly is: 'uncertified'; readonly lacks: Uncertified }

const certifiedIn = (description: FileDescription | null | undefined): readonly string[] => description?.certified?.split(' ') ?? []

/** What has to be said of a translation may stand with any of its files: the signed statement is on one of its pages. */
function lacksOf(rules: TranslationRules, said: readonly (FileDescription | null | undefined)[]): Uncertified {
  const certified = new Set(said.flatMap(certifiedIn))
  return { translator: !said.some((each) => each?.translator), certified: rules.certifies.filter((id) => !certified.has(id)) }
}

/** Where the words of a translation stand: in its own files, and in that of the document if it is in the same one. */
const partsOf = (files: readonly Translatable[], original: Translatable): readonly Translatable[] => [
  ...(original.description?.translated === 'in-this-file' ? [original] : []),
  ...translationsOf(files, original.id).filter(({ state }) => state !== 'refused'),
]

const isWithAnother = (files: readonly Translatable[], original: Translatable) =>
  original.description?.translated === 'with-another-file' &&
  files.some((other) => other.id !== original.id && isOriginal(other) && other.document === original.document && partsOf(files, other).length > 0)

/** What is to be told of the translation of one document among the files of its draft; null: nothing. */
export function translationFinding(
  rules: TranslationRules | undefined,
  files: readonly Translatable[],
  original: Translatable,
): TranslationFinding | null {
  if (!rules || !isOriginal(original) || original.state === 'refused') return null
  const isNeeded = needsTranslation(rules, original.description)
  const parts = partsOf(files, original)
  if (parts.length === 0) return isNeeded && !isWithAnother(files, original) ? { is: 'missing' } : null
  if (!isNeeded && original.description?.language) return null
  const lacks = lacksOf(rules, parts.map(({ description }) => description))
  return lacks.translator || lacks.certified.length > 0 ? { is: 'uncertified', lacks } : null
}
