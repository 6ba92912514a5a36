import type { Answer, Answers, Day, FormDefinition, Question, Rule } from '../definition/definition.ts'
import { workedOut } from '../definition/derived.ts'
import { holds, judge, type Known, type Verdict } from '../definition/holds.ts'
import { namedRules } from '../definition/named-rules.ts'
import { outlineOf, type PlacedPage } from './outline.ts'
import { type Counting, isFinished, type MistakeAt, type Walked, type WalkedEntry, walkQuestions } from './walk-questions.ts'

export type PageState = 'done' | 'now' | 'later' | 'not-needed'

/** A rule that the answers break. Its words: the form's text `rule.<ruleId>`. */
export type Contradiction = {
  readonly rule: Rule
  readonly questionId: string
  readonly pageId: string
  /** The entry of the page's list that it is in. */
  readonly entryId?: string
  /** Whether it is broken hangs on the day of a date that is known in part: it warns, and blocks nothing. */
  readonly unsure?: true
}

/** An entry of a list as its page shows it. */
export type ReplayedEntry = {
  readonly id: string
  readonly asked: readonly Question[]
  /** What counts of it. */
  readonly submitted: { readonly [questionId: string]: Answer }
  readonly mistakes: readonly MistakeAt[]
  readonly contradictions: readonly Contradiction[]
  /** Nothing in it is missing or blocks. */
  readonly finished: boolean
}

/** A page on this person's way through the form. */
export type ReplayedPage = PlacedPage & {
  readonly id: string
  readonly state: PageState
  /** May be opened: everything needed before it is done, or it was done already. */
  readonly reached: boolean
  /** The questions asked, by the answers as they are. */
  readonly asked: readonly Question[]
  /** Asked questions whose kept answer no longer fits, such as a date that is now out of bounds. */
  readonly mistakes: readonly MistakeAt[]
  /** Those of its entries too. */
  readonly contradictions: readonly Contradiction[]
  /** The entries of the list on it, without those that were removed; none on every other page. */
  readonly entries: readonly ReplayedEntry[]
}

/** What the answers so far come to. Everything a person sees of a draft is read off it. */
export type Replay = {
  readonly definition: FormDefinition
  readonly today: Day
  readonly pages: readonly ReplayedPage[]
  /** What counts: the answers of asked questions. Answers to questions no longer asked stay in the draft only. */
  readonly submitted: { readonly [questionId: string]: Answer }
  /** The numbers worked out from what counts (`definition/derived.ts`). */
  readonly derived: { readonly [id: string]: number }
  readonly firstUndone: string | undefined
  /** Nothing is missing and nothing blocks. */
  readonly complete: boolean
  readonly progress: { readonly done: number; readonly of: number }
  readonly errors: readonly Contradiction[]
  readonly warnings: readonly Contradiction[]
}

type WalkedPage = Walked & { readonly placed: PlacedPage; readonly needed: boolean }

/**
 * Replays answers over a definition: which pages and questions they lead through and what they come to. Depends on
 * nothing else; `today` (`YYYY-MM-DD`) is the day by which dates are judged.
 */
export function replay(definition: FormDefinition, answers: Answers, today: Day): Replay {
  const { submitted, derived, walked } = walkPages(definition, answers, today)
  const known = { answers: { ...submitted, ...derived }, today }
  const contradictions = contradictionsIn(definition, known, putQuestions(walked, answers), walked)
  const pages = placed(walked, contradictions)
  const needed = pages.filter((page) => page.state !== 'not-needed')
  const done = needed.filter((page) => page.state === 'done')
  const firstUndone = pages.find((page) => page.state === 'now')?.id
  return {
    definition,
    today,
    pages,
    submitted,
    derived,
    firstUndone,
    complete: firstUndone === undefined,
    progress: { done: done.length, of: needed.length },
    errors: contradictions.filter(({ rule }) => rule.level === 'error'),
    warnings: contradictions.filter(({ rule }) => rule.level === 'warning'),
  }
}

