import { countAttempt, forgiveAttempts, type Limit, type LimitSubject } from '../../platform/attempts.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { emailOf } from '../email-address.ts'
import { type Challenge, sendLimits } from './challenge.ts'
import { upsertChallenge } from './challenge-store.ts'

type Sending = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue'>

const subjectOf = ({ actor, request, services }: Sending, account: string): LimitSubject<string> => ({
  actor,
  request,
  services,
  input: account,
})

async function maySend(context: Sending, account: string): Promise<boolean> {
  const counted: Limit<string>[] = []
  for (const limit of sendLimits) {
    counted.push(limit)
    if (await countAttempt(context.tx, limit, subjectOf(context, account), context.now)) continue
    // A send that does not happen is not counted.
    await forgiveAttempts(context.tx, counted, subjectOf(context, account), context.now)
    return false
  }
  return true
}

/**
 * Sends a one-time password to the account's proven channel for this session; the code before it is worth nothing then.
 * False when too many codes wait unredeemed: nothing is sent, and the session still takes the backup code.
 */
export async function sendCode(
  context: Sending,
  account: Pick<Account, 'id' | 'email_sealed' | 'language'>,
  session: string,
): Promise<boolean> {
  const { tx, now, services } = context
  const isSent = await maySend(context, account.id)
  const challenge = await upsertChallenge(tx, {
    id: newId(),
    account: account.id,
    session,
    channel: 'email',
    key_id: services.keys.currentId,
    sends: isSent ? 1 : 0,
    sent_at: isSent ? now : null,
  })
  if (!isSent) return false
  await queueMail(context, {
    kind: 'accounts.one-time-password',
    to: emailOf(services.keys, account),
    person: account.id,
    language: account.language,
    values: { challenge: challenge.id, send: challenge.sends, key: challenge.key_id },
  })
  return true
}

/** A code used rightly gives its send back, in the hour and the day in which it was sent. */
export async function giveSendBack(context: Sending, { account, sent_at }: Pick<Challenge, 'account' | 'sent_at'>) {
  if (sent_at) await forgiveAttempts(context.tx, sendLimits, subjectOf(context, account), sent_at)
}
