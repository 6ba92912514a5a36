/** The parts of a name as a form or a profile has them; several in one where a part is asked twice. */
export type WrittenName = { readonly given: string; readonly middle: string; readonly family: string }

/** Letters and digits only, without accents, in one case: an accent or a hyphen left out is the same name. */
const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/['’ʼ`.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * Whether what was typed is this name. Accents, capitals, hyphens and dots do not count; the middle name may
 * be whole, an initial or left out; the family name may stand first.
 */
export function nameFits(typed: string, { given, middle, family }: WrittenName): boolean {
  const [first, between, last] = [words(given), words(middle), words(family)]
  const initials = between.map((word) => [...word][0] ?? '')
  const middles = [between, initials, []]
  const orders = middles.flatMap((written) => [
    [...first, ...written, ...last],
    [...last, ...first, ...written],
  ])
  const whole = words(typed).join('')
  return whole !== '' && orders.some((order) => order.join('') === whole)
}

/**
 * The same for a name that is known only as it was written out: the words between its first and its last may be whole, initials or
 * left out, and its words may stand in any order.
 */
export function nameFitsWritten(typed: string, written: string): boolean {
  const known = words(written)
  const between = known.slice(1, -1).join(' ')
  const sorted = (text: readonly string[]) => text.toSorted().join(' ')
  const [given = '', family = ''] = [known[0], known.length > 1 ? known.at(-1) : '']
  return nameFits(typed, { given, middle: between, family }) || (known.length > 0 && sorted(words(typed)) === sorted(known))
}
