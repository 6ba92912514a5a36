import { accountsOf, type Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'

export const mayPrepare = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.includes('representative')

/** A preparation of the representative's own; null alike for one that is unknown and somebody else's. */
export const ownPreparation = query({
  name: 'preparation.own',
  allow: (actor, _input: { preparation: string }) => mayPrepare(actor),
  async run({ tx, actor }, { preparation }): Promise<PreparationRow | null> {
    const found = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    return found && accountsOf(actor).includes(found.representative) ? found : null
  },
})
