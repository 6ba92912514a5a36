import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { newestEdition } from '../catalogue/forms.ts'
import { expiryOf } from './draft.ts'
import { insertDraft } from './draft-store.ts'
import { sealAnswers } from './sealed-draft.ts'

/** Who fills in forms of their own. A representative prepares forms for clients, which is another work. */
export const mayFile = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.includes('applicant')

/** Begins a draft on the form's newest edition. The same key again gives the same draft, however often it is pressed. */
export const startDraft = operation({
  name: 'filing.start-draft',
  allow: (actor, _input: { form: string; language: string; startKey: string }) => mayFile(actor),
  limits: [{ name: 'filing.start-draft', most: 50, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['form-not-filed-here'],
  async run({ tx, actor, now, services, refuse, audit }, { form, language, startKey }) {
    const { agency, keys } = services
    const edition = newestEdition(agency, form)
    if (!edition) return refuse('form-not-filed-here')
    const draft = { id: newId(), account: actor.id as string }
    const { id, isNew } = await insertDraft(tx, {
      ...draft,
      start_key: startKey,
      form,
      edition: Temporal.PlainDate.from(edition),
      language,
      answers_sealed: sealAnswers(keys, draft, {}),
      started_at: now,
      worked_on_at: now,
      expires_at: expiryOf(agency, now),
    })
    audit({ subject: id, account: draft.account, detail: { form, edition, isNew } })
    return { draft: id }
  },
})
