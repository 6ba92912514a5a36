import type { OperationContext } from '../../platform/operation.ts'
import type { Entry, ListQuestion } from '../definition/definition.ts'
import { listOn } from '../definition/layout.ts'
import { entriesOf } from '../journey/accept-entry.ts'
import { outlineOf } from '../journey/outline.ts'
import { definitionOfDraft, type Draft, expiryOf } from './draft.ts'
import { recordWork } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { originsAfter } from './origin.ts'
import { sealAnswers, sealOrigins, sealTyped } from './sealed-draft.ts'

/** An entry of the list on a page of a draft. */
export type PlacedEntry = { readonly draft: string; readonly page: string; readonly entry: string; readonly part?: string | undefined }

/** The key under which what was typed into a page of an entry and not accepted is kept; `part`: where it has several. */
export const typedKey = (page: string, entry: string, part?: string): string =>
  part === undefined ? `${page}/${entry}` : `${page}/${entry}/${part}`

/** Whether something typed is of this entry, on whichever page of it. */
export const isTypedIn = (key: string, page: string, entry: string): boolean =>
  key === typedKey(page, entry) || key.startsWith(`${typedKey(page, entry)}/`)


type Change = (entries: readonly Entry[], list: ListQuestion) => readonly Entry[] | 'list-full'

function listOf({ services: { agency } }: OperationContext, draft: Draft, page: string): ListQuestion | undefined {
  const placed = outlineOf(definitionOfDraft(agency, draft)).pageById.get(page)
  return placed && listOn(placed.page)
}

/**
 * Changes the list on a page of a locked draft, as it is now and not as it was when the page was opened: entries that two
 * devices add at once are both kept. What was typed into the entry, or the page of it, and not accepted is forgotten.
 */
export async function changeList(
  context: OperationContext,
  { draft: id, page, entry, part }: PlacedEntry,
  change: Change,
): Promise<'draft-not-open' | 'list-full' | undefined> {
  const { tx, actor, now, services, audit } = context
  const draft = await lockDraft(context, id)
  const list = draft && !draft.submission ? listOf(context, draft, page) : undefined
  if (!draft || !list) return 'draft-not-open'
  const entries = change(entriesOf(draft.answers, list), list)
  if (entries === 'list-full') return entries
  const isDone = (key: string) => (part === undefined ? isTypedIn(key, page, entry) : key === typedKey(page, entry, part))
  const typed = Object.fromEntries(Object.entries(draft.typed).filter(([key]) => !isDone(key)))
  const version = draft.version + 1
  const changed = { [list.id]: entries }
  const saving = { by: actor.id as string, at: now, version, offered: {} }
  await recordWork(tx, id, {
    answers_sealed: sealAnswers(services.keys, draft, { ...draft.answers, ...changed }),
    origins_sealed: sealOrigins(services.keys, draft, originsAfter(draft.origins, changed, saving)),
    typed_sealed: sealTyped(services.keys, draft, typed),
    version,
    worked_on_at: now,
    expires_at: expiryOf(services.agency, now),
  })
  audit({ subject: id, account: actor.id as string, detail: { page, version } })
  return undefined
}

/** The entries that count. */
export const standing = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ removed }) => !removed)
