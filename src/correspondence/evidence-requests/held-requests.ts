import { z } from 'zod'
import { casesOfAccounts } from '../../cases/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import { askOf, requestOf } from './opened-request.ts'
import { requestStates } from './request.ts'
import { listAsks, listEvents, listRequests } from './request-store.ts'
import { openTyping } from './typed-answer.ts'
import { listTypedOf } from './typed-store.ts'

const requestsMost = 200

const requestsSchema = z
  .strictObject({
    requests: z.array(
      z.strictObject({
        receiptNumber: text('The case it is about'),
        kind: text('The kind of request, by its code in the agency’s list'),
        opening: text('What the officer said before the list; empty: nothing'),
        grounds: text('Why the case would be denied; empty for other requests'),
        sentAt: instant('When it was sent'),
        dueAt: instant('Until when an answer is taken'),
        state: z.enum(requestStates).describe('How it stands'),
        endedAt: instant('When it was answered, lapsed or was taken back').nullable(),
        way: z.enum(['online', 'paper']).describe('How the answer came').nullable(),
        asks: z.array(
          z.strictObject({
            code: text('What was asked, by its code in the agency’s list').nullable(),
            title: text('What was asked, where an officer wrote it'),
            words: text('What the officer added'),
            answer: text('What was answered').nullable(),
            doesNotHaveIt: z.boolean().describe('Whether they said that they do not have it'),
            savedAt: instant('When that was saved last').nullable(),
          }),
        ),
        events: z.array(z.strictObject({ what: text('What happened'), at: instant('When'), dueTo: instant('The deadline from then on').nullable() })),
      }),
    ),
    typed: z
      .array(
        z.strictObject({
          receiptNumber: text('The case it is about'),
          ask: z.int().describe('Which of the things that its request asks, counted from 1'),
          text: text('What you typed'),
          doesNotHaveIt: z.boolean().describe('Whether you had ticked that you do not have it'),
          keptAt: instant('When it was kept last'),
        }),
      )
      .describe('What you typed and did not save; nobody else reads it'),
  })
  .describe('What the agency asked for about your cases, and what was answered. Where you are the representative, it is your client’s and in their archive')

export const heldRequests = heldPart({
  name: 'requests',
  schema: requestsSchema,
  from: ['correspondence.evidence_request', 'correspondence.request_ask', 'correspondence.request_answer', 'correspondence.request_event', 'correspondence.request_typed'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const on = await casesOfAccounts(tx, accounts)
    const own = on.filter(({ role }) => role !== 'representative')
    const requests = []
    for (const { id: caseId } of own)
      for (const row of await listRequests(tx, caseId, requestsMost)) {
        const { receiptNumber, kind, words, sentAt, dueAt, state, endedAt, way } = requestOf(keys, row)
        const asks = (await listAsks(tx, row.id)).map((each) => askOf(keys, caseId, each))
        requests.push({
          ...{ receiptNumber, kind, ...words, sentAt: iso(sentAt), dueAt: iso(dueAt), state, endedAt: isoOrNull(endedAt), way },
          asks: asks.map(({ code, words: said, answer }) => ({ code, ...said, answer: answer?.text ?? null, doesNotHaveIt: answer?.lacks ?? false, savedAt: isoOrNull(answer?.savedAt ?? null) })),
          events: (await listEvents(tx, row.id)).map(({ what, at, due_to }) => ({ what, at: iso(at), dueTo: isoOrNull(due_to) })),
        })
      }
    // Of a case that they are on no longer a representative has nothing.
    const typed = (await listTypedOf(tx, accounts)).filter((row) => on.some(({ receiptNumber }) => receiptNumber === row.receipt_number)).map((row) => {
      const { text: words, lacks, keptAt } = openTyping(keys, row)
      return { receiptNumber: row.receipt_number, ask: row.ordinal, text: words, doesNotHaveIt: lacks, keptAt: iso(keptAt) }
    })
    return { data: { requests, typed }, files: [] }
  },
})
