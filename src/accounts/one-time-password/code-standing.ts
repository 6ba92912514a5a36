import { query } from '../../platform/operation.ts'
import { isExpired, triesMost } from './challenge.ts'
import { findChallenge } from './challenge-store.ts'

/** What the page says of the code that counts: when it was sent, and whether it can still be given. */
export interface CodeStanding {
  sentAt: Temporal.Instant | null
  canBeGiven: boolean
  triesUsed: boolean
}

export const codeStanding = query({
  name: 'accounts.code-standing',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  async run({ tx, actor, now }, _input: undefined): Promise<CodeStanding> {
    const challenge = await findChallenge(tx, actor.sessionId as string)
    if (!challenge) return { sentAt: null, canBeGiven: false, triesUsed: false }
    const triesUsed = challenge.tries >= triesMost
    const isOpen = challenge.answered_at === null && !isExpired(challenge, now)
    return { sentAt: challenge.sent_at, canBeGiven: isOpen && !triesUsed, triesUsed }
  },
})
