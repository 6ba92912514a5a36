import { z } from 'zod'
import type { Keys } from '../platform/crypto/keys.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { day, id, instant, iso, isoOrNull, text } from '../platform/archive/shapes.ts'
import { listAdditionalOf, sentEvidence } from './additional/additional-store.ts'
import { identityCheckOf, listIdentityChecks } from './identity/identity-store.ts'
import { openOfPaper, openWithdrawal } from './withdrawal/withdrawal.ts'
import { listOwnPaperWithdrawals } from './withdrawal/paper-withdrawal-store.ts'
import { listWithdrawals } from './withdrawal/withdrawal-store.ts'
import { inquiryOf, listInquiries } from './inquiries/inquiry-store.ts'

/** More questions than anybody asks. */
const heldMost = 10_000

/** What the people of a case sent and asked, for the archive of one of them. */
export const heldWritingSchema = {
  evidence: z
    .array(
      z.strictObject({
        receiptNumber: text('The case it was sent about'),
        tray: id('The tray of its files in evidence.json'),
        about: text('What was said of it'),
        at: instant('When it was sent'),
        seenAt: instant('When an officer had looked at it').nullable(),
      }),
    )
    .describe('Evidence that was sent without being asked for; where you are the representative, only what you sent'),
  questions: z
    .array(
      z.strictObject({
        receiptNumber: text('The case it is about'),
        reason: text('The reason, by its code in the agency’s list'),
        text: text('What was asked'),
        at: instant('When it was asked'),
        expectedOn: day('By when an answer could be expected'),
        outcome: text('What came of it, by its code').nullable(),
        answer: text('What was answered').nullable(),
        answeredAt: instant('When it was answered').nullable(),
      }),
    )
    .describe('Questions about your cases; where you are the representative, only what you asked'),
  withdrawals: z
    .array(
      z.strictObject({
        receiptNumber: text('The case that was withdrawn'),
        name: text('The name it was signed with'),
        statement: text('What was agreed to'),
        at: instant('When it was withdrawn'),
      }),
    )
    .describe('Cases that were withdrawn here'),
  withdrawalsOnPaper: z
    .array(
      z.strictObject({
        receiptNumber: text('The case that was withdrawn'),
        receivedOn: day('The day on which the paper came'),
        name: text('The name it is signed with'),
        at: instant('When it was taken'),
      }),
    )
    .describe('Cases that were withdrawn by a paper; empty where you are the representative'),
  identityChecks: z
    .array(
      z.strictObject({
        receiptNumber: text('The case it was asked for'),
        reason: text('Why, by its code'),
        askedAt: instant('When it was asked'),
        dueAt: instant('Until when'),
        tray: id('The tray of what was sent, in evidence.json').nullable(),
        sentAt: instant('When it was sent').nullable(),
        outcome: text('What was found, by its code').nullable(),
        provider: text('The provider that vouched for you').nullable(),
        level: text('How sure it was, in its own word').nullable(),
      }),
    )
    .describe('Whether the agency asked you to prove who you are; empty where you are the representative'),
}

type Held = { tx: Tx; keys: Keys; cases: readonly string[]; isTheirs: (row: { case: string; account: string | null }) => boolean }

export async function heldWriting({ tx, keys, cases, isTheirs }: Held) {
  const evidence = (await listAdditionalOf(tx, cases)).filter(isTheirs).map((row) => {
    const { receiptNumber, tray, about, at, seenAt } = sentEvidence(keys, row)
    return { receiptNumber, tray, about, at: iso(at), seenAt: isoOrNull(seenAt) }
  })
  const questions = (await listInquiries(tx, cases, heldMost)).filter(isTheirs).map((row) => {
    const { receiptNumber, reason, text: asked, at, expectedOn, answer } = inquiryOf(keys, row)
    const answered = { outcome: answer?.outcome ?? null, answer: answer?.text ?? null, answeredAt: isoOrNull(answer?.at ?? null) }
    return { receiptNumber, reason, text: asked, at: iso(at), expectedOn: `${expectedOn}`, ...answered }
  })
  const withdrawals = (await listWithdrawals(tx, cases)).filter(isTheirs).map((row) => ({
    receiptNumber: row.receipt_number,
    ...openWithdrawal(keys, row.case, row.id, row.sealed),
    at: iso(row.at),
  }))
  const withdrawalsOnPaper = (await listOwnPaperWithdrawals(tx, cases))
    .filter((row) => isTheirs({ case: row.case, account: null }))
    .map((row) => ({ receiptNumber: row.receipt_number, receivedOn: `${row.received_on}`, name: openOfPaper(keys, row.case, row.id, 'name_sealed', row.name_sealed), at: iso(row.at) }))
  const identityChecks = (await listIdentityChecks(tx, cases)).filter(isTheirs).map((row) => {
    const { receiptNumber, reason, askedAt, dueAt, tray, sentAt, outcome, by } = identityCheckOf(row)
    return { receiptNumber, reason, askedAt: iso(askedAt), dueAt: iso(dueAt), tray, sentAt: isoOrNull(sentAt), outcome, provider: by?.provider ?? null, level: by?.level ?? null }
  })
  return { evidence, questions, withdrawals, withdrawalsOnPaper, identityChecks }
}
