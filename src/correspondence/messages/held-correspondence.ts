import { z } from 'zod'
import { casesOfAccounts } from '../../cases/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, sha256, text, whole } from '../../platform/archive/shapes.ts'
import { heldActs, heldActsShape, heldActTables } from '../case-acts/held-acts.ts'
import { heldDecisions, heldDecisionsSchema } from '../decisions/held-decisions.ts'
import { heldWriting, heldWritingSchema } from '../held-writing.ts'
import { sides, threadStates } from './message.ts'
import { heldNoticeSchema, heldNotices } from '../notices/held-notices.ts'
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
          files: z
            .array(z.strictObject({ name: text('What it is called'), sizeBytes: whole('Its size in bytes'), sha256: sha256('Of the file') }))
            .describe('Files the agency sent with it. Each is among the papers of the case, where the same sha256 tells which'),
        }),
      )
      .describe('Where you are the representative, only what you wrote: the conversation is your client’s'),
    decisions: heldDecisionsSchema,
    notices: z.array(heldNoticeSchema).describe('Empty where you are the representative: the notices are your client’s'),
    ...heldActsShape,
    ...heldWritingSchema,
  })
  .describe('Messages between you and the agency about your cases, what you sent and asked, the notices it issued, and what was decided')

export const heldCorrespondence = heldPart({
  name: 'correspondence',
  schema: correspondenceSchema,
  from: [
    'correspondence.thread',
    'correspondence.message',
    'correspondence.message_file',
    'correspondence.reading',
    'correspondence.decision',
    'correspondence.notice',
    'correspondence.notice_paper',
    'correspondence.notice_opening',
    ...heldActTables,
    'correspondence.additional_evidence',
    'correspondence.inquiry',
    'correspondence.withdrawal',
    'correspondence.paper_withdrawal',
    'correspondence.identity_check',
  ],
  leavesOut: {
    'correspondence.identity_attempt': 'that you went to a provider to prove who you are, without what it said; where it vouched for you, that stands with what was asked',
  },
  async read({ tx, accounts, services }) {
    const { keys } = services
    const cases = new Map((await casesOfAccounts(tx, accounts)).map((each) => [each.id, each]))
    /** A representative's archive has what they wrote themselves; the rest is their client's. */
    const isTheirs = (row: { case: string; account: string | null }) =>
      cases.get(row.case)?.role !== 'representative' || (row.account !== null && accounts.includes(row.account))
    const rows = (await listHeldMessages(tx, [...cases.keys()])).filter(isTheirs)
    const writing = await heldWriting({ tx, keys, cases: [...cases.keys()], isTheirs })
    const messages = rows.map((row) => {
      const { side, at, text: said, readAt, attached } = messageOf(keys, row)
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
        files: attached.map(({ name, sizeBytes, sha256: hash }) => ({ name, sizeBytes, sha256: hash })),
      }
    })
    const own = [...cases.values()].filter(({ role }) => role !== 'representative').map(({ id }) => id)
    const { notices, files } = await heldNotices({ tx, services }, { cases: own, accounts })
    return { data: { messages, ...writing, notices, decisions: await heldDecisions(tx, keys, own), ...(await heldActs(tx, keys, own)) }, files }
  },
})
