import { z } from 'zod'
import { casesOfAccounts } from '../../cases/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import { sides, threadStates } from './message.ts'
import { listHeldMessages } from './message-store.ts'
import { messageOf } from './opened-message.ts'

const correspondenceSchema = z
  .strictObject({
    messages: z
      .array(
        z.strictObject({
          receiptNumber: text('The case it is about'),
          conversation: text('Messages of one conversation have the same number here'),
          topic: text('The topic, by its code in the agency’s list'),
          state: z.enum(threadStates).describe('How the conversation stands'),
          by: z.enum(sides).describe('Who wrote it'),
          at: instant('When it was sent'),
          text: text('What it says'),
          readByAgencyAt: instant('When the agency had read it').nullable(),
          readByPersonAt: instant('When a person of the case had read it').nullable(),
        }),
      )
      .describe('Where you are the representative, only what you wrote: the conversation is your client’s'),
  })
  .describe('Messages between you and the agency about your cases')

export const heldCorrespondence = heldPart({
  name: 'correspondence',
  schema: correspondenceSchema,
  from: ['correspondence.thread', 'correspondence.message', 'correspondence.reading'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const cases = new Map((await casesOfAccounts(tx, accounts)).map((each) => [each.id, each]))
    const rows = (await listHeldMessages(tx, [...cases.keys()])).filter(
      (row) => cases.get(row.case)?.role !== 'representative' || (row.account !== null && accounts.includes(row.account)),
    )
    const messages = rows.map((row) => {
      const { side, at, text: said, readAt } = messageOf(keys, row)
      return {
        receiptNumber: row.receipt_number,
        conversation: row.id,
        topic: row.topic,
        state: row.state as 'waits',
        by: side,
        at: iso(at),
        text: said,
        readByAgencyAt: isoOrNull(readAt.agency),
        readByPersonAt: isoOrNull(readAt.person),
      }
    })
    return { data: { messages }, files: [] }
  },
})
