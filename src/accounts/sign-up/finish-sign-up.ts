import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account, AccountType, RepresentativeKind } from '../account.ts'
import { lockAccount, nextAccountSequence, recordFacts } from '../account-store.ts'
import { recogniseBrowser } from '../browsers/recognise-browser.ts'
import { emailOf } from '../email-address.ts'
import { issueOnlineAccountNumber } from '../online-account-number.ts'
import { openSession } from '../sessions/open-session.ts'
import { lockSession } from '../sessions/session-store.ts'
import { killLinks } from './link-store.ts'
import { nextStep, stepPath } from './steps.ts'

type Finishing = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue' | 'audit'>

/** **Account type**: an applicant's answer finishes the sign-up, a representative's leads to one more page. */
export const chooseAccountType = operation({
  name: 'accounts.choose-account-type',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['step-done'],
  async run(context, { accountType }: { accountType: AccountType }) {
    const { tx, actor, services, refuse } = context
    const found = await lockAccount(tx, actor.id as string)
    if (nextStep(found, services.agency) !== 'account-type') return refuse('step-done')
    const account = { ...found, account_type: accountType }
    await recordFacts(tx, account.id, { account_type: accountType })
    if (accountType === 'applicant') return finish(context, account)
    context.audit({ account: account.id, detail: { accountType } })
    return { secret: null, goTo: stepPath('representative') }
  },
})

/** What kind of representative: asked last, and finishes a representative's sign-up. */
export const chooseRepresentativeKind = operation({
  name: 'accounts.choose-representative-kind',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['step-done'],
  async run(context, { kind }: { kind: RepresentativeKind }) {
    const { tx, actor, services, refuse } = context
    const found = await lockAccount(tx, actor.id as string)
    if (nextStep(found, services.agency) !== 'representative') return refuse('step-done')
    await recordFacts(tx, found.id, { representative_kind: kind })
    return finish(context, { ...found, representative_kind: kind })
  },
})

/**
 * Finishes the sign-up: the Online Account Number is issued in this transaction, which has locked the account, so that
 * of two presses one gets here. A number that agency-opened accounts have already stays.
 */
async function finish(context: Finishing, account: Account) {
  const { tx, actor, now, services, audit } = context
  const number =
    account.online_account_number ?? issueOnlineAccountNumber(services.keys, await nextAccountSequence(tx))
  audit({ account: account.id, detail: { accountType: account.account_type } })
  await recordFacts(tx, account.id, { online_account_number: number, completed_at: now })
  await killLinks(tx, account.id, now)
  await queueMail(context, {
    kind: 'accounts.welcome',
    to: emailOf(services.keys, account),
    person: account.id,
    language: account.language,
    values: { number },
  })
  const before = await lockSession(tx, actor.sessionId as string)
  const session = await openSession(context, {
    account: account.id,
    stage: 'full',
    provedAt: before?.proved_at ?? null,
    provedBy: before?.proved_by ?? null,
  })
  await recogniseBrowser(context, account.id)
  return { secret: session.secret, goTo: stepPath(null) }
}
