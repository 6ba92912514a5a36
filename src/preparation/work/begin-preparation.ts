import { beginDraft, definitionOf, newestEdition, startLimit } from '../../filing/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { findClientFor, lackingToAct, nameOfClient, ownPractice } from '../../representation/index.ts'
import { insertPreparation } from '../preparation-store.ts'
import { beginAppearance, type Beginning } from './begin-appearance.ts'
import { offeredForClient } from './client-facts.ts'
import { mayPrepare } from './may-prepare.ts'

export type ToPrepare = {
  readonly client: string
  /** The form of the catalogue, by its code. */
  readonly form: string
  readonly language: string
  /** The key of one opened page: pressed again on it, it is the same preparation. */
  readonly startKey: string
}

/** The form itself, with what is known of the client in its fields, and of the practice where it asks who prepared it. */
async function beginForm(context: OperationContext, form: string, edition: string, { client, practice, language, startKey }: Beginning): Promise<string> {
  const offered = offeredForClient(definitionOf(context.services.agency, form, edition), client, practice)
  const begun = { form, edition, language, startKey: `${startKey}:form`, offered, preparedFor: nameOfClient(client.names) }
  return (await beginDraft(context, begun)).id
}

/**
 * Begins a form of the catalogue for a client, with the notice of appearance that goes with it: two drafts that the representative
 * fills in. It takes a practice that is certified and a licence that runs.
 */
export const beginPreparation = operation({
  name: 'preparation.begin',
  allow: (actor, _input: ToPrepare) => mayPrepare(actor),
  limits: [startLimit],
  refusals: ['no-such-client', 'form-not-filed-here', 'practice-lacking'],
  async run(context, { client: id, form, language, startKey }) {
    const { tx, actor, now, services, refuse, audit } = context
    const client = await findClientFor(context, id)
    if (!client) return refuse('no-such-client')
    const edition = newestEdition(services.agency, form)
    if (!edition) return refuse('form-not-filed-here')
    if ((await lackingToAct(context, accountsOf(actor))).length > 0) return refuse('practice-lacking')
    const practice = await ownPractice.run(context, { removed: null })
    const begun: Beginning = { client, practice, language, startKey }
    const draft = await beginForm(context, form, edition, begun)
    const appearance = await beginAppearance(context, { form }, begun)
    const representative = actor.id as string
    const row = { id: newId(), representative, client: client.id, start_key: startKey, form, draft, appearance, begun_at: now }
    const { id: preparation, isNew } = await insertPreparation(tx, row)
    audit({ subject: preparation, account: representative, detail: { form, draft, appearance, isNew } })
    return { preparation }
  },
})
