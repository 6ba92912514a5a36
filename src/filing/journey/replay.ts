import type { Answer, Answers, Day, FormDefinition, Question, Rule } from '../definition/definition.ts'
import { holds, type Known } from '../definition/holds.ts'
import type { Mistake } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { namedRules } from '../definition/named-rules.ts'
import { outlineOf, type PlacedPage } from './outline.ts'

export type PageState = 'done' | 'now' | 'later' | 'not-needed'

/** A rule that the answers break. Its words: the form's text `rule.<ruleId>`. */
export type Contradiction = { readonly rule: Rule; readonly questionId: string; readonly pageId: string }

/** A page on this person's way through the form. */
export type ReplayedPage = PlacedPage & {
  readonly id: string
  readonly state: PageState
  /** May be opened: everything needed before it is done, or it was done already. */
  readonly reached: boolean
  /** The questions asked, by the answers as they are. */
  readonly asked: readonly Question[]
  /** Asked questions whose kept answer no longer fits, such as a date that is now out of bounds. */
  readonly mistakes: readonly { readonly question: Question; readonly mistake: Mistake }[]
  readonly contradictions: readonly Contradiction[]
}

/** What the answers so far come to. Everything a person sees of a draft is read off it. */
export type Replay = {
  readonly definition: FormDefinition
  readonly today: Day
  readonly pages: readonly ReplayedPage[]
  /** What counts: the answers of asked questions. Answers to questions no longer asked stay in the draft only. */
  readonly submitted: { readonly [questionId: string]: Answer }
  readonly firstUndone: string | undefined
  /** Nothing is missing and nothing blocks. */
  readonly complete: boolean
  readonly progress: { readonly done: number; readonly of: number }
  readonly errors: readonly Contradiction[]
  readonly warnings: readonly Contradiction[]
}

type Walked = Pick<ReplayedPage, 'asked' | 'mistakes'> & { placed: PlacedPage; needed: boolean; filled: boolean }

/**
 * Replays answers over a definition: which pages and questions they lead through and what they come to. Depends on
 * nothing else; `today` (`YYYY-MM-DD`) is the day by which dates are judged.
 */
export function replay(definition: FormDefinition, answers: Answers, today: Day): Replay {
  const submitted: Record<string, Answer> = {}
  const known = { answers: submitted, today }
  const walked = outlineOf(definition).pages.map((placed) => walk(placed, answers, known, submitted))
  const contradictions = contradictionsIn(definition, known, putQuestions(walked, answers))
  const pages = placed(walked, contradictions)
  const needed = pages.filter((page) => page.state !== 'not-needed')
  const done = needed.filter((page) => page.state === 'done')
  const firstUndone = pages.find((page) => page.state === 'now')?.id
  return {
    definition,
    today,
    pages,
    submitted,
    firstUndone,
    complete: firstUndone === undefined,
    progress: { done: done.length, of: needed.length },
    errors: contradictions.filter(({ rule }) => rule.level === 'error'),
    warnings: contradictions.filter(({ rule }) => rule.level === 'warning'),
  }
}

/** Walks one page, adding its answers to what counts. */
function walk(placed: PlacedPage, answers: Answers, known: Known, submitted: Record<string, Answer>): Walked {
  const { page } = placed
  if (!holds(page.when, known)) return { placed, needed: false, filled: false, asked: [], mistakes: [] }
  const asked: Question[] = []
  let filled = true
  for (const question of page.questions) {
    if (!holds(question.when, known)) continue
    asked.push(question)
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
    if (answer !== undefined && answer !== null) submitted[question.id] = answer
    else if (answer === undefined || !question.optional) filled = false
  }
  return { placed, needed: asked.length > 0, filled, asked, mistakes: mistakesIn(asked, known) }
}

function mistakesIn(asked: readonly Question[], known: Known): ReplayedPage['mistakes'] {
  return asked.flatMap((question) => {
    const answer = known.answers[question.id]
    const check = kindOf(question).check
    if (answer === undefined || answer === null || check === undefined) return []
    return check(question, answer, known).map((mistake) => ({ question, mistake }))
  })
}

/** The ids of the questions that are asked and were put, left empty or not. */
const putQuestions = (walked: readonly Walked[], answers: Answers): ReadonlySet<string> =>
  new Set(walked.flatMap(({ asked }) => asked.map(({ id }) => id)).filter((id) => Object.hasOwn(answers, id)))

/** The rules that are broken. A rule counts once the question it stands at was put, and while it is asked. */
function contradictionsIn(definition: FormDefinition, known: Known, put: ReadonlySet<string>): Contradiction[] {
  const { pageOfQuestion } = outlineOf(definition)
  return definition.rules.flatMap((rule) => {
    const at = pageOfQuestion.get(rule.at)
    if (!at || !put.has(rule.at) || !isBroken(rule, known)) return []
    return [{ rule, questionId: rule.at, pageId: at.page.id }]
  })
}

const isBroken = (rule: Rule, known: Known): boolean =>
  'named' in rule
    ? namedRules[rule.named](...rule.of.map((id) => known.answers[id] ?? undefined))
    : holds(rule.when, known)

function placed(walked: readonly Walked[], contradictions: readonly Contradiction[]): ReplayedPage[] {
  let undoneBefore = false
  return walked.map(({ placed, needed, filled, asked, mistakes }) => {
    const here = contradictions.filter(({ pageId }) => pageId === placed.page.id)
    const done = filled && mistakes.length === 0 && !here.some(({ rule }) => rule.level === 'error')
    const state = !needed ? 'not-needed' : done ? 'done' : undoneBefore ? 'later' : 'now'
    undoneBefore ||= state === 'now'
    const reached = state === 'done' || state === 'now'
    return { ...placed, id: placed.page.id, state, reached, asked, mistakes, contradictions: here }
  })
}
