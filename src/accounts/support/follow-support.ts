import { query } from '../../platform/operation.ts'
import { tokenHashes } from '../recovery/reset-link.ts'
import { type SupportAnswer, type SupportTopic, toldSteps } from './support-request.ts'
import { findFollowed, listToldSteps } from './support-store.ts'

export interface FollowedRequest {
  readonly trackingNumber: string
  readonly topic: SupportTopic
  readonly sentAt: Temporal.Instant
  readonly steps: readonly {
    readonly kind: (typeof toldSteps)[number]
    readonly answer: SupportAnswer | null
    readonly at: Temporal.Instant
  }[]
}

/**
 * What became of a request, for who has the link that was mailed or shown: never the words or the address that were
 * sent, which another reader of the mail should not learn. Null: no such link.
 */
export const followSupport = query({
  name: 'accounts.follow-support',
  gate: true,
  allow: () => true,
  async run({ tx, services }, { token }: { token: string }): Promise<FollowedRequest | null> {
    const found = await findFollowed(tx, tokenHashes(services.keys, token))
    if (!found) return null
    const steps = await listToldSteps(tx, found.id, toldSteps)
    return {
      trackingNumber: found.tracking_number,
      topic: found.topic as SupportTopic,
      sentAt: found.sent_at,
      steps: steps as FollowedRequest['steps'],
    }
  },
})
