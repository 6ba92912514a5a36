import {
  type AddressOnPaper,
  type Received,
  receivedOnFaults,
  type ReturnedMail,
  takeAddressChange,
  type TakenPaper,
  takeReturnedMail as takeReturnedMailIn,
} from '../../../cases/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { takePaperIn } from './take-paper-in.ts'

/** Those who take in paper, and the command at the machine. */
export const mayTakeIn = (actor: Actor): boolean => whoMay('take-in-paper')(actor) || actor.kind === 'system'

export const faults = ['unknown-case', ...receivedOnFaults] as const

/** What came of a paper is on record with its case; what stands on it is not. */
function recorded<R extends string>({ refuse, audit }: Pick<OperationContext<R>, 'refuse' | 'audit'>, taken: TakenPaper | R) {
  if (typeof taken === 'string') return refuse(taken)
  const { caseId, paper, outcome } = taken
  audit({ subject: caseId, detail: { paper, outcome } })
  return { paper, outcome }
}

/** An answer to a request, or another paper, for a case that is known. Under one id it is taken in once. */
export const takeLaterPaper = operation({
  name: 'officer.take-later-paper',
  allow: (actor, _paper: Received & { kind: 'answer' | 'other' }) => mayTakeIn(actor),
  refusals: faults,
  run: async (context, paper) => recorded(context, await takePaperIn(context, paper)),
})

/** A change of address that came on paper. */
export const takeAddressOnPaper = operation({
  name: 'officer.take-address-on-paper',
  allow: (actor, _paper: Received & { said: AddressOnPaper }) => mayTakeIn(actor),
  refusals: faults,
  run: async (context, paper) => recorded(context, await takeAddressChange(context, paper)),
})

/** A letter of ours that the post office could not deliver. */
export const takeReturnedMail = operation({
  name: 'officer.take-returned-mail',
  allow: (actor, _mail: ReturnedMail) => mayTakeIn(actor),
  refusals: [...faults, 'unknown-letter', 'returned-before-printed'],
  run: async (context, mail) => recorded(context, await takeReturnedMailIn(context, mail)),
})
