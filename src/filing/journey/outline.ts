import type { FormDefinition, Page, Part, Question } from '../definition/definition.ts'

/** A page with its place in the form. */
export type PlacedPage = { readonly page: Page; readonly part: Part; readonly position: number }

/** A definition laid out for looking things up. */
export type Outline = {
  readonly pages: readonly PlacedPage[]
  readonly pageById: ReadonlyMap<string, PlacedPage>
  readonly questionById: ReadonlyMap<string, Question>
  readonly pageOfQuestion: ReadonlyMap<string, PlacedPage>
}

const outlines = new WeakMap<FormDefinition, Outline>()

function layOut(definition: FormDefinition): Outline {
  const pages = definition.parts
    .flatMap((part) => part.pages.map((page) => ({ page, part })))
    .map((placed, position) => ({ ...placed, position }))
  const questions = pages.flatMap((placed) => placed.page.questions.map((question) => ({ placed, question })))
  return {
    pages,
    pageById: new Map(pages.map((placed) => [placed.page.id, placed])),
    questionById: new Map(questions.map(({ question }) => [question.id, question])),
    pageOfQuestion: new Map(questions.map(({ placed, question }) => [question.id, placed])),
  }
}

/** The outline of a definition, made once: a definition never changes. */
export function outlineOf(definition: FormDefinition): Outline {
  const outline = outlines.get(definition) ?? layOut(definition)
  outlines.set(definition, outline)
  return outline
}
