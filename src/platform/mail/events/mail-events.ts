import { createHmac } from 'node:crypto'
import { sameSecret } from '../../crypto/keyed-hash.ts'
import { plainText } from '../../http/answer.ts'
import { endpoint, records } from '../../http/page.ts'
import { anyone } from '../../http/visit.ts'
import { operation } from '../../operation.ts'
import { paths } from '../../paths.ts'
import { type DeliveryReport, readDeliveryReport } from './delivery-report.ts'
import { noteOutcome } from './reach-store.ts'

/** Keeps what the mail servers say became of a mail. Told again, or late, it changes nothing and sends nobody anything. */
export const noteDeliveryReport = operation({
  name: 'mail.note-report',
  gate: true,
  allow: (_actor, _input: DeliveryReport) => true,
  refusals: [],
  async run({ tx, now, audit, recordedBefore }, report) {
    const isNews = await noteOutcome(tx, report, now)
    if (!isNews) recordedBefore()
    audit({ subject: report.mail, detail: { outcome: report.outcome, code: report.code } })
    return { isNews }
  },
})

/** `sha256=` and the HMAC-SHA256 of the message under the shared secret, in hexadecimal. */
export const isSignedReport = (secret: string, message: Buffer, signature: string): boolean =>
  sameSecret(`sha256=${createHmac('sha256', secret).update(message).digest('hex')}`, signature)

/**
 * Where the operator's mail server hands over what came back to the address that our mails come from: the message as it is,
 * with `X-Signature`. What is not signed is refused without a word of why; what is no report is taken and forgotten.
 */
export const mailEventsEndpoint = endpoint({
  path: paths.mailEvents,
  method: 'POST',
  access: anyone,
  audit: records(noteDeliveryReport),
  provesItself: 'the operator’s mail server signs what it hands over (X-Signature)',
  rawBody: true,
  async run(context, { raw, headers }) {
    const secret = context.services.mailEventsSecret
    const signature = headers['x-signature']
    if (!secret || !raw || typeof signature !== 'string' || !isSignedReport(secret, raw, signature)) return plainText('', 403)
    const report = readDeliveryReport(raw.toString('latin1'))
    if (report) await context.perform(noteDeliveryReport, report)
    return plainText('', 200)
  },
})
