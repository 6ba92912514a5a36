import { z } from 'zod'
import { anyJson, day, id, instant, sha256, text, whole } from '../../platform/archive/shapes.ts'

const line = z.strictObject({
  code: text('Which fee'),
  label: text('Its words as you saw them'),
  amountCents: whole('What is charged, in cents'),
  notCharged: z.enum(['suspended', 'waived']).describe('Why it is not charged').optional(),
  scheduledCents: whole('Its amount if it were charged, in cents').optional(),
})

const ofRecord = z
  .strictObject({
    language: text('The language of record (BCP 47)'),
    statement: text('The statement in it, which binds'),
    binds: text('The sentence that said so'),
  })
  .nullable()
  .describe('The text that binds, where the statement was read in another language; null: the statement itself binds')

export const filingsSchema = z
  .strictObject({
    drafts: z.array(
      z.strictObject({
        id: id('The draft'),
        form: text('The form'),
        edition: day('The edition of the form'),
        language: text('The language it was started in (BCP 47)'),
        startedAt: instant('Started'),
        workedOnAt: instant('Last worked on'),
        expiresAt: instant('When it ends unless it is worked on'),
        deletedAt: instant('When you deleted it; it is gone for good 7 days later').nullable(),
        submission: id('The submission it became').nullable(),
        prepared: z.enum(['working', 'copy']).describe('working: you fill it in for a client; copy: a representative prepared it for you; null: your own').nullable(),
        preparedFor: text('For whom you fill it in').nullable(),
        answers: anyJson('Your answers, by question'),
        typed: anyJson('What you typed and was not accepted yet, by page'),
      }),
    ),
    signatures: z.array(
      z.strictObject({
        id: id('The signature'),
        draft: id('What was signed'),
        signedAt: instant('When'),
        language: text('The language of the statement (BCP 47)'),
        statement: text('The statement you signed'),
        ofRecord,
        name: text('The name you typed'),
        document: anyJson('The document as it was signed'),
        documentSha256: sha256('Of the document as it was signed'),
        shown: anyJson('The document in the words you saw'),
        shownSha256: sha256('Of the document in the words you saw'),
        factor: text('How you had shown who you are'),
        provedAt: instant('When you had'),
      }),
    ),
    helperSignatures: z.array(
      z.strictObject({
        id: id('The signature of somebody who helped you'),
        draft: id('What was signed'),
        helper: text('Which helper of the form'),
        capacity: z.enum(['interpreter', 'preparer']).describe('As what they signed'),
        signedAt: instant('When'),
        language: text('The language of the statement (BCP 47)'),
        statement: text('The statement they signed'),
        ofRecord,
        name: text('The name they typed'),
        documentSha256: sha256('Of the document as it was signed'),
      }),
    ),
    submissions: z.array(
      z.strictObject({
        id: id('The submission'),
        draft: id('The draft it was made of'),
        form: text('The form'),
        edition: day('The edition of the form'),
        language: text('The language (BCP 47)'),
        begunAt: instant('Begun'),
        signature: id('The signature it rests on').nullable(),
        receivedAt: instant('Received; null: never').nullable(),
        receivedOn: day('The day it counts as received').nullable(),
        receiptNumber: text('The receipt number').nullable(),
        feeCents: whole('The fee in cents'),
        waivedCents: whole('What you did not have to pay because it was waived, in cents'),
        feeLines: z.array(line),
      }),
    ),
    feeWaivers: z.array(
      z.strictObject({
        draft: id('The form whose fee you asked not to pay'),
        request: id('The form that asked'),
        codes: z.array(text('Which fee')),
        begunAt: instant('Begun'),
        askedAt: instant('Received; null: never').nullable(),
        decidedAt: instant('Decided; null: not yet').nullable(),
        granted: z.boolean().describe('Whether you do not have to pay').nullable(),
        reason: text('Why it was refused').nullable(),
        filedAt: instant('The form itself was received').nullable(),
      }),
    ),
    payments: z
      .array(
        z.strictObject({
          submission: id('What was paid for'),
          attempt: whole('The first try is 1'),
          state: text('How it stands'),
          amountCents: whole('The amount in cents'),
          currency: text('ISO 4217'),
          lines: z.array(line),
          begunAt: instant('Begun'),
          authorisedAt: instant('The money was held').nullable(),
          closedAt: instant('Over').nullable(),
          capturedCents: whole('Taken, in cents'),
          refundedCents: whole('Given back, in cents'),
          takenBackCents: whole('Taken back by the bank, in cents'),
          dispute: text('open, won or lost; null: the charge was never disputed').nullable(),
          returnedAt: instant('The bank sent the debit back').nullable(),
          method: text('card or bank-debit').nullable(),
          cardLast4: text('The last four digits of the card').nullable(),
          provider: text('The payment provider'),
          reference: text('What the payment provider knows it by').nullable(),
        }),
      )
      .describe('No whole card or bank number is held here; the payment provider has them'),
    refunds: z.array(
      z.strictObject({
        id: id('The refund'),
        case: id('The case it is of'),
        amountCents: whole('Given back, in cents'),
        reason: text('Why, as a code of the agency'),
        state: text('How it stands'),
        askedAt: instant('Asked for by the agency'),
        decidedAt: instant('A second person of the agency decided').nullable(),
        closedAt: instant('Over').nullable(),
      }),
    ),
  })
  .describe('Drafts, signatures, submissions and payments')
