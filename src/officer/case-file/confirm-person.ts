import { caseForOffice } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { noteKnown } from '../../profile/index.ts'
import { whoMay } from '../may.ts'
import { findOpening } from './opening-store.ts'

export interface PersonToConfirm {
  receiptNumber: string
  /** The account of a person of the case; never of one who represents them. */
  account: string
  /** `A` and nine digits; null: not shown by the papers of this case. */
  aNumber: string | null
  dateOfBirth: Temporal.PlainDate | null
}

/**
 * **Confirm**: what the papers of a case prove of a person on it. Where the person states the same in their account, it
 * is proven there from now on, and theirs to change no longer. The values themselves stand in the case's papers; what
 * is kept here is their keyed hash.
 */
export const confirmPerson = operation({
  name: 'officer.confirm-person',
  allow: (actor, _input: PersonToConfirm) => whoMay('change-status')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened', 'not-on-case', 'nothing-given'],
  async run(context, { receiptNumber, account, aNumber, dateOfBirth }: PersonToConfirm) {
    const { tx, actor, refuse, audit } = context
    const found = await caseForOffice.run(context, { receiptNumber })
    if (!found) return refuse('unknown-case')
    if (!(await findOpening(tx, actor.sessionId as string, found.id))) return refuse('file-not-opened')
    const isOn = found.parties.some((party) => party.account === account && party.role !== 'representative')
    if (!isOn) return refuse('not-on-case')
    audit({ subject: found.id, account, detail: { aNumber: aNumber !== null, dateOfBirth: dateOfBirth !== null } })
    if (aNumber === null && dateOfBirth === null) return refuse('nothing-given')
    await noteKnown(context, { account, caseId: found.id, aNumber, dateOfBirth })
  },
})
