import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import { toldSteps } from '../support/support-request.ts'
import { listOpeningsOfRequests, listSupportRequests, listToldStepsOf } from './held-store.ts'

const supportSchema = z
  .strictObject({
    requests: z.array(
      z.strictObject({
        trackingNumber: text('Its tracking number'),
        topic: text('What it was about'),
        sentAt: instant('When it was sent'),
        answeredAt: instant('First answered').nullable(),
        closedAt: instant('Closed').nullable(),
        openings: z.array(
          z.strictObject({ role: text('The role of who opened it'), reason: text('Why, by its code'), at: instant('When') }),
        ),
        steps: z.array(
          z.strictObject({
            what: z.enum(toldSteps),
            answer: text('Which answer').nullable(),
            at: instant('When'),
          }),
        ),
      }),
    ),
  })
  .describe('Requests to support that named your account. Anybody can send one, so that their words are not told here')

export const heldSupport = heldPart({
  name: 'support',
  schema: supportSchema,
  from: ['accounts.support_request'],
  leavesOut: {},
  async read({ tx, accounts }) {
    const rows = await listSupportRequests(tx, accounts)
    const steps = await listToldStepsOf(tx, rows.map(({ id }) => id), toldSteps)
    const openings = await listOpeningsOfRequests(tx, rows.map(({ id }) => id))
    const requests = rows.map((row) => ({
      trackingNumber: row.tracking_number,
      topic: row.topic,
      sentAt: iso(row.sent_at),
      answeredAt: isoOrNull(row.answered_at),
      closedAt: isoOrNull(row.closed_at),
      openings: openings
        .filter(({ request }) => request === row.id)
        .map(({ role, reason, at }) => ({ role, reason: reason ?? '', at: iso(at) })),
      steps: steps
        .filter(({ request }) => request === row.id)
        .map(({ kind, answer, at }) => ({ what: kind as (typeof toldSteps)[number], answer, at: iso(at) })),
    }))
    return { data: { requests }, files: [] }
  },
})
