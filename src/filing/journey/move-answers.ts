import { isEntries } from '../definition/answer.ts'
import type { Answer, Answers, Entry, FormDefinition, ListQuestion, Question } from '../definition/definition.ts'
import { keeps } from '../definition/keeps.ts'

/** Answers in a newer edition. `lookAgain`: questions of it that the person should look at, in its order. */
export type Moved = { readonly answers: Answers; readonly lookAgain: readonly string[] }

/** Moves answers through every edition between, the oldest first. */
export function moveThrough(editions: readonly FormDefinition[], answers: Answers): Moved {
  const lookAgain = new Set<string>()
  let kept = answers
  for (const edition of editions) {
    const moved = moveAnswers(edition, kept)
    kept = moved.answers
    for (const question of moved.lookAgain) lookAgain.add(question)
  }
  return { answers: kept, lookAgain: [...lookAgain] }
}

type Move = { readonly answers: Record<string, Answer | null>; readonly lookAgain: string[] }

const topQuestions = ({ parts }: FormDefinition): readonly Question[] =>
  parts.flatMap((part) => part.pages.flatMap((page) => page.questions))

/**
 * Moves answers from the edition before to this one. Answers move by id and by the renames this edition declares; one
 * that its question would no longer take is not moved, and is to be looked at. What this edition does not ask stays
 * under its old id, where it counts for nothing: nothing typed is lost.
 */
export function moveAnswers(to: FormDefinition, answers: Answers): Moved {
  const move: Move = { answers: { ...answers }, lookAgain: [] }
  moveQuestions(topQuestions(to), answers, move, to)
  return move
}

function moveQuestions(questions: readonly Question[], from: Answers, move: Move, to: FormDefinition): void {
  for (const question of questions) {
    const old = to.replaces?.renamed?.[question.id] ?? question.id
    const answer = Object.hasOwn(from, old) ? from[old] : undefined
    delete move.answers[question.id]
    if (answer === undefined) continue
    if (question.kind === 'list') moveList(question, answer, move, to)
    else if (answer === null || keeps(question, answer)) move.answers[question.id] = answer
    else move.lookAgain.push(question.id)
    if (to.replaces?.lookAgain?.includes(question.id)) move.lookAgain.push(question.id)
  }
}

function moveList(list: ListQuestion, answer: Answer | null, move: Move, to: FormDefinition): void {
  if (!isEntries(answer)) return
  move.answers[list.id] = answer.map((entry): Entry => {
    const moved: Move = { answers: { ...entry.answers }, lookAgain: [] }
    moveQuestions(list.questions, entry.answers, moved, to)
    if (moved.lookAgain.length > 0) move.lookAgain.push(list.id)
    return { ...entry, answers: moved.answers }
  })
}
