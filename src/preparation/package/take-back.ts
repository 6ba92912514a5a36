import { operation } from '../../platform/operation.ts'
import { isId } from '../../platform/ids.ts'
import { holdPreparation } from '../copy/copy-store.ts'
import { lockOwnPreparation } from '../lock-own.ts'
import { lockStandingPasscode } from '../passcode/passcode-store.ts'
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
    if (!isId(preparation)) return refuse('no-such-preparation')
    // Whoever takes it up holds the passcode before the preparation, and whoever submits it the copy.
    await lockStandingPasscode(tx, preparation)
    await holdPreparation(tx, preparation)
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
