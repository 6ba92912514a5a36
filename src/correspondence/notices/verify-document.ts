import { receiptNumberEnding } from '../../cases/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isSignature, isSignatureBy } from '../../platform/crypto/signing.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { documentCodeShape, parseCode } from '../../platform/numbers/crockford.ts'
import { operation } from '../../platform/operation.ts'
import { signedMessage } from './canonical-text.ts'
import { listKeys } from './keys/key-store.ts'
import type { EndedAs } from './notice.ts'
import { findNoticeBehind } from './verify-store.ts'

/** What anyone who holds a notice may know of it. Never whose it is. */
export interface Verified {
  readonly kind: string
  readonly issuedOn: Temporal.PlainDate
  /** The last four digits of its receipt number. */
  readonly ending: string
}

/** `brief`: it is genuine, and no more is told. One answer for a code that nobody has and one that cannot be one. */
export type Verification =
  | { readonly is: 'not-known' }
  | { readonly is: 'genuine'; readonly endedAs: EndedAs | null; readonly told: Verified | null }

/** Well formed, and of nothing: a code that nobody has takes as long as one that somebody has. */
const noSignature = (keyId: string) => `${keyId}:${'A'.repeat(86)}`
const nothing = { kind: '', receipt_number: '', text_sha256: '' }

/** Whether a key that left the master key signed it: its public half stays. */
async function isByRetired(tx: Tx, keys: Keys, message: Buffer, signed: string): Promise<boolean> {
  const [id = ''] = signed.split(':')
  if (keys.ids.includes(id)) return false
  return (await listKeys(tx)).some((each) => each.key_id === id && isSignatureBy(each.public_key, message, signed))
}

/** Whether a document code is of a notice of ours that nobody changed. Looking up changes nothing: only tries are counted. */
export const verifyDocument = operation({
  name: 'notices.verify',
  allow: (_actor, _input: { typed: string }) => true,
  limits: [{ name: 'notices.verify', most: 30, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: [],
  async run({ tx, services, now, recordedBefore }, { typed }): Promise<Verification> {
    recordedBefore()
    const { keys, agency } = services
    const parsed = parseCode(typed, documentCodeShape)
    const code = parsed.ok ? parsed.code : ''
    const found = await findNoticeBehind(tx, code)
    const { kind, receipt_number: receiptNumber, text_sha256: textSha256 } = found ?? nothing
    const issuedOn = found?.issued_on ?? now.toZonedDateTimeISO('UTC').toPlainDate()
    const message = signedMessage({ code, kind, receiptNumber, issuedOn, textSha256 })
    const signed = found?.signature ?? noSignature(keys.currentId)
    const isOurs = isSignature(keys, 'document-code', message, signed) || (found !== undefined && (await isByRetired(tx, keys, message, signed)))
    if (!found || !isOurs) return { is: 'not-known' }
    // Of a kind that the pack has no more there are no words to tell.
    const entry = agency.notices.find((each) => each.kind === kind)
    const isBrief = found.is_brief || !entry || entry.brief === true
    return { is: 'genuine', endedAs: found.ended_as as EndedAs | null, told: isBrief ? null : { kind, issuedOn, ending: receiptNumberEnding(receiptNumber) } }
  },
})
