import { operation } from '../../platform/operation.ts'
import { type OwnKeep, standsTo, withKeep } from '../../platform/typing/kept-by.ts'
import type { FieldValues } from '../definition/kind.ts'
import { expiryOf } from './draft.ts'
import { recordWork } from './draft-store.ts'
import { tooMuchTyped } from './keep-typed-page.ts'
import { lockDraft } from './lock-draft.ts'
import { sealTyped } from './sealed-draft.ts'
import { mayFillIn } from './start-draft.ts'
import { type TypedPlace, typedMark } from './typed-place.ts'

/**
 * `mark`: what the page was drawn from (`typedMark`); empty: not known, as on a page that the browser had put aside.
 * `own`: which keep of which open page it is; left out: it does not say.
 */
type Typing = {
  readonly draft: string
  readonly place: TypedPlace
  readonly mark: string
  readonly own?: OwnKeep | undefined
  readonly values: FieldValues
}

/**
 * Keeps what somebody is typing, a moment after they pause: never an answer, never judged. What was saved or kept there
 * meanwhile, in another tab or on another device, stands; what the same page kept there is followed, whether or not it was
 * told so, and never undone by an older keep that comes late. Only the first of a page's is recorded: the record is no
 * list of somebody's pauses.
 */
export const keepWhileTyping = operation({
  name: 'filing.keep-while-typing',
  allow: (actor, _input: Typing) => mayFillIn(actor),
  limits: [{ name: 'filing.keep-while-typing', most: 900, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['draft-not-open', 'kept-elsewhere', 'too-much-typed'],
  async run({ tx, actor, now, services, refuse, audit, recordedBefore }, { draft: id, place, mark, own, values }) {
    const { keys } = services
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const current = typedMark(keys, draft, place)
    const stands = standsTo(keys, draft, place.key, own)
    audit({ subject: id, account: actor.id as string, detail: { page: place.key } })
    if (Object.hasOwn(draft.typed, place.key)) recordedBefore()
    if (stands === 'overtaken') return { mark: current }
    if (stands === 'unrelated' && mark !== '' && mark !== current) return refuse('kept-elsewhere')
    const typed = { ...draft.typed, [place.key]: values }
    if (tooMuchTyped(typed)) return refuse('too-much-typed')
    await recordWork(tx, id, {
      typed_sealed: sealTyped(keys, { ...draft, keptBy: withKeep(keys, draft, typed, place.key, own) }, typed),
      version: draft.version,
      worked_on_at: now,
      expires_at: expiryOf(services.agency, now),
    })
    return { mark: typedMark(keys, { ...draft, typed }, place) }
  },
})
