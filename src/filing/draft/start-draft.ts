import type { Actor } from '../../platform/actor.ts'
import type { Limit } from '../../platform/attempts.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import type { Day } from '../definition/definition.ts'
import { knownFacts } from '../prefill/facts.ts'
import { offerOf } from '../prefill/offer.ts'
import { expiryOf } from './draft.ts'
import { insertDraft } from './draft-store.ts'
import type { OfferedAnswers } from './origin.ts'
import { sealAnswers, sealOffered } from './sealed-draft.ts'

/** Who fills in forms of their own. A representative prepares forms for clients, which is another work. */
export const mayFile = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.includes('applicant')

/** Drafts begun in a day, in whatever way. */
export const startLimit: Limit<unknown> = { name: 'filing.start-draft', most: 50, withinSeconds: 86_400, of: ({ actor }) => actor.id }

export type ToStart = {
  readonly form: string
  readonly language: string
  readonly startKey: string
  /** The person asked for what is known of them to be shown in the fields. */
  readonly fillIn?: boolean
}

type ToBegin = Pick<ToStart, 'form' | 'language' | 'startKey' | 'fillIn'> & {
  readonly edition: Day
  /** Answers known from where it is begun. */
  readonly offered?: OfferedAnswers
}

/** Begins a draft of the actor's own inside the caller's transaction: empty, with what is known of them where they asked for it. */
export async function beginDraft(context: OperationContext, begun: ToBegin): Promise<{ id: string; isNew: boolean; filledIn: number }> {
  const { tx, actor, now, services } = context
  const { agency, keys } = services
  const { form, edition, language, startKey, fillIn } = begun
  const draft = { id: newId(), account: actor.id as string }
  const known = fillIn ? offerOf(definitionOf(agency, form, edition), await knownFacts(context)) : {}
  const inserted = await insertDraft(tx, {
    ...draft,
    start_key: startKey,
    form,
    edition: Temporal.PlainDate.from(edition),
    language,
    answers_sealed: sealAnswers(keys, draft, {}),
    offered_sealed: sealOffered(keys, draft, { ...known, ...begun.offered }),
    started_at: now,
    worked_on_at: now,
    expires_at: expiryOf(agency, now),
  })
  return { ...inserted, filledIn: Object.keys(known).length }
}

/** Begins a draft on the form's newest edition. The same key again gives the same draft, however often it is pressed. */
export const startDraft = operation({
  name: 'filing.start-draft',
  allow: (actor, _input: ToStart) => mayFile(actor),
  limits: [startLimit],
  refusals: ['form-not-filed-here'],
  async run(context, { form, language, startKey, fillIn = false }) {
    const { actor, services, refuse, audit } = context
    const edition = newestEdition(services.agency, form)
    if (!edition) return refuse('form-not-filed-here')
    const { id, isNew, filledIn } = await beginDraft(context, { form, edition, language, startKey, fillIn })
    audit({ subject: id, account: actor.id as string, detail: { form, edition, isNew, filledIn } })
    return { draft: id }
  },
})
