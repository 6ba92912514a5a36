import { operation } from '../../platform/operation.ts'
import { lockOwnPreparation } from '../lock-own.ts'
import { mayPrepare } from '../work/may-prepare.ts'
import { findStandingPackage, voidPackage } from './package-store.ts'

/**
 * Takes a package back, to change it: what both signed is void, its passcode opens nothing, and the drafts can be worked on. What was
 * filed stays. Pressed again, it is taken back already.
 */
export const takeBack = operation({
  name: 'preparation.take-back',
  allow: (actor, _input: { preparation: string }) => mayPrepare(actor),
  refusals: ['no-such-preparation', 'filed-already'],
  async run(context, { preparation }) {
    const { tx, now, refuse, audit } = context
    const row = await lockOwnPreparation(context, preparation)
    if (!row) return refuse('no-such-preparation')
    audit({ subject: row.id, account: row.representative })
    if (row.filed_at) return refuse('filed-already')
    const standing = await findStandingPackage(tx, row.id)
    if (!standing) return undefined
    await voidPackage(tx, standing.id, 'taken-back', now)
    audit({ detail: { package: standing.id, ordinal: standing.ordinal } })
    return undefined
  },
})
