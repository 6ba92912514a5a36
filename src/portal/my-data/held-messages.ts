import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import { listMailsOf } from '../../platform/mail/index.ts'
import { listTextsOf } from '../../platform/sms/index.ts'

const messagesSchema = z
  .strictObject({
    mails: z.array(
      z.strictObject({
        kind: text('What kind of mail, by its name in the product'),
        to: text('The address it went to'),
        language: text('Its language (BCP 47)'),
        queuedAt: instant('When there was something to tell'),
        sentAt: instant('When it left').nullable(),
        failedAt: instant('When it could not be sent').nullable(),
      }),
    ),
    textMessages: z.array(
      z.strictObject({
        kind: text('What kind of text message, by its name in the product'),
        to: text('The phone number (E.164)'),
        language: text('Its language (BCP 47)'),
        queuedAt: instant('When there was something to tell'),
        state: z.enum(['queued', 'sent', 'delivered', 'failed']),
        stateAt: instant('Since when'),
      }),
    ),
  })
  .describe('Mails and text messages to you of the last 30 days. Their words are in your mailbox and on your phone')

export const heldMessages = heldPart({
  name: 'messages',
  schema: messagesSchema,
  from: ['mail.queued', 'sms.queued'],
  leavesOut: { 'mail.reach': 'that mails came back from an address of the person, which their pages say while it is so' },
  async read({ tx, accounts, services: { keys } }) {
    return {
      data: {
        mails: (await listMailsOf(tx, keys, accounts)).map((mail) => ({
          kind: mail.kind,
          to: mail.to,
          language: mail.language,
          queuedAt: iso(mail.queuedAt),
          sentAt: isoOrNull(mail.sentAt),
          failedAt: isoOrNull(mail.failedAt),
        })),
        textMessages: (await listTextsOf(tx, keys, accounts)).map((sent) => ({
          kind: sent.kind,
          to: sent.to,
          language: sent.language,
          queuedAt: iso(sent.queuedAt),
          state: sent.state as 'sent',
          stateAt: iso(sent.stateAt),
        })),
      },
      files: [],
    }
  },
})
