import type { Choice } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Control, Option } from '../definition/kind.ts'
import { wordsOf } from '../definition/wording.ts'

const choiceOf = ({ t, texts }: FormWords, { value, label, hint }: Option): Choice => ({
  value,
  label: wordsOf(t, texts, label) ?? value,
  hint: hint && wordsOf(t, texts, hint),
})

const standing = new WeakMap<readonly Option[], Map<string, readonly Choice[]>>()

/** The first country of the list is the agency's own and stays first; the others stand by their names. */
function byName(language: string, choices: readonly Choice[]): readonly Choice[] {
  const [own, ...others] = choices
  const { compare } = new Intl.Collator(language)
  return own ? [own, ...others.toSorted((one, other) => compare(one.label, other.label))] : []
}

/** What a control offers, in the reader's language. A standing list is put into words once a language. */
export function choicesOf(words: FormWords, { options = [] }: Control): readonly Choice[] {
  if (options[0]?.label.country === undefined) return options.map((option) => choiceOf(words, option))
  const { language } = words.t
  const known = standing.get(options) ?? new Map<string, readonly Choice[]>()
  standing.set(options, known)
  const made = known.get(language) ?? byName(language, options.map((option) => choiceOf(words, option)))
  known.set(language, made)
  return made
}
