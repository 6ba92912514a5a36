import type { Entry } from '../answer.ts'
import { type Kind, kept } from '../kind.ts'
import type { ListQuestion } from '../question.ts'

/**
 * A list of entries. Its own page posts nothing of them: each entry is read from a page of its own, by the kinds of its
 * questions, and its lines are those of the entries (`journey/review.ts`).
 */
export const list: Kind<ListQuestion, readonly Entry[]> = {
  sealed: false,
  needed: 'filing.error.needed-entry',
  errors: ['filing.error.entry-not-finished', 'filing.error.too-many-entries'],
  parse: () => kept<readonly Entry[]>(undefined),
  posted: () => ({}),
  controls: () => [],
  lines: () => [],
}
