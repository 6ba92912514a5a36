import { type Text, textOf } from '../../platform/i18n/text.ts'
import { isEntries } from '../definition/answer.ts'
import type { Answer, Answers, Day, FormDefinition, Question, Scenario, Texts } from '../definition/definition.ts'
import type { Control, FieldValues } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { type EntryPart, partsOf } from '../definition/entry-pages.ts'
import { wordsOf } from '../definition/wording.ts'
import { replay, type ReplayedEntry } from './replay.ts'

/** A date is `YYYY-MM-DD`; radios and lists are given by the option's label, boxes by a list of labels. */
export type FilledPage = {
  readonly path: string
  readonly values: { readonly [label: string]: string | readonly string[] }
}

type Words = { readonly say: Text; readonly texts: Texts }

/** A scenario person's draft as it would be kept: optional questions left out are left empty, lists left out too. */
export function scenarioAnswers(definition: FormDefinition, scenario: Scenario): Answers {
  const questions = definition.parts.flatMap((part) => part.pages.flatMap((page) => page.questions))
  return { ...leftEmpty(questions), ...Object.fromEntries(Object.entries(scenario.answers).map(([id, answer]) => [id, kept(questions, id, answer)])) }
}

function leftEmpty(questions: readonly Question[]): Answers {
  const lists = questions.filter(({ kind }) => kind === 'list').map(({ id }) => [id, []] as const)
  const optional = questions.filter((question) => question.optional).map(({ id }) => [id, null] as const)
  return Object.fromEntries([...lists, ...optional])
}

function kept(questions: readonly Question[], id: string, answer: Answer | null): Answer | null {
  const list = questions.find((question) => question.id === id)
  if (list?.kind !== 'list' || !isEntries(answer)) return answer
  return answer.map((entry) => ({ ...entry, answers: { ...leftEmpty(list.questions), ...entry.answers } }))
}

/**
 * The pages a scenario person fills, in order, by the English words on them; `path` is under `/drafts/<id>`. Each entry of
 * a list is filled at `<page>/new` before the page of the list itself; one of several pages goes on at
 * `<page>/<entry>?part=<part>`, where each save leads to the next.
 */
export function scenarioPages(
  definition: FormDefinition,
  texts: Texts,
  scenario: Scenario,
  today: Day,
): readonly FilledPage[] {
  const words = { say: textOf('en', 'UTC'), texts }
  const { pages, submitted } = replay(definition, scenarioAnswers(definition, scenario), today)
  const filled = (path: string, asked: readonly Question[], answers: Answers): FilledPage => ({
    path: `/drafts/<id>/${path}`,
    values: Object.assign({}, ...asked.map((question) => valuesOf(words, question, answers[question.id] ?? undefined))),
  })
  return pages
    .filter(({ state }) => state !== 'not-needed')
    .flatMap(({ id, asked, entries }) => [
      ...entries.flatMap((entry) =>
        askedByPart(asked, entry).map((part, index) =>
          filled(index === 0 ? `${id}/new` : `${id}/<entry>?part=${part.id}`, part.questions, entry.submitted),
        ),
      ),
      filled(id, asked, submitted),
    ])
}

/** What is asked of an entry, page by page of it; the first is that of a new entry, and leads to the others. */
function askedByPart([list]: readonly Question[], { asked }: ReplayedEntry): readonly EntryPart[] {
  const parts = list?.kind === 'list' ? partsOf(list) : []
  return parts
    .map(({ id, questions }) => ({ id, questions: questions.filter((question) => asked.includes(question)) }))
    .filter(({ questions }) => questions.length > 0)
}

/** The files a scenario person brings, by the label of their field. */
export const scenarioFiles = (texts: Texts, scenario: Scenario): { readonly [label: string]: string } =>
  Object.fromEntries(
    Object.entries(scenario.files).map(([id, document]) => [texts[`evidence.${id}.document`] ?? id, document]),
  )

function valuesOf(words: Words, question: Question, answer: Answer | undefined): FilledPage['values'] {
  if (answer === undefined) return {}
  const kind = kindOf(question)
  const posted = kind.posted(question, answer)
  const filled = kind
    .controls(question)
    .map((control) => [
      wordsOf(words.say, words.texts, control.label) ?? control.name,
      control.type === 'date' || control.type === 'partial-date' ? String(answer) : shown(words, control, posted),
    ])
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined))
}

function shown({ say, texts }: Words, control: Control, posted: FieldValues): string | readonly string[] | undefined {
  const value = posted[control.name]
  if (value === undefined || control.options === undefined) return value
  const labelOf = (one: string) => {
    const option = control.options?.find((offered) => offered.value === one)
    return (option && wordsOf(say, texts, option.label)) ?? one
  }
  return typeof value === 'string' ? labelOf(value) : value.map(labelOf)
}
