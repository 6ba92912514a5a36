import { systemActor } from '../../platform/actor.ts'
import { totpCode } from '../../platform/crypto/totp.ts'
import type { OutboxEntry } from '../../platform/mail/index.ts'
import { performerFor, type PerformerParts, query } from '../../platform/operation.ts'
import { openOfStaff } from '../staff/staff.ts'
import { listEnrolled } from '../staff/staff-store.ts'

const stepSeconds = 30
const staffMost = 50

/**
 * What each demo staff member's authentication app shows at this moment; the code of the next step where this one's
 * was used, which the clock's tolerance takes. Empty outside the demonstration.
 */
export const currentCodes = query({
  name: 'officer.demo-codes',
  gate: true,
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  async run({ tx, now, services }): Promise<readonly OutboxEntry[]> {
    if (services.mode !== 'demo') return []
    return (await listEnrolled(tx, staffMost)).flatMap((staff) => {
      if (!staff.totp_sealed) return []
      const step = Math.floor(now.epochMilliseconds / 1000 / stepSeconds)
      const shown = staff.totp_last_step !== null && staff.totp_last_step >= step ? staff.totp_last_step + 1 : step
      const at = Temporal.Instant.fromEpochMilliseconds(shown * stepSeconds * 1000)
      const secret = openOfStaff(services.keys, staff.id, 'totp_sealed', staff.totp_sealed)
      const code = totpCode(secret, at)
      const recipient = openOfStaff(services.keys, staff.id, 'email_sealed', staff.email_sealed)
      return [entryFor({ id: `app-${staff.id}-${shown}`, recipient, code, at: now })]
    })
  },
})

const entryFor = ({
  id,
  recipient,
  code,
  at,
}: {
  id: string
  recipient: string
  code: string
  at: Temporal.Instant
}): OutboxEntry => ({
  id,
  channel: 'app',
  recipient,
  subject: recipient,
  body_text: `${recipient}\n\n${code}\n`,
  body_html: `<p><strong>${code}</strong></p>`,
  attachments: [],
  sent_at: at,
})

/** For the page and JSON of the demonstration's outbox. Give it the office's pool: no other comes to the staff. */
export function demoCodes(parts: PerformerParts): () => Promise<readonly OutboxEntry[]> {
  return async () => {
    if (parts.services.mode !== 'demo') return []
    const performer = performerFor(parts, systemActor('demo'), { id: null, network: null })
    return (await performer.read(currentCodes, {})) ?? []
  }
}
