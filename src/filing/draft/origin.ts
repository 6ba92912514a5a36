import type { Answer, Answers } from '../definition/definition.ts'

/** Where an answer that was offered is known from. */
export type OfferedFrom =
  | { readonly from: 'profile' }
  /** A form that the person sent: its code, and the day it was received. */
  | { readonly from: 'filing'; readonly form: string; readonly on: string }
  /** The draft that this one was begun for: its form. */
  | { readonly from: 'draft'; readonly form: string }
  /** What a representative knows of the client whose form it is, or of their own practice, or of the matter it is for. */
  | { readonly from: 'client' | 'practice' | 'matter' }

/** An answer that can be filled in. It counts once the person has seen it on its page and saved that. */
export type Offered = { readonly answer: Answer } & OfferedFrom

export type OfferedAnswers = { readonly [questionId: string]: Offered }

/** How an answer came into a draft. */
export type Origin = {
  /** The account that saved it. */
  readonly by: string
  /** An instant, ISO 8601. */
  readonly at: string
  /** The draft's version that it came with. */
  readonly version: number
  /** Given when it is what was offered, or when it came out of a draft file. */
  readonly from?: OfferedFrom['from'] | 'file'
  /** Out of an earlier edition or a file, it does not answer what the question asks: to be looked at and saved again. */
  readonly lookAgain?: true
}

export type Origins = { readonly [questionId: string]: Origin }

const isSame = (one: Answer | null | undefined, other: Answer | null | undefined) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

type Saving = { readonly by: string; readonly at: Temporal.Instant; readonly version: number; readonly offered: OfferedAnswers }

/** The origins once these answers were saved. */
export function originsAfter(origins: Origins, answers: Answers, { by, at, version, offered }: Saving): Origins {
  const saved = Object.entries(answers).map(([id, answer]): [string, Origin] => {
    const suggestion = offered[id]
    const isOffered = suggestion !== undefined && isSame(suggestion.answer, answer)
    return [id, { by, at: at.toString(), version, ...(isOffered ? { from: suggestion.from } : {}) }]
  })
  return { ...origins, ...Object.fromEntries(saved) }
}

/**
 * Whether a save puts other answers in the place of ones that were saved after its page was opened (at version `since`):
 * the same page was open twice. The later save stands, and the person is told.
 */
export const savedOver = (
  { answers, origins }: { readonly answers: Answers; readonly origins: Origins },
  saved: Answers,
  since: number,
): boolean =>
  Object.entries(saved).some(([id, answer]) => (origins[id]?.version ?? 0) > since && !isSame(answers[id], answer))

/** The origins of a draft that starts from a file: what the file answers, and what is to be looked at. */
export function originsFromFile(answers: Answers, lookAgain: readonly string[], { by, at }: Pick<Saving, 'by' | 'at'>): Origins {
  const origin: Origin = { by, at: at.toString(), version: 1, from: 'file' }
  const again = lookAgain.map((id): [string, Origin] => [id, { ...origin, lookAgain: true }])
  return Object.fromEntries([...Object.keys(answers).map((id): [string, Origin] => [id, origin]), ...again])
}

/** The origins once a draft moved to another edition: these questions are to be looked at. */
export function originsToLookAt(origins: Origins, questions: readonly string[], moved: Omit<Origin, 'from' | 'lookAgain'>): Origins {
  return { ...origins, ...Object.fromEntries(questions.map((id) => [id, { ...moved, lookAgain: true as const }])) }
}
