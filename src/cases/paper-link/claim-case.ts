import { claimOpenedAccount, dateOfBirthHashes, lockAccount, standingOf } from '../../accounts/index.ts'
import type { LimitSubject } from '../../platform/attempts.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Services } from '../../platform/services.ts'
import { tellParties } from '../tell-parties.ts'
import { accessCodeHashes } from './access-code.ts'
import { type ClaimableNotice, findClaimable, insertParty, isParty, lockClaimable, markNoticeUsed } from './claim-store.ts'
import { tellApplicant } from './tell-applicant.ts'

/** What stands on a notice, and who says they are the person on the form. `accessCode`: as typed. */
export interface TypedClaim {
  readonly receiptNumber: string
  readonly accessCode: string
  readonly dateOfBirth: Temporal.PlainDate
}

/** A code that cannot be one is looked up all the same, under a hash that none has: what is no code takes as long as a wrong one. */
const typedHashes = ({ keys }: Pick<Services, 'keys'>, { receiptNumber, accessCode, dateOfBirth }: TypedClaim, now: Temporal.Instant) => ({
  receiptNumber,
  codeHashes: accessCodeHashes(keys, accessCode) ?? ['none'],
  birthHashes: dateOfBirthHashes(keys, dateOfBirth),
  now,
})

/** Guesses of one network address, whoever it says it is; 60 random bits do the rest (security.md). */
const ofNetwork = {
  name: 'access-code-network',
  most: 20,
  withinSeconds: 3600,
  of: ({ request }: LimitSubject<TypedClaim>) => request.network,
}

/** Whether the three fit, for who is not signed in yet: nothing is spent, and the answer is the same for everything that does not. */
export const tryClaim = operation({
  name: 'cases.try-claim',
  gate: true,
  allow: () => true,
  limits: [ofNetwork],
  refusals: ['access-code-not-matched'],
  async run({ tx, now, services, refuse, audit }, typed: TypedClaim) {
    const notice = await findClaimable(tx, typedHashes(services, typed, now))
    if (!notice) return refuse('access-code-not-matched')
    audit({ subject: notice.case, detail: { notice: notice.id } })
    return { addressee: notice.addressee }
  },
})

/**
 * Joins a case from paper to the account of whoever has the code of its notice, the receipt number and the date of birth.
 * An applicant claims the account that was opened for them with all that stands in it: who has no number yet keeps the printed
 * one, and another's printed number leads to theirs for ever. A representative becomes one of the case, and the applicant is
 * told. A code for another case, used, expired, replaced, wrong: one answer.
 */
export const claimCase = operation({
  name: 'cases.claim',
  gate: true,
  allow: (actor, _typed: TypedClaim) => actor.kind === 'account' && actor.id !== null,
  limits: [{ name: 'access-code-account', most: 5, withinSeconds: 86_400, of: ({ actor }) => actor.id }, ofNetwork],
  refusals: ['access-code-not-matched'],
  async run(context, typed) {
    const { tx, actor, now, services, refuse, audit } = context
    const by = actor.id as string
    audit({ account: by })
    const notice = await lockClaimable(tx, { ...typedHashes(services, typed, now), by })
    if (!notice) return refuse('access-code-not-matched')
    const claimed = { receiptNumber: notice.receipt_number, addressee: notice.addressee }
    if (notice.used_by === by && (await isStillOn(tx, notice, by))) return claimed
    if (notice.used_by !== null) return refuse('access-code-not-matched')
    const isTheirs = notice.addressee === 'applicant' ? await joinApplicant(context, notice, by) : await joinRepresentative(context, notice, by)
    if (!isTheirs) return refuse('access-code-not-matched')
    await markNoticeUsed(tx, notice.id, { by, at: now })
    await context.enqueue('correspondence.tell-joined', { id: notice.id, case: notice.case, account: by })
    audit({ subject: notice.case, account: by, detail: { notice: notice.id, addressee: notice.addressee } })
    return claimed
  },
})

/** A representative whose access was ended does not come back by the code that let them in. */
const isStillOn = async (tx: Tx, { addressee, case: caseId }: ClaimableNotice, by: string): Promise<boolean> =>
  addressee === 'applicant' || isParty(tx, { caseId, account: by, role: 'representative' })

type Claiming = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue' | 'actor'>

/** A code of another's account opens nothing, though it was claimed by its person and not by this code. */
async function joinApplicant(context: Claiming, { account }: ClaimableNotice, by: string): Promise<boolean> {
  const person = await lockAccount(context.tx, by)
  if (account === null || person.account_type === 'representative') return false
  if ((await standingOf(context, account)) === by) return true
  return claimOpenedAccount(context, { opened: account, by })
}

async function joinRepresentative(context: Claiming, notice: ClaimableNotice, by: string): Promise<boolean> {
  const { tx, now } = context
  const person = await lockAccount(context.tx, by)
  if (person.account_type !== 'representative') return false
  if (await isParty(tx, { caseId: notice.case, account: by, role: 'representative' })) return true
  await tellParties(context, notice.case, notice.receipt_number)
  await insertParty(tx, { case: notice.case, account: by, role: 'representative', from_at: now })
  await tellApplicant(context, notice)
  return true
}
