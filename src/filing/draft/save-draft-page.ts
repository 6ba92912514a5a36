import { operation } from '../../platform/operation.ts'
import { isEntries } from '../definition/answer.ts'
import type { Answers } from '../definition/definition.ts'
import { nextPage } from '../journey/course.ts'
import { expiryOf, replayOf } from './draft.ts'
import { recordWork } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { originsAfter, savedOver } from './origin.ts'
import { sealAnswers, sealOrigins, sealTyped } from './sealed-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** The accepted answers of one page of a draft, by question id; nothing of other pages. */
export type PageToSave = {
  readonly draft: string
  readonly page: string
  readonly answers: Answers
  /** The draft's version that the page was opened at; left out: it is not known. */
  readonly since?: number
}

/**
 * Where a person stands after a save. `next`: the page after this one; undefined: none is left after it. `savedOver`:
 * answers that were saved elsewhere, after this page was opened, were put aside.
 */
export type Saved = {
  readonly next: string | undefined
  readonly firstUndone: string | undefined
  readonly savedOver: boolean
}

/** Entries are saved one by one: going on from a list never puts back what it was when its page was opened. */
const withoutLists = (answers: Answers, kept: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !isEntries(kept[id])))

/**
 * Saves one page into the draft as it is now, not as it was when the page was opened: two devices that save two
 * pages at once keep both, and of two saves of one page the later one stands.
 */
export const saveDraftPage = operation({
  name: 'filing.save-draft-page',
  allow: (actor, _input: PageToSave) => mayFillIn(actor),
  refusals: ['draft-not-open'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id, page, answers, since }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const saved = { ...draft, answers: { ...draft.answers, ...withoutLists(answers, draft.answers) } }
    const { [page]: _accepted, ...typed } = draft.typed
    const version = draft.version + 1
    const saving = { by: actor.id as string, at: now, version, offered: draft.offered }
    await recordWork(tx, id, {
      answers_sealed: sealAnswers(services.keys, draft, saved.answers),
      origins_sealed: sealOrigins(services.keys, draft, originsAfter(draft.origins, answers, saving)),
      typed_sealed: sealTyped(services.keys, draft, typed),
      version,
      worked_on_at: now,
      expires_at: expiryOf(services.agency, now),
    })
    audit({ subject: id, account: actor.id as string, detail: { page, version } })
    const after = replayOf(services.agency, saved, now)
    const stands: Saved = {
      next: nextPage(after, page),
      firstUndone: after.firstUndone,
      savedOver: since !== undefined && savedOver(draft, answers, since),
    }
    return stands
  },
})
