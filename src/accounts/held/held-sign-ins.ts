import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import { listBrowsers, listRecoveryRequests, listResets, listSessions } from './held-store.ts'

const signInsSchema = z
  .strictObject({
    sessions: z.array(
      z.strictObject({
        stage: z.enum(['sign-up', 'password-given', 'resetting', 'full']).describe('How far it came; full: signed in'),
        begunAt: instant('Begun'),
        lastSeenAt: instant('Last page'),
        endsAt: instant('When it ends by itself'),
        provedAt: instant('When a second factor was last given').nullable(),
        provedBy: text('Which one: email, sms, email-and-sms, app, passkey or backup-code').nullable(),
        endedAt: instant('Ended before its time').nullable(),
        endedBy: text('Why it ended').nullable(),
        device: text('The kind of device and browser').nullable(),
        country: text('The country its network lies in (ISO 3166-1)').nullable(),
      }),
    ),
    browsers: z
      .array(z.strictObject({ firstSeenAt: instant('First signed in'), lastSeenAt: instant('Last seen') }))
      .describe('Browsers that are known, so that only a new one is told of; kept for 400 days, by a hash that nobody can read back'),
    passwordResets: z.array(
      z.strictObject({
        askedAt: instant('A link was asked for'),
        openedAt: instant('The link was opened').nullable(),
        factor: text('The second factor that was given').nullable(),
        doneAt: instant('A new password was set').nullable(),
      }),
    ),
    recoveryRequests: z
      .array(
        z.strictObject({
          begunAt: instant('Asked for'),
          opensAt: instant('From when on it could be used'),
          lost: z.array(text('What was said to be lost')),
          endedAt: instant('Over').nullable(),
          endedBy: text('By what').nullable(),
        }),
      )
      .describe('Requests for the slow way back in, for who lost everything that signs them in'),
  })
  .describe('Sessions and sign-ins of the last 90 days, password resets of the last 30')

export const heldSignIns = heldPart({
  name: 'sign-ins',
  schema: signInsSchema,
  from: ['accounts.session', 'accounts.known_browser', 'accounts.password_reset', 'accounts.recovery_request'],
  leavesOut: {},
  async read({ tx, accounts }) {
    const sessions = await listSessions(tx, accounts)
    const resets = await listResets(tx, accounts)
    return {
      data: {
        sessions: sessions.map((session) => ({
          stage: session.stage as 'full',
          begunAt: iso(session.begun_at),
          lastSeenAt: iso(session.last_seen_at),
          endsAt: iso(session.ends_at),
          provedAt: isoOrNull(session.proved_at),
          provedBy: session.proved_by,
          endedAt: isoOrNull(session.ended_at),
          endedBy: session.ended_by,
          device: session.device,
          country: session.country,
        })),
        browsers: (await listBrowsers(tx, accounts)).map(({ first_seen_at, last_seen_at }) => ({
          firstSeenAt: iso(first_seen_at),
          lastSeenAt: iso(last_seen_at),
        })),
        recoveryRequests: (await listRecoveryRequests(tx, accounts)).map((request) => ({
          begunAt: iso(request.begun_at),
          opensAt: iso(request.opens_at),
          lost: request.lost,
          endedAt: isoOrNull(request.ended_at),
          endedBy: request.ended_by,
        })),
        passwordResets: resets.map((reset) => ({
          askedAt: iso(reset.made_at),
          openedAt: isoOrNull(reset.spent_at),
          factor: reset.factor,
          doneAt: isoOrNull(reset.done_at),
        })),
      },
      files: [],
    }
  },
})
