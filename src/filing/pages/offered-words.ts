import type { Answers } from '../definition/definition.ts'
import type { Draft } from '../draft/draft.ts'
import type { DraftAtPage } from './page-fields.ts'

/** What is shown in the fields of questions that nothing is saved for yet. */
export const offeredAnswers = ({ offered }: Draft): Answers =>
  Object.fromEntries(Object.entries(offered).map(([id, { answer }]) => [id, answer]))

/** Where the answer shown at a question is known from; undefined for what the person saved themselves. */
export function offeredWords({ draft, words }: DraftAtPage, questionId: string): string | undefined {
  const offered = Object.hasOwn(draft.answers, questionId) ? undefined : draft.offered[questionId]
  if (!offered) return undefined
  if (offered.from === 'profile') return words.t('filing.page.from-profile')
  const day = words.t.day(Temporal.PlainDate.from(offered.on))
  return words.t('filing.page.from-filing', { form: offered.form.toUpperCase(), day })
}
