import { operation } from '../../platform/operation.ts'
import type { FieldValues } from '../definition/kind.ts'
import { expiryOf, type Typed } from './draft.ts'
import { recordWork } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { sealTyped } from './sealed-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** More than any page can take in honest use; what is beyond it is shown again, but not kept. */
const charactersMost = 60_000

export const tooMuchTyped = (typed: Typed): boolean => JSON.stringify(typed).length > charactersMost

type TypedPage = { readonly draft: string; readonly page: string; readonly values: FieldValues }

/** Keeps what was typed on a page that was not accepted, so that closing the browser now loses nothing. */
export const keepTypedPage = operation({
  name: 'filing.keep-typed-page',
  allow: (actor, _input: TypedPage) => mayFillIn(actor),
  refusals: ['draft-not-open', 'too-much-typed'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id, page, values }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const typed = { ...draft.typed, [page]: values }
    if (tooMuchTyped(typed)) return refuse('too-much-typed')
    await recordWork(tx, id, {
      typed_sealed: sealTyped(services.keys, draft, typed),
      version: draft.version + 1,
      worked_on_at: now,
      expires_at: expiryOf(services.agency, now),
    })
    audit({ subject: id, account: actor.id as string, detail: { page, version: draft.version + 1 } })
    return { typed }
  },
})
