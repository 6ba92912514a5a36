import type { FormDefinition, Page, Question, Texts } from '../definition/definition.ts'
import { faultsIn } from './faults.ts'
import { sampleDay, sampleForm, sampleTexts } from './sample-form.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil definitions in ways that their types forbid
export type Loose = any

export const judged = { today: sampleDay, feeCodes: new Set(['x-1-filing']) }

/** The faults of the sample form once it was spoilt. */
export function spoilt(spoil: (form: Loose) => void, texts: Texts = sampleTexts): string[] {
  const form: Loose = structuredClone(sampleForm)
  spoil(form)
  return faultsIn(form as FormDefinition, texts, judged)
}

export const pageOf = (form: Loose, id: string): Loose =>
  form.parts.flatMap((part: { pages: Page[] }) => part.pages).find((page: Page) => page.id === id)
export const questionOf = (form: Loose, id: string): Loose =>
  form.parts
    .flatMap((part: { pages: Page[] }) => part.pages.flatMap((page) => page.questions))
    .find((question: Question) => question.id === id)
