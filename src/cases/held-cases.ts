import { z } from 'zod'
import { type HeldFile, heldPart, numberedPath } from '../platform/archive/index.ts'
import { anyJson, day, instant, iso, isoOrNull, sha256, text, whole } from '../platform/archive/shapes.ts'
import type { Services } from '../platform/services.ts'
import { openCaseAddresses } from './address/case-address.ts'
import { channels, partyRoles } from './case.ts'
import { openPaper, paperExtension } from './case-document.ts'
import { laterPaperKinds } from './later-paper/later-paper.ts'
import { listReceivedOf } from './later-paper/mail-of-case-store.ts'
import { type HeldCaseRow, listAddressChanges, listEndedParties, listFollows, listHeldCases, listPapersOf } from './held-store.ts'
import { courseOf } from './own-case-store.ts'
import { taskEnds, taskKinds } from './tasks/task.ts'
import { listTasksOf } from './tasks/task-store.ts'

const casesSchema = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        receiptNumber: text('The receipt number'),
        form: text('The form'),
        channel: z.enum(channels),
        role: z.enum(partyRoles).describe('What you are on this case'),
        since: instant('Since when'),
        status: text('The status, by its code in the agency’s table'),
        statusOn: day('The day the status counts for'),
        receivedOn: day('The day the filing counts as received'),
        office: text('The office that holds it, by its code').nullable(),
        course: z.array(
          z.strictObject({ status: text('The status'), on: day('The day it counts for'), at: instant('Entered') }),
        ),
        papers: z
          .array(
            z.strictObject({
              kind: text('copy-of-record, fee-receipt, receipt-notice …'),
              madeAt: instant('Made'),
              receivedOn: day('The day the agency received it on paper').nullable(),
              contentType: text('Its media type'),
              sizeBytes: whole('Its size in bytes'),
              sha256: sha256('Of the file'),
              pages: whole('Pages').nullable(),
              file: text('Where it lies in this archive'),
            }),
          )
          .describe('Empty where you are the representative: the papers are your client’s'),
        asked: z
          .array(
            z.strictObject({
              kind: z.enum(taskKinds),
              askedAt: instant('When it was asked'),
              dueAt: instant('Until when it can be done').nullable(),
              startsAt: instant('When it takes place').nullable(),
              endedAt: instant('When it ended').nullable(),
              ended: z.enum(taskEnds).describe('done, lapsed: nothing came in time, or withdrawn: it was not asked any longer').nullable(),
            }),
          )
          .describe('What was asked of the people of the case'),
        receivedByMail: z
          .array(z.strictObject({ kind: z.enum(laterPaperKinds), receivedOn: day('The day we received it'), takenAt: instant('When it was opened') }))
          .describe('What came by mail for the case; its scan stands among the papers'),
      }),
    ),
    addressChanges: z
      .array(z.strictObject({ at: instant('When'), addresses: anyJson('Where you live and where your mail goes, as you stated it') }))
      .describe('Changes of address you made on your pending cases'),
    follows: z
      .array(z.strictObject({ receiptNumber: text('The receipt number'), since: instant('Since when') }))
      .describe('Cases you follow by their receipt number; you see of them what anyone sees'),
    endedRelations: z.array(
      z.strictObject({ role: z.enum(partyRoles), from: instant('From'), until: instant('Until').nullable() }),
    ),
  })
  .describe('Your cases, their course and their papers')

type Paper = Awaited<ReturnType<typeof listPapersOf>>[number]

/** A case's papers and how they are called in the archive. */
function papersOf(services: Services, row: HeldCaseRow, all: readonly Paper[]) {
  const papers = row.role === 'representative' ? [] : all.filter((paper) => paper.case === row.id)
  return papers.map((paper, place) => {
    const path = numberedPath(`papers/${row.receipt_number}`, place + 1, paper.kind, paperExtension(paper.content_type))
    const file: HeldFile = { path, open: () => openPaper(services, { caseId: row.id, storageKey: paper.storage_key }) }
    return {
      file,
      listed: {
        kind: paper.kind,
        madeAt: iso(paper.made_at),
        receivedOn: paper.received_on?.toString() ?? null,
        contentType: paper.content_type,
        sizeBytes: Number(paper.size_bytes),
        sha256: paper.sha256,
        pages: paper.pages,
        file: path,
      },
    }
  })
}

export const heldCases = heldPart({
  name: 'cases',
  schema: casesSchema,
  from: ['cases.case', 'cases.party', 'cases.status_change', 'cases.document', 'cases.address_change', 'cases.follower', 'cases.later_paper', 'cases.task'],
  leavesOut: {
    'cases.address_press': 'which changes were one press of a button; the changes themselves are told',
    'cases.access_notice': 'letters that the person has on paper, with codes that nobody can read; the case that one opened is told',
    'cases.follow_stop': 'that a case of the person’s has no followers, which its page says',
  },
  async read({ tx, accounts, services }) {
    const rows = await listHeldCases(tx, accounts)
    const papers = await listPapersOf(tx, rows.map(({ id }) => id))
    const asked = await listTasksOf(tx, rows.map(({ id }) => id))
    const byMail = await listReceivedOf(tx, rows.map(({ id }) => id))
    const ofCases = rows.map((row) => ({ row, papers: papersOf(services, row, papers) }))
    return {
      data: {
        cases: ofCases.map(({ row, papers: own }) => ({
          receiptNumber: row.receipt_number,
          form: row.form,
          channel: row.channel as 'online',
          role: row.role,
          since: iso(row.from_at),
          status: row.status,
          statusOn: row.status_on.toString(),
          receivedOn: row.received_on.toString(),
          office: row.office,
          course: courseOf(row.course).map(({ status, on, at }) => ({ status, on: on.toString(), at: iso(at) })),
          papers: own.map(({ listed }) => listed),
          asked: asked
            .filter((task) => task.case === row.id)
            .map((task) => ({
              kind: task.kind as 'sign',
              askedAt: iso(task.opened_at),
              dueAt: isoOrNull(task.due_at),
              startsAt: isoOrNull(task.starts_at),
              endedAt: isoOrNull(task.ended_at),
              ended: task.ended_how as 'done' | null,
            })),
          receivedByMail: byMail
            .filter((paper) => paper.case === row.id)
            .map(({ kind, received_on, taken_at }) => ({ kind: kind as 'answer', receivedOn: received_on.toString(), takenAt: iso(taken_at) })),
        })),
        addressChanges: (await listAddressChanges(tx, accounts)).map((change) => ({
          at: iso(change.at),
          addresses: openCaseAddresses(services.keys, change.case, change.id, change.sealed) as never,
        })),
        follows: (await listFollows(tx, accounts)).map(({ receipt_number, since_at }) => ({ receiptNumber: receipt_number, since: iso(since_at) })),
        endedRelations: (await listEndedParties(tx, accounts)).map(({ role, from_at, until_at }) => ({
          role: role as 'applicant',
          from: iso(from_at),
          until: isoOrNull(until_at),
        })),
      },
      files: ofCases.flatMap(({ papers: own }) => own.map(({ file }) => file)),
    }
  },
})
