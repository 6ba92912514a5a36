import type { Day, FormDefinition, Scenario, Texts } from '../definition/definition.ts'
import { definitionFaults } from '../definition/faults.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { questionsOf } from '../definition/layout.ts'
import { evidenceAsked } from './consequences.ts'
import { outlineOf } from './outline.ts'
import { replay, type Replay } from './replay.ts'
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

function scenarioFaults({ name, answers }: Scenario, replayed: Replay): string[] {
  const { questionById } = outlineOf(replayed.definition)
  const asked = new Map(
    replayed.pages.flatMap((page) => page.asked.map((question) => [question.id, question] as const)),
  )
  const idle = Object.keys(answers).filter((id) => !asked.has(id))
  const mistakes = replayed.pages.flatMap((page) =>
    page.mistakes.map(({ question, mistake }) => ({ question, key: mistake.key })),
  )
  const unanswered = [...asked.values()].filter(({ id, optional }) => !optional && replayed.submitted[id] === undefined)
  return [
    ...idle.map((id) =>
      questionById.has(id)
        ? `Scenario ${name} answers ${id}, which that person is not asked.`
        : `Scenario ${name} answers ${id}, which is no question.`,
    ),
    ...unanswered.map(({ id }) => `Scenario ${name} does not answer ${id}.`),
    ...replayed.errors.map(({ rule }) => `Scenario ${name} breaks the rule ${rule.id}.`),
    ...mistakes.map(({ question, key }) => `Scenario ${name} answers ${question.id} with a mistake: ${key}.`),
    ...unkept(name, replayed),
  ]
}

/** Answers that the question's own parser would not have kept so. */
function unkept(name: string, { pages, submitted }: Replay): string[] {
  return pages
    .flatMap(({ asked }) => asked)
    .filter((question) => {
      const answer = submitted[question.id]
      if (answer === undefined) return false
      try {
        const parsed = kindOf(question).parse(question, kindOf(question).posted(question, answer))
        return !parsed.ok || JSON.stringify(sorted(parsed.answer)) !== JSON.stringify(sorted(answer))
      } catch {
        return true
      }
    })
    .map(({ id }) => `Scenario ${name} answers ${id} with something its question would not keep.`)
}

const sorted = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? Object.entries(answer).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : answer

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
  const asked = new Set(replays.flatMap(({ pages }) => pages.flatMap((page) => page.asked.map(({ id }) => id))))
  const documents = new Set(replays.flatMap((one) => evidenceAsked(one).map(({ id }) => id)))
  return [
    ...questionsOf(definition)
      .filter(({ id }) => !asked.has(id))
      .map(({ id }) => `Question ${id} is asked of no scenario person: nothing shows that it can be reached.`),
    ...definition.evidence
      .filter(({ id }) => !documents.has(id))
      .map(({ id }) => `Evidence ${id} is asked of no scenario person: nothing shows that it can be reached.`),
  ]
}
