import type { Actor } from '../../platform/actor.ts'
import type { Limit } from '../../platform/attempts.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import type { Answers, Day } from '../definition/definition.ts'
import { knownFacts } from '../prefill/facts.ts'
import { offerOf } from '../prefill/offer.ts'
import { expiryOf } from './draft.ts'
import { insertDraft } from './draft-store.ts'
import type { OfferedAnswers } from './origin.ts'
import { sealAnswers, sealOffered, sealPreparedFor } from './sealed-draft.ts'

/** Who begins, signs, pays and files forms of their own. A representative prepares forms for clients, which is another work. */
export const mayFile = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.includes('applicant')

/** Who fills in drafts that stand under their account: a representative's are those that they prepare for clients. */
export const mayFillIn = (actor: Actor): boolean => mayFile(actor) || (actor.kind === 'account' && actor.roles.includes('representative'))

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
  /** The name of the client for whom a representative fills it in. */
  readonly preparedFor?: string
  /** Lists that are known from where it is begun: a list has no field to offer its entries in. */
  readonly lists?: Answers
}

/**
 * Begins a draft of the actor's own inside the caller's transaction: empty, with what is known of them where they asked for it.
 * One for a client is never filled in with what is known of who prepares it.
 */
export async function beginDraft(context: OperationContext, begun: ToBegin): Promise<{ id: string; isNew: boolean; filledIn: number }> {
  const { tx, actor, now, services } = context
  const { agency, keys } = services
  const { form, edition, language, startKey, fillIn, preparedFor } = begun
  const draft = { id: newId(), account: actor.id as string }
  const known = fillIn && preparedFor === undefined ? offerOf(definitionOf(agency, form, edition), await knownFacts(context)) : {}
  const inserted = await insertDraft(tx, {
    ...draft,
    start_key: startKey,
    form,
    edition: Temporal.PlainDate.from(edition),
    language,
    answers_sealed: sealAnswers(keys, draft, begun.lists ?? {}),
    prepared: preparedFor === undefined ? null : 'working',
    prepared_for_sealed: preparedFor === undefined ? null : sealPreparedFor(keys, draft, preparedFor),
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
