import { isEntries } from '../definition/answer.ts'
import type { Answer, Answers, Entry, FormDefinition, ListQuestion, Question } from '../definition/definition.ts'
import type { KindName } from '../definition/question.ts'
import { keeps } from '../definition/keeps.ts'
import { type FileAnswers, isRecord } from './content.ts'

const topQuestions = ({ parts }: FormDefinition): readonly Question[] =>
  parts.flatMap((part) => part.pages.flatMap((page) => page.questions))

/**
 * A draft's answers as a file holds them: those of the questions of its edition. Entries that were taken out stay out,
 * and the ids of entries too.
 */
export const answersForFile = (definition: FormDefinition, answers: Answers): FileAnswers =>
  taken(topQuestions(definition), answers)

const taken = (questions: readonly Question[], answers: Answers): FileAnswers =>
  Object.fromEntries(
    questions
      .filter(({ id }) => Object.hasOwn(answers, id))
      .map((question): [string, FileAnswers[string]] => {
        const answer = answers[question.id] ?? null
        if (question.kind !== 'list' || !isEntries(answer)) return [question.id, answer]
        const standing = answer.filter(({ removed }) => !removed)
        return [question.id, standing.map((entry) => taken(question.questions, entry.answers))]
      }),
  )

/**
 * Answers out of a file. `notTaken`: questions whose answer in the file is none that a page of theirs could have kept;
 * `unknown`: how many answers belong to no question of the edition.
 */
export type ReadAnswers = { readonly answers: Answers; readonly notTaken: readonly string[]; readonly unknown: number }

/** What a file says of some questions. Never throws: the file may have been made by hand. */
export function answersFromFile(definition: FormDefinition, answers: FileAnswers, newEntryId: () => string): ReadAnswers {
  return read(topQuestions(definition), answers, newEntryId)
}

type Found = { answer: Answer | null | undefined; fits: boolean; unknown: number }

function read(questions: readonly Question[], given: Readonly<Record<string, unknown>>, newEntryId: () => string): ReadAnswers {
  const known = new Set(questions.map(({ id }) => id))
  let unknown = Object.keys(given).filter((id) => !known.has(id)).length
  const answers: Record<string, Answer | null> = {}
  const notTaken: string[] = []
  for (const question of questions) {
    if (!Object.hasOwn(given, question.id)) continue
    const found = question.kind === 'list' ? entriesIn(question, given[question.id], newEntryId) : answerIn(question, given[question.id])
    if (found.answer !== undefined) answers[question.id] = found.answer
    if (!found.fits) notTaken.push(question.id)
    unknown += found.unknown
  }
  return { answers, notTaken, unknown }
}

/** The kinds whose answer has parts, and no more of them than this: a kind looks at each part, however many there are. */
const withParts: ReadonlySet<KindName> = new Set(['address', 'height'])
const partsMost = 20

const hasShapeOf = ({ kind }: Question, value: unknown): boolean =>
  withParts.has(kind) ? isRecord(value) && Object.keys(value).length <= partsMost : !isRecord(value)

/** A question that must be answered is never kept empty by its page; it is simply put again. */
function answerIn(question: Question, value: unknown): Found {
  if (value === null) return { answer: question.optional ? null : undefined, fits: true, unknown: 0 }
  const fits = hasShapeOf(question, value) && keeps(question, value as Answer)
  return { answer: fits ? (value as Answer) : undefined, fits, unknown: 0 }
}

function entriesIn(list: ListQuestion, value: unknown, newEntryId: () => string): Found {
  if (value === null) return { answer: undefined, fits: true, unknown: 0 }
  if (!Array.isArray(value)) return { answer: undefined, fits: false, unknown: 0 }
  const found = value.slice(0, list.most).filter(isRecord)
  const entries = found.map((entry) => read(list.questions, entry, newEntryId))
  const fits = found.length === value.length && entries.every(({ notTaken }) => notTaken.length === 0)
  const answer = entries.map((entry): Entry => ({ id: newEntryId(), answers: entry.answers }))
  return { answer, fits, unknown: entries.reduce((sum, entry) => sum + entry.unknown, 0) }
}
