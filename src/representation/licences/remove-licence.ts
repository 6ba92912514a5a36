import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { findStanding, lockLicence, updateLicence } from './licence-store.ts'

/** **Remove**: nobody is shown it from then on. It can be put back until it is deleted. */
export const removeLicence = operation({
  name: 'representation.remove-licence',
  allow: (actor, _input: { id: string }) => mayRepresent(actor),
  refusals: ['no-such-licence'],
  async run({ tx, actor, now, refuse, audit, recordedBefore }, { id }) {
    const row = await lockLicence(tx, id)
    if (!row || !accountsOf(actor).includes(row.account)) return refuse('no-such-licence')
    audit({ account: row.account, subject: id, detail: { was: row.state } })
    if (row.removed_at) recordedBefore()
    else await updateLicence(tx, id, { removed_at: now })
    return { id }
  },
})

/** Puts a removed licence back as it was, with what was found of it. */
export const restoreLicence = operation({
  name: 'representation.restore-licence',
  allow: (actor, _input: { id: string }) => mayRepresent(actor),
  refusals: ['no-such-licence', 'listed-already'],
  async run({ tx, actor, refuse, audit, recordedBefore }, { id }) {
    const row = await lockLicence(tx, id)
    if (!row || !accountsOf(actor).includes(row.account)) return refuse('no-such-licence')
    audit({ account: row.account, subject: id, detail: { is: row.state } })
    if (!row.removed_at) recordedBefore()
    else if (await findStanding(tx, accountsOf(actor), row.authority)) return refuse('listed-already')
    else await updateLicence(tx, id, { removed_at: null })
    return { id }
  },
})
