import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { notify } from '../../notifications/index.ts'
import { holdPreparation } from '../copy/copy-store.ts'
import { findPreparation } from '../preparation-store.ts'
import { isClient } from './own-prepared.ts'
import { recordEnded } from './review-store.ts'

/**
 * **End it**, by the client, before anything is filed: the representative prepares nothing for them here any more, and what was
 * laid before them is void. It takes a right away and gives none, so it asks for no fresh factor. Ended before, it is ended.
 */
export const endPrepared = operation({
  name: 'preparation.end-as-client',
  allow: (actor, _input: { preparation: string }) => isClient(actor),
  refusals: ['no-such-preparation', 'filed-already'],
  async run(context, { preparation }) {
    const { tx, actor, now, refuse, audit } = context
    audit({ subject: preparation.slice(0, 40), account: actor.id as string })
    const held = isId(preparation) ? await holdPreparation(tx, preparation) : undefined
    const its = held && (await findPreparation(tx, preparation))
    if (!held || !its?.client_account || !accountsOf(actor).includes(its.client_account)) return refuse('no-such-preparation')
    if (held.filed) return refuse('filed-already')
    if (held.ended) return { preparation }
    await recordEnded(tx, preparation, now)
    await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation } } })
    return { preparation }
  },
})
