import { z } from 'zod'
import { instant, text, truth } from '../../platform/archive/shapes.ts'

const account = z.strictObject({
  onlineAccountNumber: text('The Online Account Number').nullable().describe('null: it goes on under the account that was kept'),
  userName: text('The email address that signs in; null: the agency opened this account and nobody signs in to it').nullable(),
  standing: z.enum(['yours', 'merged', 'closed']).describe('merged: leads to the account that was kept'),
  openedByAgencyAt: instant('When the agency opened it for a filing on paper').nullable(),
  language: text('The language of its pages and messages (BCP 47)'),
  accountType: z.enum(['applicant', 'representative']).nullable(),
  representativeKind: z.enum(['attorney', 'accredited']).nullable(),
  service: text('The service chosen at the sign-up').nullable(),
  dateOfBirthOnFile: truth('Whether a date of birth stands by its keyed hash, to find the account when the user name is forgotten'),
  protectedSince: instant('Since when the law protects this person').nullable(),
  signUp: z.strictObject({
    begunAt: instant('First asked for'),
    emailConfirmedAt: instant('The address was confirmed').nullable(),
    channelProvenAt: instant('The first one-time password was given').nullable(),
    completedAt: instant('Finished, with a number').nullable(),
  }),
})

export const accountSchema = z
  .strictObject({
    accounts: z.array(account).describe('Your account, and those that were merged into it'),
    merges: z.array(
      z.strictObject({ cause: z.enum(['merged', 'claimed']), at: instant('When the two became one') }),
    ),
    closings: z.array(
      z.strictObject({
        closedAt: instant('When it was closed'),
        undoUntil: instant('Until when it could be taken back'),
        undoneAt: instant('When it was taken back').nullable(),
      }),
    ),
    contactPoints: z
      .array(
        z.strictObject({
          kind: z.enum(['email', 'phone']),
          purpose: z.enum(['codes', 'recovery', 'former']).describe('former: replaced, and still told of changes for 72 hours'),
          address: text('The email address, or the phone number in E.164'),
          addedAt: instant('Added'),
          provenAt: instant('Shown to be yours').nullable(),
          removedAt: instant('Removed').nullable(),
        }),
      )
      .describe('Addresses and phones beside the user name'),
    contactChanges: z.array(
      z.strictObject({
        what: z.enum(['user-name', 'recovery-email', 'phone']),
        from: text('What it was').nullable(),
        to: text('What it was to be; null: removed').nullable(),
        askedAt: instant('Asked for'),
        madeAt: instant('Made, once the new address was shown to be yours').nullable(),
        undoneAt: instant('Taken back').nullable(),
      }),
    ),
    waysIn: z
      .strictObject({
        codesComeBy: z.enum(['email', 'sms', 'email-and-sms', 'app']).nullable(),
        passwordSetAt: instant('When the password was set').nullable(),
        resetQuestions: z.array(z.strictObject({ question: text('The question'), setAt: instant('Answered') })),
        backupCodes: z.array(
          z.strictObject({
            issuedAt: instant('Made'),
            keptAt: instant('You said that you kept it').nullable(),
            usedAt: instant('Used').nullable(),
          }),
        ),
        authenticationApps: z.array(
          z.strictObject({
            name: text('The name you gave it'),
            addedAt: instant('Added'),
            provenAt: instant('Its first code was right').nullable(),
            lastUsedAt: instant('Last used').nullable(),
            removedAt: instant('Removed').nullable(),
          }),
        ),
        passkeys: z.array(
          z.strictObject({
            name: text('The name you gave it'),
            addedAt: instant('Added'),
            lastUsedAt: instant('Last used').nullable(),
            removedAt: instant('Removed').nullable(),
            backedUp: truth('Whether its maker said that it is kept in more than one place'),
          }),
        ),
      })
      .describe('What signs you in. The secrets themselves are in no archive'),
  })
  .describe('Your account: user name, number, addresses, and what signs you in')
