import { type Answer, type Answers, isEntries } from '../definition/answer.ts'
import type { Day, Entry, ListQuestion, Question } from '../definition/definition.ts'
import { holds } from '../definition/holds.ts'
import type { Mistake } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'

/** An asked question whose kept answer does not fit, such as a date that is now out of bounds. */
export type MistakeAt = { readonly question: Question; readonly mistake: Mistake }

/** What the answers to some questions come to. `filled`: each has what it needs. */
export type Walked = {
  readonly asked: readonly Question[]
  readonly counted: { readonly [questionId: string]: Answer }
  readonly mistakes: readonly MistakeAt[]
  readonly filled: boolean
  /** Of the list among them, if there is one. */
  readonly entries: readonly WalkedEntry[]
}

/** An entry of a list that is not removed. */
export type WalkedEntry = Walked & { readonly id: string; readonly answers: Answers }

/** What is known when questions are walked; what counts is added to it as it is found. */
export type Counting = { readonly answers: Record<string, Answer | null>; readonly today: Day }

/** Walks questions in their order. `counting` holds what counts before them, and after it what counts of them too. */
export function walkQuestions(questions: readonly Question[], answers: Answers, counting: Counting): Walked {
  const counted: Record<string, Answer> = {}
  const asked: Question[] = []
  let filled = true
  let entries: readonly WalkedEntry[] = []
  for (const question of questions) {
    if (!holds(question.when, counting)) continue
    asked.push(question)
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
    if (question.kind === 'list') {
      entries = walkEntries(question, answer, counting)
      const kept = entries.map(({ id, counted: own }): Entry => ({ id, answers: own }))
      if (entries.length > 0) counted[question.id] = kept
      // A list that is put and empty has no entry to count, and can be counted.
      if (answer !== undefined) counting.answers[question.id] = kept
      filled &&= answer !== undefined && entries.length >= (question.least ?? 0)
    } else if (answer !== undefined && answer !== null) {
      counted[question.id] = answer
      counting.answers[question.id] = answer
    } else if (answer === undefined || !question.optional) filled = false
  }
  const mistakes = asked.flatMap((question) => mistakesOf(question, counting, entries))
  return { asked, counted, mistakes, filled, entries }
}

/** The entries of a list that count, each with the answers that count beside all others. */
function walkEntries({ questions }: ListQuestion, answer: Answer | null | undefined, known: Counting): readonly WalkedEntry[] {
  if (!isEntries(answer)) return []
  // An entry's answers count beside all others, and for its own questions only.
  const around = () => ({ ...known, answers: { ...known.answers } })
  return answer.filter(({ removed }) => !removed).map(({ id, answers }) => ({ id, answers, ...walkQuestions(questions, answers, around()) }))
}

function mistakesOf(question: Question, known: Counting, entries: readonly WalkedEntry[]): MistakeAt[] {
  if (question.kind === 'list') return listMistakes(question, entries)
  const answer = known.answers[question.id]
  const check = kindOf(question).check
  if (answer === undefined || answer === null || check === undefined) return []
  return check(question, answer, known).map((mistake) => ({ question, mistake }))
}

function listMistakes(question: ListQuestion, entries: readonly WalkedEntry[]): MistakeAt[] {
  const field = question.id
  if (entries.length > question.most) {
    return [{ question, mistake: { field, key: 'filing.error.too-many-entries', values: { most: question.most } } }]
  }
  if (entries.every(isFinished)) return []
  return [{ question, mistake: { field, key: 'filing.error.entry-not-finished' } }]
}

/** Whether an entry has everything that it is asked, and nothing that does not fit. */
export const isFinished = ({ filled, mistakes }: Walked): boolean => filled && mistakes.length === 0
