import type { EntryQuestion, ListQuestion } from './definition.ts'

/** Some questions of an entry that stand on a page together. */
export type EntryPart = { readonly id: string; readonly questions: readonly EntryQuestion[] }

const known = new WeakMap<ListQuestion, readonly EntryPart[]>()

/** The pages that an entry of a list is filled in on: those that the form gives it, or all its questions on one. */
export function partsOf(list: ListQuestion): readonly EntryPart[] {
  const parts = known.get(list) ?? list.pages?.map((page) => partOf(list, page)) ?? [{ id: 'entry', questions: list.questions }]
  known.set(list, parts)
  return parts
}

const partOf = (list: ListQuestion, { id, questions }: { readonly id: string; readonly questions: readonly string[] }): EntryPart => ({
  id,
  questions: questions.flatMap((one) => list.questions.find((question) => question.id === one) ?? []),
})

/** The page of an entry that a question stands on; undefined where an entry is one page. */
export const partWith = (list: ListQuestion, questionId: string): string | undefined =>
  list.pages?.find(({ questions }) => questions.includes(questionId))?.id
