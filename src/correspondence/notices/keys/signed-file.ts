import { createHash } from 'node:crypto'
import type { Keys } from '../../../platform/crypto/keys.ts'
import { isSignatureBy, type PublicKey, signature } from '../../../platform/crypto/signing.ts'
import type { Notice } from '../notice.ts'

/** What a file says of itself in its stamp. */
export interface Stamp {
  readonly code: string
  readonly kind: string
  readonly receiptNumber: string
  readonly issuedOn: string
}

/**
 * `genuine`: the agency made this very file. `changed`: not as it was made, or never ours. `unknown-key`: signed by a key that is not
 * among those given. `no-stamp`: nothing in it says that it is a notice.
 */
export type FileVerdict = { readonly is: 'genuine'; readonly stamp: Stamp; readonly keyId: string } | { readonly is: 'changed' | 'unknown-key' | 'no-stamp' }

// A remark (ISO 32000-1, 7.2.4) before the line that says where the file's index begins: no place that the index names moves by it.
const stampStart = '%portolan-notice '
const stampLine = /^%portolan-notice (\w{10,32}) ([a-z0-9-]{1,64}) ([A-Z0-9]{13}) (\d{4}-\d{2}-\d{2}) ([a-z0-9-]{1,16}:[\w-]{86})\n/
const indexStart = 'startxref'

const signedMessage = ({ code, kind, receiptNumber, issuedOn }: Stamp, bytes: Uint8Array): Buffer =>
  Buffer.from(`portolan notice file ${code} ${kind} ${receiptNumber} ${issuedOn} ${createHash('sha256').update(bytes).digest('hex')}`)

/** Signs the file of a notice, all of it, and writes the signature into it. */
export function signFile(keys: Keys, notice: Pick<Notice, 'code' | 'kind' | 'receiptNumber' | 'issuedOn'>, bytes: Buffer): Buffer {
  const place = bytes.lastIndexOf(indexStart)
  if (place < 0) throw new Error('A PDF without an index cannot be signed')
  const { code, kind, receiptNumber } = notice
  const stamp = { code, kind, receiptNumber, issuedOn: notice.issuedOn.toString() }
  const line = `${stampStart}${code} ${kind} ${receiptNumber} ${stamp.issuedOn} ${signature(keys, 'document-code', signedMessage(stamp, bytes))}\n`
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(line), bytes.subarray(place)])
}

/** Whether a file is a notice as the agency made it, by public keys alone. */
export function verifyFile(keys: readonly PublicKey[], bytes: Buffer): FileVerdict {
  const place = bytes.lastIndexOf(stampStart)
  if (place < 0) return { is: 'no-stamp' }
  const [line = '', code = '', kind = '', receiptNumber = '', issuedOn = '', signed = ''] = stampLine.exec(bytes.toString('latin1', place, place + 256)) ?? []
  if (line === '') return { is: 'changed' }
  const stamp = { code, kind, receiptNumber, issuedOn }
  const unsigned = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + line.length)])
  const keyId = signed.split(':')[0] ?? ''
  const named = keys.filter(({ id }) => id === keyId)
  if (named.length === 0) return { is: 'unknown-key' }
  return named.some(({ pem }) => isSignatureBy(pem, signedMessage(stamp, unsigned), signed)) ? { is: 'genuine', stamp, keyId } : { is: 'changed' }
}
