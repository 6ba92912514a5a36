import type { Answer, Answers, Day, FormDefinition, Question, Scenario, Texts } from '../definition/definition.ts'
import { definitionFaults } from '../definition/faults.ts'
import { eligibilityEndFaults } from '../definition/meaning-faults.ts'
import { keeps } from '../definition/keeps.ts'
import { listOn, questionsOf } from '../definition/layout.ts'
import { entriesOf } from './accept-entry.ts'
import { eligibilityEnds } from './eligibility-ways.ts'
import { evidenceFaults } from './evidence-faults.ts'
import { evidenceAsked, feeCodes as codesDue } from './consequences.ts'
import { outlineOf } from './outline.ts'
import { replay, type Replay, type ReplayedEntry, type ReplayedPage } from './replay.ts'
import { scenarioAnswers } from './scenario-pages.ts'

/** What faults are judged by: the day, and the codes that the fee schedule knows. */
export type JudgedBy = { readonly today: Day; readonly feeCodes?: ReadonlySet<string> }

/**
 * What is wrong with a form, as sentences; none for a sound one. Its scenario people must complete it, and between
 * them be asked every question and every document: what nobody is asked cannot be reached.
 */
export function faultsIn(definition: FormDefinition, texts: Texts, { today, feeCodes }: JudgedBy): string[] {
  const faults = definitionFaults(definition, texts, feeCodes)
  const lives = definition.scenarios.map((scenario) => ({
    scenario,
    replayed: replay(definition, scenarioAnswers(definition, scenario), today),
  }))
  return [
    ...faults,
    ...evidenceFaults(definition, texts),
    ...endFaults(definition, texts, today),
    ...lives.flatMap(({ scenario, replayed }) => [
      ...scenarioFaults(scenario, replayed),
      ...fileFaults(scenario, replayed),
    ]),
    ...unreached(
      definition,
      lives.map(({ replayed }) => replayed),
    ),
  ]
}

function endFaults(definition: FormDefinition, texts: Texts, today: Day): string[] {
  // A check without a last outcome is a fault by itself, and has no ways to walk.
  if (definition.eligibility.outcomes.at(-1)?.when !== undefined) return []
  const ends = eligibilityEnds(definition, today)
  return ends.all ? eligibilityEndFaults(definition, texts, ends) : [`The eligibility check has too many ways to walk them all.`]
}

/** Questions with the answers that count for them: those of the form, or of one entry. */
type Put = Pick<ReplayedEntry, 'asked' | 'submitted'>

const putTo = ({ pages, submitted }: Replay): readonly Put[] => [
  ...pages.map(({ asked }) => ({ asked, submitted })),
  ...pages.flatMap(({ entries }) => entries),
]

function scenarioFaults({ name, answers }: Scenario, replayed: Replay): string[] {
  const asked = new Set(replayed.pages.flatMap((page) => page.asked.map(({ id }) => id)))
  const put = putTo(replayed)
  return [
    ...idleAnswers(answers, asked, replayed),
    ...replayed.pages.flatMap((page) => idleInEntries(answers, page, replayed)),
    ...put.flatMap(unanswered),
    ...replayed.errors.map(({ rule }) => `breaks the rule ${rule.id}.`),
    ...replayed.pages.flatMap(mistakesIn),
    ...put.flatMap(unkept),
  ].map((fault) => `Scenario ${name} ${fault}`)
}

const idleAnswers = (answers: Answers, asked: ReadonlySet<string>, { definition }: Replay): string[] =>
  Object.keys(answers)
    .filter((id) => !asked.has(id))
    .map((id) =>
      outlineOf(definition).questionById.has(id)
        ? `answers ${id}, which that person is not asked.`
        : `answers ${id}, which is no question.`,
    )

function idleInEntries(answers: Answers, { page, entries }: ReplayedPage, replayed: Replay): string[] {
  const list = listOn(page)
  const given = list ? entriesOf(answers, list) : []
  return entries.flatMap((entry) => {
    const own = given.find(({ id }) => id === entry.id)?.answers ?? {}
    return idleAnswers(own, new Set(entry.asked.map(({ id }) => id)), replayed)
  })
}

const unanswered = ({ asked, submitted }: Put): string[] =>
  asked
    .filter((question) => !question.optional && submitted[question.id] === undefined)
    .filter((question) => question.kind !== 'list' || (question.least ?? 0) > 0)
    .map(({ id }) => `does not answer ${id}.`)

const mistakesIn = ({ mistakes, entries }: ReplayedPage): string[] =>
  [...mistakes, ...entries.flatMap((entry) => entry.mistakes)].map(
    ({ question, mistake }) => `answers ${question.id} with a mistake: ${mistake.key}.`,
  )

/** Answers that the question's own parser would not have kept so. */
const unkept = ({ asked, submitted }: Put): string[] =>
  asked
    .filter((question) => question.kind !== 'list' && !isKept(question, submitted[question.id]))
    .map(({ id }) => `answers ${id} with something its question would not keep.`)

const isKept = (question: Question, answer: Answer | undefined): boolean => answer === undefined || keeps(question, answer)

function fileFaults({ name, files }: Scenario, replayed: Replay): string[] {
  const asked = evidenceAsked(replayed)
  const missing = asked.filter(({ id, required }) => required && files[id] === undefined)
  const idle = Object.keys(files).filter((id) => !asked.some((rule) => rule.id === id))
  return [
    ...missing.map(({ id }) => `Scenario ${name} brings no file for ${id}, which is required.`),
    ...idle.map((id) => `Scenario ${name} brings a file for ${id}, which that person is not asked for.`),
  ]
}

function unreached(definition: FormDefinition, replays: readonly Replay[]): string[] {
  const asked = new Set(replays.flatMap(putTo).flatMap((put) => put.asked.map(({ id }) => id)))
  const fees = new Set(replays.flatMap(codesDue))
  const documents = new Set(replays.flatMap((one) => evidenceAsked(one).map(({ id }) => id)))
  return [
    ...questionsOf(definition)
      .filter(({ id }) => !asked.has(id))
      .map(({ id }) => `Question ${id} is asked of no scenario person: nothing shows that it can be reached.`),
    ...definition.evidence
      .filter(({ id }) => !documents.has(id))
      .map(({ id }) => `Evidence ${id} is asked of no scenario person: nothing shows that it can be reached.`),
    ...definition.fees
      .filter(({ code }) => !fees.has(code))
      .map(({ code }) => `Fee ${code} is due for no scenario person: nothing shows that it can be.`),
  ]
}
