import type { WrittenName } from '../../profile/index.ts'
import type { Answers } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import type { Replay } from '../journey/replay.ts'

/**
 * The name that a form is signed with. Where somebody signs in the person's place, such as a parent, it is theirs: the
 * questions of kind `name` that are marked so. Else it is the person's own.
 */
export function nameInForm({ definition, submitted }: Pick<Replay, 'definition' | 'submitted'>): WrittenName {
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
export const fullNameOf = ({ given, middle, family }: WrittenName): string =>
  [given, middle, family].filter((part) => part !== '').join(' ')