/** Walks the pages in order, each with what the pages before it come to. */
function walkPages(definition: FormDefinition, answers: Answers, today: Day) {
  const { pages, derivedOnPage } = outlineOf(definition)
  const submitted: Record<string, Answer> = {}
  const derived: Record<string, number> = {}
  const known: Counting = { answers: {}, today }
  const walked = pages.map((placed): WalkedPage => {
    const { page } = placed
    if (!holds(page.when, known)) return { ...notWalked, placed }
    const found = walkQuestions(page.questions, answers, known)
    Object.assign(submitted, found.counted)
    for (const each of derivedOnPage.get(page.id) ?? []) {
      const value = workedOut(each, known.answers, today)
      if (value !== undefined) known.answers[each.id] = derived[each.id] = value
    }
    return { ...found, placed, needed: found.asked.length > 0 }
  })
  return { submitted, derived, walked }
}

const notWalked = { asked: [], counted: {}, mistakes: [], entries: [], filled: false, needed: false }

/** The ids of the questions that are asked and were put, left empty or not; those of entries are put with their list. */
const putQuestions = (walked: readonly Walked[], answers: Answers): ReadonlySet<string> =>
  new Set(walked.flatMap(({ asked }) => asked.map(({ id }) => id)).filter((id) => Object.hasOwn(answers, id)))

/** The rules that are broken. A rule counts once the question it stands at was put, and while it is asked. */
function contradictionsIn(
  definition: FormDefinition,
  known: Known,
  put: ReadonlySet<string>,
  walked: readonly WalkedPage[],
): Contradiction[] {
  const { pageOfQuestion, listOfQuestion } = outlineOf(definition)
  return definition.rules.flatMap((rule) => {
    const at = pageOfQuestion.get(rule.at)
    if (!at) return []
    const found = { rule, questionId: rule.at, pageId: at.page.id }
    if (!listOfQuestion.has(rule.at)) return put.has(rule.at) ? asJudged(found, isBroken(rule, known)) : []
    const entries = walked[at.position]?.entries ?? []
    return entries.flatMap((entry) => asJudged({ ...found, entryId: entry.id }, isBrokenIn(rule, entry, known)))
  })
}

const asJudged = (found: Contradiction, verdict: Verdict): Contradiction[] =>
  verdict === false ? [] : [verdict ? found : { ...found, rule: asWarning(found.rule), unsure: true }]

const warnings = new WeakMap<Rule, Rule>()

/** The rule as one that only warns. */
function asWarning(rule: Rule): Rule {
  const warning = warnings.get(rule) ?? { ...rule, level: 'warning' as const }
  warnings.set(rule, warning)
  return warning
}

const isBroken = (rule: Rule, known: Known): Verdict =>
  'named' in rule
    ? namedRules[rule.named](...rule.of.map((id) => known.answers[id] ?? undefined))
    : judge(rule.when, known)

/** The same of one entry: its own answers stand beside all others. Of one filled in page by page, only what was put. */
const isBrokenIn = (rule: Rule, entry: WalkedEntry, known: Known): Verdict =>
  entry.asked.some(({ id }) => id === rule.at) &&
  Object.hasOwn(entry.answers, rule.at) &&
  isBroken(rule, { ...known, answers: { ...known.answers, ...entry.counted } })

const blocks = ({ rule }: Contradiction) => rule.level === 'error'

function placed(walked: readonly WalkedPage[], contradictions: readonly Contradiction[]): ReplayedPage[] {
  let undoneBefore = false
  return walked.map(({ placed, needed, filled, asked, mistakes, entries }) => {
    const here = contradictions.filter(({ pageId }) => pageId === placed.page.id)
    const done = filled && mistakes.length === 0 && !here.some(blocks)
    const state = !needed ? 'not-needed' : done ? 'done' : undoneBefore ? 'later' : 'now'
    undoneBefore ||= state === 'now'
    const reached = state === 'done' || state === 'now'
    const listed = entries.map((entry) => entryOf(entry, here))
    return { ...placed, id: placed.page.id, state, reached, asked, mistakes, contradictions: here, entries: listed }
  })
}

function entryOf(entry: WalkedEntry, onPage: readonly Contradiction[]): ReplayedEntry {
  const contradictions = onPage.filter(({ entryId }) => entryId === entry.id)
  const { id, asked, counted: submitted, mistakes } = entry
  return { id, asked, submitted, mistakes, contradictions, finished: isFinished(entry) && !contradictions.some(blocks) }
}
