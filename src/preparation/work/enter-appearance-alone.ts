import { startLimit } from '../../filing/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { findClientFor, lackingToAct, ownPractice } from '../../representation/index.ts'
import { findCaseOfClient, insertPreparation } from '../preparation-store.ts'
import { beginAppearance } from './begin-appearance.ts'
import { mayPrepare } from './may-prepare.ts'

export type ToAppear = {
  readonly client: string
  readonly receiptNumber: string
  readonly language: string
  readonly startKey: string
}

/**
 * Begins a notice of appearance alone, for a case that was filed: one of a client whose account is known to be theirs. A number of
 * nobody, of somebody else and of a client without an account are one answer.
 */
export const beginAppearanceAlone = operation({
  name: 'preparation.begin-appearance',
  allow: (actor, _input: ToAppear) => mayPrepare(actor),
  limits: [startLimit],
  refusals: ['no-such-client', 'no-such-case', 'practice-lacking'],
  async run(context, { client: id, receiptNumber, language, startKey }) {
    const { tx, actor, now, refuse, audit } = context
    const client = await findClientFor(context, id)
    if (!client) return refuse('no-such-client')
    audit({ account: actor.id as string, subject: client.id })
    if ((await lackingToAct(context, accountsOf(actor))).length > 0) return refuse('practice-lacking')
    const found = await findCaseOfClient(tx, client.id, receiptNumber)
    if (!found) return refuse('no-such-case')
    const practice = await ownPractice.run(context, { removed: null })
    const appearance = await beginAppearance(context, { form: found.form, receiptNumber }, { client, practice, language, startKey })
    const representative = actor.id as string
    const { id: preparation, isNew } = await insertPreparation(tx, { id: newId(), representative, client: client.id, start_key: startKey, form: null, draft: null, appearance, case: found.id, begun_at: now })
    audit({ subject: preparation, account: representative, detail: { appearance, isNew } })
    return { preparation }
  },
})
