import type { Keys } from '../../platform/crypto/keys.ts'
import { query } from '../../platform/operation.ts'
import type { Services } from '../../platform/services.ts'
import { type TextMessageFailure, textMessageStanding } from '../../platform/sms/index.ts'
import type { CodeChannel } from '../account.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { emailOf } from '../email-address.ts'
import { type CodeWay, isFromMailbox, openWays } from '../second-factor/ways.ts'
import { type ChallengePurpose, isExpired, triesMost } from './challenge.ts'
import { findStanding, type StoredStanding } from './standing-store.ts'

/** What the page says of the code that counts: by which way it comes, where and when it was sent, and what else there is. */
export interface CodeStanding {
  /** Null until the session was asked. */
  channel: CodeChannel | null
  sentAt: Temporal.Instant | null
  canBeGiven: boolean
  triesUsed: boolean
  /** The user name's mailbox, and the phone in E.164 that the newest code went to. */
  email: string
  phone: string | null
  /** Why the text message that carried the newest code will not arrive. */
  textFailure: TextMessageFailure | null
  /** Every other way the account has; none while a sign-up proves its first. */
  otherWays: readonly CodeWay[]
  /** The phone that a text message would go to. */
  otherPhone: string | null
  hasPasskey: boolean
}

export const noStanding: CodeStanding = {
  channel: null,
  sentAt: null,
  canBeGiven: false,
  triesUsed: false,
  email: '',
  phone: null,
  textFailure: null,
  otherWays: [],
  otherPhone: null,
  hasPasskey: false,
}

const phoneAt = (keys: Keys, account: string, id: string | null, sealed: Buffer | null) =>
  id && sealed ? contactAddressOf(keys, { id, account, address_sealed: sealed }) : null

/** The ways beside the one that is asked by; where mail and text carry the same code, each of them is no other way. */
function otherWaysOf(found: StoredStanding, isSmsOffered: boolean): readonly CodeWay[] {
  if (!found.is_proven) return []
  const ways = openWays({ factors: found, isSmsOffered, isFromMailbox: isFromMailbox(found.stage) })
  return ways.filter((way) => way !== found.channel && (way === 'app' || found.channel !== 'email-and-sms'))
}

function standingOf({ keys, sms }: Services, found: StoredStanding, now: Temporal.Instant): Omit<CodeStanding, 'textFailure'> {
  const { account, channel, sent_at, tries, answered_at } = found
  const triesUsed = (tries ?? 0) >= triesMost
  const isOpen = channel !== null && answered_at === null && !isExpired({ channel, sent_at }, now)
  return {
    channel,
    sentAt: sent_at,
    canBeGiven: isOpen && !triesUsed,
    triesUsed,
    email: emailOf(keys, { id: account, email_sealed: found.email_sealed }),
    phone: phoneAt(keys, account, found.asked_phone, found.asked_phone_sealed),
    otherWays: otherWaysOf(found, sms.isOffered),
    otherPhone: phoneAt(keys, account, found.phone, found.phone_sealed),
    hasPasskey: found.passkeys > 0,
  }
}

export const codeStanding = query({
  name: 'accounts.code-standing',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  async run({ tx, actor, now, services }, { purpose = 'session' }: { purpose?: ChallengePurpose }): Promise<CodeStanding> {
    const found = await findStanding(tx, actor.sessionId as string, purpose)
    if (!found) return noStanding
    const text = found.text_message ? await textMessageStanding(tx, found.text_message) : null
    return { ...standingOf(services, found, now), textFailure: text?.failure ?? null }
  },
})
