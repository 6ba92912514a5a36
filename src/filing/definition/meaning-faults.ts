import type { Fact } from './question.ts'
import type { FormDefinition, Question, Texts } from './definition.ts'
import { questionsIn } from './holds.ts'
import { listsOf, questionsOf } from './layout.ts'
import { possible, whenAsked } from './possible.ts'

/** What a form says of its questions and what the questions themselves are, where the two do not fit. */
export const meaningFaults = (definition: FormDefinition): string[] => [
  ...questionsOf(definition).flatMap(factFaults),
  ...factsTwice(definition),
  ...explainsFaults(definition),
  ...itemFaults(definition),
]

type Fits = (question: Question) => boolean

const isName =
  (part: string): Fits =>
  (question) =>
    question.kind === 'name' && question.part === part
const isCountry: Fits = (question) => question.kind === 'select' && 'list' in question && question.list === 'countries'
const isOf =
  (kind: Question['kind']): Fits =>
  (question) =>
    question.kind === kind

/** What a question must be to ask for a fact: another kind would offer an answer that it does not mean. */
const kindsOfFacts: Readonly<Record<Fact, Fits>> = {
  'family-name': isName('family'),
  'given-name': isName('given'),
  'middle-name': isName('middle'),
  'date-of-birth': isOf('date'),
  'birth-city': isOf('short-text'),
  'birth-country': isCountry,
  citizenship: isCountry,
  sex: isOf('choice'),
  'a-number': isOf('a-number'),
  'account-number': isOf('online-account-number'),
  'social-security-number': isOf('ssn'),
  'home-address': isOf('address'),
  'mailing-address': isOf('address'),
  'daytime-phone': isOf('phone'),
  'mobile-phone': isOf('phone'),
  email: isOf('email'),
}

function factFaults(question: Question): string[] {
  const { id, fact } = question
  if (fact === undefined) return []
  const fits = Object.hasOwn(kindsOfFacts, fact) ? kindsOfFacts[fact] : undefined
  if (!fits) return [`Question ${id} asks for the fact ${fact}, which is none.`]
  return fits(question) ? [] : [`Question ${id} asks for the fact ${fact} and is a ${question.kind} that does not fit it.`]
}

/** An entry is about somebody or something else, and a fact asked twice would be offered in the wrong place. */
function factsTwice(definition: FormDefinition): string[] {
  const asking = questionsOf(definition).filter(({ fact }) => fact !== undefined)
  const inEntries = listsOf(definition).flatMap(({ questions }) => questions.filter(({ fact }) => fact !== undefined))
  const byFact = Map.groupBy(asking, ({ fact }) => fact)
  return [
    ...inEntries.map(({ id, fact }) => `Question ${id} of an entry asks for the fact ${fact}: a fact is about the person who files.`),
    ...[...byFact].flatMap(([fact, questions]) =>
      pairsOf(questions)
        .filter(([one, other]) => mayBothBeAsked(definition, one, other))
        .map(([one, other]) => `Questions ${one.id} and ${other.id} both ask for the fact ${fact}.`),
    ),
  ]
}

const pairsOf = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))

const mayBothBeAsked = (definition: FormDefinition, one: Question, other: Question): boolean =>
  possible(definition, { all: [whenAsked(definition, one.id), whenAsked(definition, other.id)] }) !== 'never'

/** The item that an item is a part of: `Part 2, Item 6, note` of `Part 2, Item 6`, `Items 1 to 4` of `Item 1`. */
function broaderItems(item: string): readonly string[] {
  const single = item.replace(/Items (\S+) (?:to|and) \S+/, 'Item $1').replace(/,$/, '')
  const cut = single.lastIndexOf(', ')
  return cut === -1 ? [single] : [single, ...broaderItems(single.slice(0, cut))]
}

/** An explanation says of what it is one: it hangs on an answer, is of an entry, or names the item of another question. */
function explainsFaults(definition: FormDefinition): string[] {
  const inEntries = new Set(listsOf(definition).flatMap(({ questions }) => questions.map(({ id }) => id)))
  const questions = questionsOf(definition)
  const isExplaining = (question: Question) => question.kind === 'long-text' && question.explains === true
  const items = questions.filter((question) => !isExplaining(question)).flatMap(({ item }) => item)
  const namesItem = (item: string) => broaderItems(item).some((broader) => items.some((one) => one === broader || one.startsWith(`${broader},`) || one.startsWith(`${broader}.`)))
  return questions
    .filter((question) => isExplaining(question) && !inEntries.has(question.id))
    .filter(({ id }) => (whenAsked(definition, id) as { all: readonly unknown[] }).all.length === 0)
    .filter(({ item }) => ![item].flat().some(namesItem))
    .map(({ id }) => `Question ${id} explains nothing: it hangs on no answer, and its item is part of no other question's.`)
}

/** Two questions of one sort that both answer an item, and may both be asked: nobody could say which answer is the item's. */
function itemFaults(definition: FormDefinition): string[] {
  const listOf = new Map(listsOf(definition).flatMap((list) => list.questions.map(({ id }) => [id, list.id] as const)))
  const byItem = Map.groupBy(
    questionsOf(definition).flatMap((question) => [question.item].flat().map((item) => ({ item, question }))),
    ({ item }) => item,
  )
  return [...byItem].flatMap(([item, answering]) =>
    pairsOf(answering.map(({ question }) => question))
      .filter(([one, other]) => sortOf(one) === sortOf(other) && listOf.get(one.id) === listOf.get(other.id))
      .filter(([one, other]) => !followsUp(definition, one, other) && mayBothBeAsked(definition, one, other))
      .map(([one, other]) => `Questions ${one.id} and ${other.id} both answer ${item}: say which part of it each of them answers.`),
  )
}

/** A question that an answer brings up says more of the same item. */
const followsUp = (definition: FormDefinition, { id }: Question, other: Question): boolean =>
  questionsIn(whenAsked(definition, other.id)).includes(id)

const sortOf = (question: Question): string => ('part' in question ? `${question.kind} ${question.part}` : question.kind)

const leadsOn = /\bForms? [A-Z]+-\d|consulate|embassy|agency|lawyer|representative|account|support|ask |come back|\bfile\b/i

/** What is wrong with where the eligibility check ends: outcomes and questions that nobody comes to, and words that leave a person alone. */
export function eligibilityEndFaults(definition: FormDefinition, texts: Texts, ends: { readonly given: ReadonlySet<string>; readonly asked: ReadonlySet<string> }): string[] {
  const { questions, outcomes } = definition.eligibility
  return [
    ...outcomes.filter(({ id }) => !ends.given.has(id)).map(({ id }) => `Eligibility outcome ${id} is given for no answers.`),
    ...questions.filter(({ id }) => !ends.asked.has(id)).map(({ id }) => `Eligibility question ${id} is asked of nobody.`),
    ...outcomes
      .filter(({ id, outcome, leads }) => outcome !== 'yes' && !leads && !leadsOn.test(texts[`eligibility.outcome.${id}`] ?? ''))
      .map(({ id }) => `Eligibility outcome ${id} leads nowhere: say which form fits, or whom to ask.`),
  ]
}
