import { queueMail } from '../platform/mail/queue-mail.ts'
import type { OperationContext } from '../platform/operation.ts'
import type { Account } from './account.ts'
import { contactAddressOf } from './contact-points/contact-point.ts'
import { listToldPoints } from './contact-points/contact-point-store.ts'
import { emailOf } from './email-address.ts'

interface ToTell {
  /** The name of a kind of mail; its subject and words name no person, number or code. */
  kind: string
  values?: Record<string, string | number>
}

type Telling = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/**
 * Tells every mailbox of an account of something that matters: the user name, the recovery address, and addresses that
 * were replaced while their change can still be undone, so that who took over one of them cannot keep the owner in the
 * dark (ASVS V6.3.7).
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
}
