import type { LimitSubject } from '../../platform/attempts.ts'
import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation } from '../../platform/operation.ts'
import { hasUserName, type StoredAccount } from '../account.ts'
import { findAccountByEmail, findAccountByNumber } from '../account-store.ts'
import { emailHash, emailHashes, emailOf } from '../email-address.ts'
import { newTrackingNumber, sealOfRequest, type SupportTopic } from './support-request.ts'
import { insertSupportRequest } from './support-store.ts'

export interface SupportAsked {
  /** Made with the page: sent again, it is the same request. Left out: a new one. */
  press?: string
  topic: SupportTopic
  /** The user name, where it was typed. */
  email: string | null
  /** The Online Account Number, where it was typed. */
  number: string | null
  message: string
  language: string
}

type Subject = LimitSubject<SupportAsked>

const ofAddress = ({ input, services }: Subject) => (input.email ? emailHash(services.keys, input.email) : null)
const ofNumber = ({ input, services }: Subject) => (input.number ? keyedHash(services.keys, 'support-number', input.number) : null)

/** The request of a press: who learns of its id, in the record or at the office, cannot press for it. */
function requestOf(keys: Keys, press: string): string {
  const [, hash = ''] = keyedHash(keys, 'support-press', press).split(':')
  return Buffer.from(hash, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** Stands where nobody is to be mailed; nothing is ever sent there (RFC 6761, 6.4). */
const nobodysAddress = 'nobody@account.invalid'

/**
 * **Contact support**: keeps the request, gives it a tracking number and mails it to the address that was typed, or to
 * the one on file of the number that was. Known and unknown run the same statements and queue one mail, of which one to
 * nobody says nothing and is never sent.
 * @returns the token of the page that follows the request
 */
export const askSupport = operation({
  name: 'accounts.ask-support',
  gate: true,
  allow: (_actor, _input: SupportAsked) => true,
  limits: [
    { name: 'accounts.support.network', most: 10, withinSeconds: 3600, of: ({ request }) => request.network },
    { name: 'accounts.support.address', most: 3, withinSeconds: 86_400, of: ofAddress },
    { name: 'accounts.support.number', most: 3, withinSeconds: 86_400, of: ofNumber },
  ],
  refusals: [],
  async run(context, { press = newId(), topic, email, number, message, language }) {
    const { tx, now, services, audit } = context
    const { keys } = services
    const byEmail = await findAccountByEmail(tx, emailHashes(keys, email ?? ''))
    const byNumber = await findAccountByNumber(tx, number ?? '')
    const account = byEmail ?? byNumber
    const id = requestOf(keys, press)
    const link = { linkId: id, sendNumber: 1, keyId: keys.currentId }
    const token = linkToken(keys, link)
    const trackingNumber = newTrackingNumber()
    audit({ ...(account ? { account: account.id } : {}), subject: `support:${id}`, detail: { topic } })
    const isNew = await insertSupportRequest(tx, {
      id,
      tracking_number: trackingNumber,
      key_id: link.keyId,
      token_hash: linkTokenHash(keys, token),
      topic,
      account: account?.id ?? null,
      address_sealed: email ? sealOfRequest(keys, id, 'address_sealed', email) : null,
      message_sealed: sealOfRequest(keys, id, 'message_sealed', message),
      language,
      sent_at: now,
    })
    if (!isNew) return { token }
    const to = email ?? addressOnFile(keys, byNumber)
    await queueMail(context, {
      kind: 'accounts.support-received',
      to: to ?? nobodysAddress,
      person: id,
      language,
      values: { link: id, send: 1, key: link.keyId, trackingNumber, isSent: to ? 'yes' : 'no' },
    })
    return { token }
  },
})

const addressOnFile = (keys: Parameters<typeof emailOf>[0], account: StoredAccount | undefined) =>
  account && hasUserName(account) && !account.closed_at ? emailOf(keys, account) : null
