import { type Field, right } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Answers, Question } from '../definition/definition.ts'
import type { FieldValues, Posted as PostedPage } from '../definition/kind.ts'
import { acceptPage, type PageError } from '../journey/accept-page.ts'
import type { ReplayedPage } from '../journey/replay.ts'
import { errorWords } from '../journey/words.ts'
import type { OpenDraft } from './open-draft.ts'

/** A draft at one of its pages. */
export type DraftAtPage = OpenDraft & { readonly at: ReplayedPage }

/** The posted fields as the form engine reads them: one text, or several under one name. */
export const asPostedPage = (posted: Posted): PostedPage =>
  Object.fromEntries([...posted].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))

const accepted = ({ draft, replay, at }: DraftAtPage, posted: Posted) =>
  acceptPage(replay.definition, draft.answers, at.id, asPostedPage(posted), replay.today)

/** Of all answers of a draft, those of one page. */
const answersOfPage = ({ at }: DraftAtPage, answers: Answers): Answers =>
  Object.fromEntries(
    at.page.questions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [[id, answers[id] ?? null]] : [])),
  )

/** Errors at the questions of a page or of an entry, in the words of the form. */
export const shownErrors = ({ t, texts }: FormWords, questions: readonly Question[], errors: readonly PageError[]) =>
  errors.map((error) => {
    const question = questions.find(({ id }) => id === error.questionId)
    const said = question ? errorWords(t, texts, question, error) : ''
    return { at: error.field, key: 'filing.page.refused' as const, said }
  })

/** All questions of the page at once: what they bring up hangs on each other. */
const answers: Field<Answers, DraftAtPage> = {
  echo: true,
  parse: (posted, _name, model) => {
    const page = accepted(model, posted)
    if (page.ok) return right(answersOfPage(model, page.answers))
    return { ok: false, errors: shownErrors(model.words, model.at.page.questions, page.errors) }
  },
}

const leave: Field<boolean, DraftAtPage> = {
  echo: true,
  parse: (posted) => right(postedText(posted, 'leave') !== ''),
}

/** The draft's version that the page was drawn from; undefined when it says none. */
const since: Field<number | undefined, DraftAtPage> = {
  echo: true,
  parse: (posted, name) => {
    const text = postedText(posted, name)
    return right(/^\d{1,9}$/.test(text) ? Number(text) : undefined)
  },
}

/** What a page of a draft posts: its answers, what it was drawn from, and whether the person leaves the form for now. */
export const pageFields = { answers, leave, since }

type KeptTyped = { readonly ok: true; readonly output: Pick<OpenDraft['draft'], 'typed'> } | { readonly ok: false }

/** The draft with what was just kept of it, if it was. */
export const withTyped = <M extends OpenDraft>(model: M, kept: KeptTyped): M =>
  kept.ok ? { ...model, draft: { ...model.draft, ...kept.output } } : model

/** What was typed into a page that was refused, fit to be kept and shown again. */
export function typedValues(model: DraftAtPage, posted: Posted): FieldValues {
  const page = accepted(model, posted)
  return page.ok ? {} : page.values
}
