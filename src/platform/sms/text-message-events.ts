import { plainText } from '../http/answer.ts'
import { endpoint, records } from '../http/page.ts'
import { anyone } from '../http/visit.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { noteReceipt } from './sms-store.ts'
import type { TextMessageReceipt } from './text-message.ts'

/** Keeps what the provider says became of a message; late, repeated and reordered receipts change nothing. */
export const noteTextMessageReceipt = operation({
  name: 'sms.note-receipt',
  gate: true,
  allow: (_actor, _input: TextMessageReceipt) => true,
  refusals: [],
  async run({ tx, now, audit }, receipt) {
    const isNews = await noteReceipt(tx, receipt, now)
    audit({ subject: receipt.message, detail: { state: receipt.state, failure: receipt.failure, isNews } })
    return { isNews }
  },
})

/** Where the provider sends its receipts. What is not signed by it is refused without a word of why. */
export const textMessageEventsEndpoint = endpoint({
  path: paths.textMessageEvents,
  method: 'POST',
  access: anyone,
  audit: records(noteTextMessageReceipt),
  provesItself: 'the provider signs its receipts (X-Twilio-Signature)',
  async run(context, { posted, headers }) {
    const { sms, publicUrl } = context.services
    const signature = headers['x-twilio-signature']
    const receipt = sms.readReceipt({
      url: publicUrl + context.url,
      values: posted,
      signature: typeof signature === 'string' ? signature : '',
    })
    if (receipt === 'forged') return plainText('', 403)
    if (receipt !== 'nothing') await context.perform(noteTextMessageReceipt, receipt)
    return plainText('', 200)
  },
})
