import { operation } from '../../platform/operation.ts'
import { editionsAfter } from '../catalogue/forms.ts'
import { moveThrough } from '../journey/move-answers.ts'
import { expiryOf } from './draft.ts'
import { recordEdition } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { originsToLookAt } from './origin.ts'
import { sealAnswers, sealOrigins } from './sealed-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** Moves a draft to the newest edition of its form, through every edition between. Nothing typed is lost. */
export const moveDraft = operation({
  name: 'filing.move-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  refusals: ['draft-not-open', 'newest-already'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const editions = editionsAfter(services.agency, draft.form, draft.edition)
    const newest = editions.at(-1)
    if (!newest) return refuse('newest-already')
    const { answers, lookAgain } = moveThrough(editions, draft.answers)
    const version = draft.version + 1
    const origin = { by: actor.id as string, at: now.toString(), version }
    await recordEdition(tx, id, {
      edition: Temporal.PlainDate.from(newest.edition),
      answers_sealed: sealAnswers(services.keys, draft, answers),
      origins_sealed: sealOrigins(services.keys, draft, originsToLookAt(draft.origins, lookAgain, origin)),
      version,
      worked_on_at: now,
      expires_at: expiryOf(services.agency, now),
    })
    const detail = { form: draft.form, from: draft.edition, to: newest.edition, lookAgain: lookAgain.length }
    audit({ subject: id, account: actor.id as string, detail })
    return undefined
  },
})
