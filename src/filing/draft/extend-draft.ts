import { operation } from '../../platform/operation.ts'
import { expiryOf } from './draft.ts'
import { recordExtension } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** Counts the days of a draft from today again. */
export const extendDraft = operation({
  name: 'filing.extend-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  refusals: ['draft-not-open'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    await recordExtension(tx, id, now, expiryOf(services.agency, now))
    audit({ subject: id, account: actor.id as string })
    return undefined
  },
})
