import { derivedFrom } from './derived.ts'
import type { Derived, FormDefinition, ListQuestion, Page, Question } from './definition.ts'
import { listsOf, questionsOf, repeated } from './layout.ts'

/** What is wrong with the lists of a form, as sentences. */
export const listFaults = (definition: FormDefinition): string[] => [
  ...definition.parts.flatMap((part) => part.pages.flatMap(crowdedPage)),
  ...listsOf(definition).flatMap(listFaultsOf),
  ...listsOf(definition).flatMap(entryPageFaults),
]

function crowdedPage({ id, questions }: Page): string[] {
  const holdsList = questions.some(({ kind }) => kind === 'list')
  return holdsList && questions.length > 1 ? [`Page ${id} has a list and other questions: a list stands alone.`] : []
}

function listFaultsOf({ id, questions, named, least = 0, most, optional, when }: ListQuestion): string[] {
  const ids = new Set(questions.map((question) => question.id))
  const kinds: readonly string[] = questions.map(({ kind }) => kind)
  return [
    ...(questions.length === 0 ? [`List ${id} asks nothing of its entries.`] : []),
    ...(kinds.includes('list') ? [`List ${id} has a list in its entries.`] : []),
    ...(named.length === 0 ? [`List ${id} does not say what names an entry.`] : []),
    ...named.filter((one) => !ids.has(one)).map((one) => `List ${id} names its entries by ${one}, which it does not ask.`),
    ...(most < 1 || least > most ? [`List ${id} takes from ${least} to ${most} entries.`] : []),
    ...(optional ? [`List ${id} is optional: let it take no entry instead.`] : []),
    ...(when ? [`List ${id} has a condition: put it on its page.`] : []),
  ]
}

/** More questions than this on one page are no page that anybody reads. */
const onOnePageMost = 12

/** An entry's pages hold each question of it once, in their order, and none of them is too long. */
function entryPageFaults({ id, questions, pages }: ListQuestion): string[] {
  if (!pages) {
    return questions.length > onOnePageMost
      ? [`List ${id} asks ${questions.length} questions of an entry on one page: give it pages of ${onOnePageMost} at most.`]
      : []
  }
  const placed = pages.flatMap((page) => page.questions)
  const asked = questions.map((question) => question.id)
  return [
    ...repeated(pages.map((page) => page.id)).map((page) => `List ${id} has two pages ${page}.`),
    ...pages.filter((page) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(page.id)).map((page) => `The page ${page.id} of list ${id} is not kebab-case.`),
    ...asked.filter((one) => !placed.includes(one)).map((one) => `List ${id} asks ${one} on none of its pages.`),
    ...repeated(placed).map((one) => `List ${id} asks ${one} on two of its pages.`),
    ...placed.filter((one) => !asked.includes(one)).map((one) => `List ${id} has ${one} on a page and does not ask it.`),
    ...(asked.filter((one) => placed.includes(one)).join() === placed.filter((one) => asked.includes(one)).join()
      ? []
      : [`List ${id} has its questions in another order on its pages than in the list.`]),
    ...pages
      .filter((page) => page.questions.length === 0 || page.questions.length > onOnePageMost)
      .map((page) => `The page ${page.id} of list ${id} has ${page.questions.length} questions: ${onOnePageMost} at most, and one at least.`),
  ]
}

/** What is wrong with what is worked out from the answers. */
export function derivedFaults(definition: FormDefinition): string[] {
  const questions = questionsOf(definition)
  const place = new Map(questions.map(({ id }, index) => [id, index]))
  const ids = [...questions, ...(definition.derived ?? [])].map(({ id }) => id)
  const twice = repeated(ids).map((id) => `A derived number and something else are both called ${id}.`)
  return [...twice, ...(definition.derived ?? []).flatMap((derived) => placeFaults(derived, place, questions))]
}

function placeFaults(derived: Derived, place: ReadonlyMap<string, number>, questions: readonly Question[]): string[] {
  const at = place.get(derived.at)
  if (at === undefined) return [`The derived number ${derived.id} stands at ${derived.at}, which is no question.`]
  const inputs = derivedFrom(derived).flatMap((id) => {
    const asked = place.get(id)
    if (asked === undefined) return [`The derived number ${derived.id} comes from ${id}, which is no question.`]
    return asked > at ? [`The derived number ${derived.id} comes from ${id}, which is asked after it is shown.`] : []
  })
  return [...inputs, ...entryInputs(derived, questions)]
}

/** The questions of entries that it looks at must be asked in that list. */
function entryInputs(derived: Derived, questions: readonly Question[]): string[] {
  const listId = 'count' in derived ? derived.count : 'daysAway' in derived ? derived.daysAway.over : 'over' in derived ? derived.over : undefined
  if (listId === undefined) return []
  const list = questions.find(({ id }) => id === listId)
  if (list?.kind !== 'list') return [`The derived number ${derived.id} counts ${listId}, which is no list.`]
  const looked = 'daysAway' in derived ? [derived.daysAway.left, derived.daysAway.back] : 'sum' in derived ? derived.sum : []
  return looked
    .filter((id) => !list.questions.some((question) => question.id === id))
    .map((id) => `The derived number ${derived.id} looks at ${id}, which ${listId} does not ask.`)
}
