import { queueMail } from '../platform/mail/queue-mail.ts'
import type { OperationContext } from '../platform/operation.ts'
import { queueTextMessage } from '../platform/sms/index.ts'
import type { Account } from './account.ts'
import { getAccount } from './account-store.ts'
import { type ContactPoint, contactAddressOf } from './contact-points/contact-point.ts'
import { listToldPoints } from './contact-points/contact-point-store.ts'
import { emailOf } from './email-address.ts'

interface ToTell {
  /** The name of a kind of mail; its subject and words name no person, number or code. */
  kind: string
  values?: Record<string, string | number>
}

type Telling = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/**
 * Tells every mailbox and phone of an account of something that matters: the user name, the recovery address, and
 * addresses that were replaced while their change can still be undone, so that who took over one of them cannot keep the
 * owner in the dark (ASVS V6.3.7).
 */
export async function tellEveryAddress(
  context: Telling,
  account: Pick<Account, 'id' | 'email_sealed' | 'language'>,
  { kind, values = {} }: ToTell,
): Promise<void> {
  const { keys } = context.services
  const points = await listToldPoints(context.tx, account.id, context.now)
  const emails = points.filter((point) => point.kind === 'email').map((point) => contactAddressOf(keys, point))
  for (const to of new Set([emailOf(keys, account), ...emails]))
    await queueMail(context, { kind, to, person: account.id, language: account.language, values })
  await textEveryPhone(context, account, points)
}

/**
 * Tells the phones among what is told that something changed, and neither what nor whose: a phone lies on the table,
 * and the same words serve whatever the mails say.
 */
export async function textEveryPhone(
  context: Telling,
  account: Pick<Account, 'id' | 'language'>,
  points: readonly ContactPoint[],
): Promise<void> {
  const { keys, sms } = context.services
  if (!sms.isOffered) return
  const numbers = points.filter((point) => point.kind === 'phone').map((point) => contactAddressOf(keys, point))
  for (const to of new Set(numbers))
    await queueTextMessage(context, { kind: 'accounts.security-news', to, person: account.id, language: account.language })
}

/** The same for a room that knows the account by its id, under the rights of its transaction. */
export async function tellAccount(context: Telling, account: string, toTell: ToTell): Promise<void> {
  await tellEveryAddress(context, await getAccount(context.tx, account), toTell)
}
