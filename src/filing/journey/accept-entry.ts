import { isEntries } from '../definition/answer.ts'
import type { Answers, Day, Entry, FormDefinition, ListQuestion } from '../definition/definition.ts'
import type { Posted } from '../definition/kind.ts'
import { listOn } from '../definition/layout.ts'
import { errorsIn, notReached, readQuestions, type Refused, refusedQuestions } from './accept-page.ts'
import { entryParts, partToOpen } from './entry-parts.ts'
import { outlineOf } from './outline.ts'
import { replay } from './replay.ts'

export type AcceptedEntry = { readonly ok: true; readonly answers: Answers } | Refused

/** The entries of a list as a draft keeps them, removed ones too. */
export function entriesOf(answers: Answers, { id }: ListQuestion): readonly Entry[] {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
  return isEntries(answer) ? answer : []
}

/** Entries with one of them changed, or added behind the others. */
export const withEntry = (entries: readonly Entry[], entry: Entry): readonly Entry[] =>
  entries.some(({ id }) => id === entry.id)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, entry]

/** Where a page of an entry was posted; `part` undefined: the page of it that is to be filled in. */
export type EntryPlace = { readonly pageId: string; readonly entryId: string; readonly part?: string | undefined }

/**
 * Reads the posted page of one entry of a list. Never throws on what was posted. `ok`: the entry's own answers, those of
 * its other pages too, which stand beside all others without an error on this page. `reached: false` when the page is no
 * list, or not open to this person yet. An unknown `entryId` is an entry to be added.
 */
export function acceptEntry(
  definition: FormDefinition,
  answers: Answers,
  { pageId, entryId, part }: EntryPlace,
  posted: Posted,
  today: Day,
): AcceptedEntry {
  const before = replay(definition, answers, today)
  const page = outlineOf(definition).pageById.get(pageId)?.page
  const list = page && listOn(page)
  if (!list || !before.pages.some(({ id, reached }) => id === pageId && reached)) return notReached
  const entries = entriesOf(answers, list)
  const known = entries.find(({ id }) => id === entryId)
  const { questions } = partToOpen(entryParts(before, list, known), part) ?? { questions: [] }
  if (questions.length === 0) return notReached
  const beside = before.pages.find(({ id }) => id === pageId)?.entries.find(({ id }) => id === entryId)?.submitted
  const read = readQuestions(questions, { answers: known?.answers ?? {}, beside }, before, posted)
  if (read.errors.length > 0) return refusedQuestions(questions, read.errors, posted)
  const changed = { ...answers, [list.id]: withEntry(entries, { id: entryId, answers: read.answers }) }
  const after = replay(definition, changed, today).pages.find(({ id }) => id === pageId)
  const errors = after?.entries.filter(({ id }) => id === entryId).flatMap(errorsIn) ?? []
  const here = errors.filter(({ questionId }) => questions.some(({ id }) => id === questionId))
  return here.length > 0 ? refusedQuestions(questions, here, posted) : { ok: true, answers: read.answers }
}
