/** A form as the catalogue's search reads it. */
export type Searched = {
  /** Lower case, with its dash: `i-90`. */
  readonly code: string
  readonly title: string
  readonly about: string
  /** Everyday words that people look for it by. */
  readonly words: string
}

/** Small letters without accents, so that neither has to be typed. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

const wordsIn = (text: string): readonly string[] => plain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

const lengthMax = 100

/**
 * The forms that what was typed may mean, the likeliest first: every word typed begins a word of the form's code, title
 * or description. `I90`, `i 90` and `I-90` are the same. Nothing typed finds every form, in their own order.
 */
export function findForms<F extends Searched>(forms: readonly F[], typed: string): readonly F[] {
  const terms = wordsIn(typed.slice(0, lengthMax))
  if (terms.length === 0) return forms
  const found = forms.map((form) => ({ form, score: scoreOf(form, terms) })).filter(({ score }) => score > 0)
  return found.toSorted((one, other) => other.score - one.score).map(({ form }) => form)
}

function scoreOf({ code, title, about, words }: Searched, terms: readonly string[]): number {
  const number = code.replaceAll('-', '')
  if (plain(terms.join('')) === number) return 1000
  const [inTitle, anywhere] = [wordsIn(title), [number, ...wordsIn(`${code} ${about} ${words}`)]]
  const begins = (known: readonly string[], term: string) => known.some((word) => word.startsWith(term))
  const scores = terms.map((term) => (begins(inTitle, term) ? 2 : begins(anywhere, term) ? 1 : 0))
  return scores.includes(0) ? 0 : scores.reduce<number>((all, one) => all + one, 0)
}
