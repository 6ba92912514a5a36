import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { queueTextMessage } from '../../platform/sms/index.ts'
import type { Account, CodeChannel } from '../account.ts'
import { type ContactPoint, contactAddressOf, contactHash } from '../contact-points/contact-point.ts'
import { findPhoneToProve, findProvenPoint } from '../contact-points/contact-point-store.ts'
import { emailOf } from '../email-address.ts'
import type { ChallengePurpose } from './challenge.ts'
import { askBy, askFirst, ensureChallenge, noteTextMessage } from './challenge-store.ts'
import { maySendTo } from './send-limits.ts'

type Sending = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue'>

export type CodeAccount = Pick<
  Account,
  'id' | 'email_sealed' | 'email_hash' | 'language' | 'code_channel' | 'channel_proven_at'
>

interface Asked {
  session: string
  purpose: ChallengePurpose
  /** The session is opened in this very transaction. */
  isNew?: boolean
}

/** Where one code goes: to the mailbox, to a phone, or to both. */
interface SendTo {
  isMailed: boolean
  phone: { point: ContactPoint; number: string; hash: string } | null
}

/**
 * Asks an account for a one-time password by its preferred way, or by the one that is given, which the caller has found
 * open (`openWays`): sends a code to mailbox, phone or both, or makes the person's own app the one that counts. What
 * was asked before is worth nothing then. While a sign-up is proving its way, the way is the one that was chosen, and
 * the code that proves a phone goes to that phone alone.
 * @returns false when too many codes wait unredeemed: nothing is sent, and the session still takes the backup code
 */
export function sendCode(context: Sending, account: CodeAccount, session: string, by?: CodeChannel): Promise<boolean> {
  return askSession(context, account, { session, purpose: 'session' }, by)
}

/** The same for a session that is opened in this very transaction. */
export const sendFirstCode = (context: Sending, account: CodeAccount, session: string): Promise<boolean> =>
  askSession(context, account, { session, purpose: 'session', isNew: true })

async function askSession(context: Sending, account: CodeAccount, asked: Asked, by?: CodeChannel): Promise<boolean> {
  const isProving = account.channel_proven_at === null
  const channel = by ?? (account.code_channel as CodeChannel | null) ?? 'email'
  if (channel === 'app') {
    await askBy(context.tx, { ...freshChallenge(context, account, asked), channel })
    return true
  }
  const point = channel === 'email' ? null : await phoneOf(context, account.id, isProving)
  // Whoever names a way has a reason to: a reset must not fall back on the mailbox that its own link came to.
  if (channel !== 'email' && !point && by) return false
  return send(context, account, asked, {
    isMailed: !point || (channel === 'email-and-sms' && !isProving),
    phone: point ? phoneAt(context, point) : null,
  })
}

/** The phone that is proven, or is to be; none where text messages are no longer offered. */
async function phoneOf({ tx, services }: Sending, account: string, isProving: boolean): Promise<ContactPoint | null> {
  if (!services.sms.isOffered) return null
  return (await (isProving ? findPhoneToProve(tx, account) : findProvenPoint(tx, account, 'phone', 'codes'))) ?? null
}

/** Sends the code that proves a new phone of a signed-in person, to that phone alone. False: too many were sent. */
export const sendPhoneProof = (context: Sending, account: CodeAccount, session: string, point: ContactPoint): Promise<boolean> =>
  send(context, account, { session, purpose: 'phone' }, { isMailed: false, phone: phoneAt(context, point) })

function phoneAt({ services: { keys } }: Sending, point: ContactPoint) {
  const number = contactAddressOf(keys, point)
  return { point, number, hash: contactHash(keys, number) }
}

const freshChallenge = ({ services }: Sending, { id }: CodeAccount, { session, purpose }: Asked) => ({
  id: newId(),
  account: id,
  session,
  purpose,
  key_id: services.keys.currentId,
})

const channelOf = ({ isMailed, phone }: SendTo): CodeChannel => {
  if (!phone) return 'email'
  return isMailed ? 'email-and-sms' : 'sms'
}

/** What of it is within the limits. */
async function allowed(context: Sending, account: CodeAccount, { isMailed, phone }: SendTo): Promise<SendTo> {
  const mayMail = isMailed && (await maySendTo(context, { addressHash: account.email_hash, account: account.id, isProven: true }))
  const mayText = phone && (await maySendTo(context, { addressHash: phone.hash, account: account.id, isProven: phone.point.proven_at !== null }))
  return { isMailed: mayMail, phone: mayText ? phone : null }
}

async function send(context: Sending, account: CodeAccount, asked: Asked, to: SendTo): Promise<boolean> {
  const { isMailed, phone } = await allowed(context, account, to)
  const fresh = freshChallenge(context, account, asked)
  if (!isMailed && !phone) {
    await ensureChallenge(context.tx, { ...fresh, channel: channelOf(to), phone: to.phone?.point.id ?? null })
    return false
  }
  const challenge = await (asked.isNew ? askFirst : askBy)(context.tx, {
    ...fresh,
    channel: channelOf({ isMailed, phone }),
    phone: phone?.point.id ?? null,
    sends: 1,
    sent_at: context.now,
    sent_to: [...(isMailed ? [account.email_hash] : []), ...(phone ? [phone.hash] : [])],
  })
  const message = {
    kind: 'accounts.one-time-password',
    person: account.id,
    language: account.language,
    values: { challenge: challenge.id, send: challenge.sends, key: challenge.key_id },
  }
  if (isMailed) await queueMail(context, { ...message, to: emailOf(context.services.keys, account) })
  if (phone) await noteTextMessage(context.tx, challenge.id, await queueTextMessage(context, { ...message, to: phone.number }))
  return true
}
