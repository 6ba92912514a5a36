import type { Derived, FormDefinition, ListQuestion, Page, Part, Question } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'

/** A page with its place in the form. */
export type PlacedPage = { readonly page: Page; readonly part: Part; readonly position: number }

/** A definition laid out for looking things up. */
export type Outline = {
  readonly pages: readonly PlacedPage[]
  readonly pageById: ReadonlyMap<string, PlacedPage>
  readonly questionById: ReadonlyMap<string, Question>
  /** The page of a question; for one of an entry, that of its list. */
  readonly pageOfQuestion: ReadonlyMap<string, PlacedPage>
  /** The list that a question is asked in, by the question's id. */
  readonly listOfQuestion: ReadonlyMap<string, ListQuestion>
  /** What is worked out once a page is read, by the page's id. */
  readonly derivedOnPage: ReadonlyMap<string, readonly Derived[]>
}

const outlines = new WeakMap<FormDefinition, Outline>()

function layOut(definition: FormDefinition): Outline {
  const pages = definition.parts
    .flatMap((part) => part.pages.map((page) => ({ page, part })))
    .map((placed, position) => ({ ...placed, position }))
  const pageOfQuestion = new Map<string, PlacedPage>()
  const listOfQuestion = new Map<string, ListQuestion>()
  for (const placed of pages) {
    for (const question of placed.page.questions) {
      pageOfQuestion.set(question.id, placed)
      if (question.kind !== 'list') continue
      for (const { id } of question.questions) {
        pageOfQuestion.set(id, placed)
        listOfQuestion.set(id, question)
      }
    }
  }
  return {
    pages,
    pageById: new Map(pages.map((placed) => [placed.page.id, placed])),
    questionById: new Map(questionsOf(definition).map((question) => [question.id, question])),
    pageOfQuestion,
    listOfQuestion,
    derivedOnPage: Map.groupBy(definition.derived ?? [], ({ at }) => pageOfQuestion.get(at)?.page.id ?? ''),
  }
}

/** The outline of a definition, made once: a definition never changes. */
export function outlineOf(definition: FormDefinition): Outline {
  const outline = outlines.get(definition) ?? layOut(definition)
  outlines.set(definition, outline)
  return outline
}
