import type { Question } from '../definition/definition.ts'
import type { Replay } from './replay.ts'

/** An answer that explains another one. */
export type Explanation = {
  readonly question: Question
  readonly pageId: string
  readonly entryId?: string
  readonly lines: readonly string[]
}

const explains = (question: Question) => question.kind === 'long-text' && question.explains === true

/** The explanations among what counts, in the order of the form. */
export function explanationsIn({ pages, submitted }: Replay): readonly Explanation[] {
  return pages.flatMap((page) => {
    const own = found(page.asked, submitted, { pageId: page.id })
    const inEntries = page.entries.flatMap(({ id, asked, submitted: answers }) =>
      found(asked, answers, { pageId: page.id, entryId: id }),
    )
    return [...own, ...inEntries]
  })
}

function found(
  asked: readonly Question[],
  answers: Replay['submitted'],
  where: { readonly pageId: string; readonly entryId?: string },
): readonly Explanation[] {
  return asked.filter(explains).flatMap((question) => {
    const answer = answers[question.id]
    return typeof answer === 'string' ? [{ question, ...where, lines: answer.split('\n') }] : []
  })
}
