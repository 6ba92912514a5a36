import type { Answers } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import type { Replay } from '../journey/replay.ts'

/** The parts of the person's own name, as the form asks for them; several where a part is asked twice. */
export type NameInForm = { readonly given: string; readonly middle: string; readonly family: string }

/**
 * The name that a form is signed with. Where somebody signs in the person's place, such as a parent, it is theirs: the
 * questions of kind `name` that are marked so. Else it is the person's own.
 */
export function nameInForm({ definition, submitted }: Pick<Replay, 'definition' | 'submitted'>): NameInForm {
  const names = questionsOf(definition).filter((question) => question.kind === 'name')
  const signer = names.filter(({ id, signs }) => signs === true && textOf(submitted, id) !== '')
  const signing = signer.length > 0 ? signer : names.filter(({ own }) => own === true)
  const part = (which: string) =>
    signing
      .filter((question) => question.part === which)
      .map(({ id }) => textOf(submitted, id))
      .filter((text) => text !== '')
      .join(' ')
  return { given: part('given'), middle: part('middle'), family: part('family') }
}

const textOf = (answers: Answers, id: string): string => {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

/** How a full name is written out, given names first. */
export const fullNameOf = ({ given, middle, family }: NameInForm): string =>
  [given, middle, family].filter((part) => part !== '').join(' ')

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
 * Whether what was typed is the name in the form. Accents, capitals, hyphens and dots do not count; the middle name may
 * be whole, an initial or left out; the family name may stand first.
 */
export function nameFits(typed: string, { given, middle, family }: NameInForm): boolean {
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
