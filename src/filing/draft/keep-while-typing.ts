import { operation } from '../../platform/operation.ts'
import type { FieldValues } from '../definition/kind.ts'
import { expiryOf } from './draft.ts'
import { recordWork } from './draft-store.ts'
import { tooMuchTyped } from './keep-typed-page.ts'
import { lockDraft } from './lock-draft.ts'
import { sealTyped } from './sealed-draft.ts'
import { mayFile } from './start-draft.ts'
import { type TypedPlace, typedMark } from './typed-place.ts'

/** `mark`: what the page was drawn from (`typedMark`); empty: not known, as after a refused save. */
type Typing = { readonly draft: string; readonly place: TypedPlace; readonly mark: string; readonly values: FieldValues }

/**
 * Keeps what somebody is typing, a moment after they pause: never an answer, never judged. What was saved or kept there
 * meanwhile, in another tab or on another device, stands. Only the first of a page's is recorded: the record is no list
 * of somebody's pauses.
 */
export const keepWhileTyping = operation({
  name: 'filing.keep-while-typing',
  allow: (actor, _input: Typing) => mayFile(actor),
  limits: [{ name: 'filing.keep-while-typing', most: 900, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['draft-not-open', 'kept-elsewhere', 'too-much-typed'],
  async run({ tx, actor, now, services, refuse, audit, recordedBefore }, { draft: id, place, mark, values }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    if (mark !== '' && mark !== typedMark(services.keys, draft, place)) return refuse('kept-elsewhere')
    const typed = { ...draft.typed, [place.key]: values }
    if (tooMuchTyped(typed)) return refuse('too-much-typed')
    await recordWork(tx, id, {
      typed_sealed: sealTyped(services.keys, draft, typed),
      version: draft.version,
      worked_on_at: now,
      expires_at: expiryOf(services.agency, now),
    })
    audit({ subject: id, account: actor.id as string, detail: { page: place.key } })
    if (Object.hasOwn(draft.typed, place.key)) recordedBefore()
    return { mark: typedMark(services.keys, { ...draft, typed }, place) }
  },
})
