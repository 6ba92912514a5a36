import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { newSecret } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { idempotencyFieldName } from '../../ui/index.ts'
import { isTypedIn, standing, typedKey } from '../draft/change-list.ts'
import { keepTypedPage } from '../draft/keep-typed-page.ts'
import { removeDraftEntry, restoreDraftEntry } from '../draft/remove-draft-entry.ts'
import { saveDraftEntry } from '../draft/save-draft-entry.ts'
import { listOn } from '../definition/layout.ts'
import type { Answers } from '../definition/definition.ts'
import { entriesOf, withEntry } from '../journey/accept-entry.ts'
import { entryParts, partToOpen } from '../journey/entry-parts.ts'
import { replay as replayAgain } from '../journey/replay.ts'
import { fillsIn } from './access.ts'
import { type DraftAtEntry, entryFields, partName, typedEntry } from './entry-fields.ts'
import { EntryView, partTitle } from './entry-view.tsx'
import { entryAddress } from './entry-address.ts'
import { openDraftAt } from './open-page.ts'
import { withTyped } from './page-fields.ts'

type EntryContext = Context<{ draft: string; page: string; entry: string }>
type Placed = { draft: string; page: string }

const toList = ({ draft, page }: Placed) => seeOther(paths.draftPage({ draft, page }))

/** An entry of a list: one that is there, one that was begun and not saved, or a new one; any other leads to the list. */
export async function openEntry(context: EntryContext): Promise<DraftAtEntry | Answer> {
  const open = await openDraftAt(context)
  if (isAnswer(open)) return open
  const { page, entry } = context.params
  const list = listOn(open.at.page)
  if (!list) return notFound
  const { answers, typed } = open.draft
  const entries = standing(entriesOf(answers, list))
  const known = entries.find(({ id }) => id === entry)
  const parts = entryParts(open.replay, list, known)
  const part = partToOpen(parts, context.query.part)
  if (!part) return toList(context.params)
  const at = { ...open, list, parts, part }
  if (entry === 'new') return entries.length < list.most ? { ...at, entry: undefined } : toList(context.params)
  const isBegun = Object.keys(typed).some((key) => isTypedIn(key, page, entry))
  return known || isBegun ? { ...at, entry } : toList(context.params)
}

/** Where a saved page of an entry leads: to the next that is not done, or back to the list. */
function afterSave(model: DraftAtEntry, entry: string, answers: Answers): Answer {
  const { draft, replay, at, list } = model
  const known = entriesOf(draft.answers, list).find(({ id }) => id === entry)?.answers
  const saved = { id: entry, answers: { ...known, ...answers } }
  const after = replayAgain(replay.definition, { ...draft.answers, [list.id]: withEntry(entriesOf(draft.answers, list), saved) }, replay.today)
  const next = entryParts(after, list, saved).find(({ state }) => state === 'now')
  return list.pages && next ? seeOther(entryAddress({ draft: draft.id, page: at.id, entry }, next.id)) : toList({ draft: draft.id, page: at.id })
}

/** A page of one entry of a list. Saved, it leads to the next, and the last of them back to the list. */
export const entryPage = page({
  path: paths.draftEntry,
  access: fillsIn,
  audit: records(saveDraftEntry, keepTypedPage),
  load: openEntry,
  toldApartBy: { name: 'part', shown: partName },
  fields: entryFields,
  view: ({ model, form, context }) => ({
    title: partTitle(model),
    body: EntryView({
      model,
      form,
      key: form.value(idempotencyFieldName) || newSecret(128),
      csrfToken: context.csrfToken(),
      keys: context.services.keys,
    }),
  }),
  submit: {
    operation: saveDraftEntry,
    input: (values, { params: { draft, page } }, model) => ({
      draft,
      page,
      entry: values[idempotencyFieldName] as string,
      answers: values.answers,
      part: partName(model),
    }),
    shows: {
      'draft-not-open': ({ params: { draft } }) => seeOther(paths.draft({ draft })),
      'list-full': ({ params }) => toList(params),
    },
    then: (_saved, _context, model, values) => afterSave(model, values[idempotencyFieldName] as string, values.answers),
    unaccepted: async (posted, context, model) => {
      const typed = typedEntry(model, posted)
      if (!typed) return model
      const { draft, page } = context.params
      const place = { draft, page: typedKey(page, typed.entry, partName(model)) }
      return withTyped(model, await context.perform(keepTypedPage, { ...place, values: typed.values }))
    },
  },
})

type ChangeContext = Pick<EntryContext, 'params'>

/** What a press beside an entry does: the change, and back to the list whatever comes of it. */
const changing = (operation: typeof removeDraftEntry) => ({
  operation,
  input: (_values: object, { params }: ChangeContext) => params,
  shows: {
    'draft-not-open': ({ params: { draft } }: ChangeContext) => seeOther(paths.draft({ draft })),
    'list-full': ({ params }: ChangeContext) => toList(params),
    'not-allowed': () => notFound,
    'too-many-attempts': ({ params }: ChangeContext) => toList(params),
  },
  then: (_output: unknown, { params }: ChangeContext) => toList(params),
})

export const removeEntryAction = action({
  path: paths.removeDraftEntry,
  access: fillsIn,
  audit: records(removeDraftEntry),
  submit: changing(removeDraftEntry),
  back: ({ params }) => toList(params),
})

export const restoreEntryAction = action({
  path: paths.restoreDraftEntry,
  access: fillsIn,
  audit: records(restoreDraftEntry),
  submit: changing(restoreDraftEntry),
  back: ({ params }) => toList(params),
})
