import { operation } from '../../platform/operation.ts'
import { noteKnown } from '../../profile/index.ts'
import { whoMay } from '../may.ts'
import { notOpened, openedCase } from './opened-case.ts'

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
  refusals: [...notOpened, 'not-on-case', 'nothing-given'],
  async run(context, { receiptNumber, account, aNumber, dateOfBirth }: PersonToConfirm) {
    const { refuse, audit } = context
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    const isOn = found.parties.some((party) => party.account === account && party.role !== 'representative')
    if (!isOn) return refuse('not-on-case')
    audit({ subject: found.id, account, detail: { aNumber: aNumber !== null, dateOfBirth: dateOfBirth !== null } })
    if (aNumber === null && dateOfBirth === null) return refuse('nothing-given')
    await noteKnown(context, { account, caseId: found.id, aNumber, dateOfBirth })
  },
})
