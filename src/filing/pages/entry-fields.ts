import { type Field, right, wrong } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import { idempotencyFieldName } from '../../ui/index.ts'
import type { Answers, ListQuestion } from '../definition/definition.ts'
import type { FieldValues } from '../definition/kind.ts'
import { acceptEntry } from '../journey/accept-entry.ts'
import type { ReplayedPart } from '../journey/entry-parts.ts'
import { asPostedPage, type DraftAtPage, shownErrors } from './page-fields.ts'

/**
 * A draft at a page of one entry of a list. `entry` undefined: a new one, whose key the page carries. `parts`: all pages of
 * the entry.
 */
export type DraftAtEntry = DraftAtPage & {
  readonly list: ListQuestion
  readonly entry: string | undefined
  readonly part: ReplayedPart
  readonly parts: readonly ReplayedPart[]
}

/** What a page of a new entry gives as its key. */
export const keyPattern = /^[\w-]{8,64}$/

/** The key under which the entry is saved: that of its address, or the one that the page of a new entry was given. */
export const entryKey: Field<string, DraftAtEntry> = {
  echo: true,
  parse: (posted, name, { entry }) => {
    const key = entry ?? postedText(posted, name)
    return keyPattern.test(key) ? right(key) : wrong('', 'platform.form.stale')
  },
}

/** The page of an entry by which it is kept and addressed; undefined where an entry is one page. */
export const partName = ({ list, part }: DraftAtEntry): string | undefined => (list.pages ? part.id : undefined)

const accepted = ({ draft, replay, at, entry, part }: DraftAtEntry, posted: Posted) => {
  const entryId = entry ?? postedText(posted, idempotencyFieldName)
  return acceptEntry(replay.definition, draft.answers, { pageId: at.id, entryId, part: part.id }, asPostedPage(posted), replay.today)
}

/** Of the answers of an entry, those of the page: what another device saves on another page at once stays. */
const answersOfPart = ({ part }: DraftAtEntry, answers: Answers): Answers =>
  Object.fromEntries(part.questions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [[id, answers[id] ?? null]] : [])))

const answers: Field<Answers, DraftAtEntry> = {
  echo: true,
  parse: (posted, _name, model) => {
    const read = accepted(model, posted)
    if (read.ok) return right(answersOfPart(model, read.answers))
    return { ok: false, errors: shownErrors(model.words, model.part.questions, read.errors) }
  },
}

/** What the page of an entry posts. */
export const entryFields = { answers, [idempotencyFieldName]: entryKey }

/** What was typed into an entry that was refused, fit to be kept and shown again. */
export function typedEntry(model: DraftAtEntry, posted: Posted): { entry: string; values: FieldValues } | undefined {
  const entry = model.entry ?? postedText(posted, idempotencyFieldName)
  const read = accepted(model, posted)
  return read.ok || !keyPattern.test(entry) ? undefined : { entry, values: read.values }
}
