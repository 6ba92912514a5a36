import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

/** Where a sealed value lives. It opens nowhere else: the person picks the key, the rest is authenticated. */
export type FieldPlace = { person: string; table: string; row: string; column: string }

const version = 1
const nonceBytes = 12
const tagBytes = 16

const lengthPrefixed = (text: string): Buffer => {
  const bytes = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const associatedData = (header: Buffer, { table, row, column }: FieldPlace): Buffer =>
  Buffer.concat([header, ...[table, row, column].map(lengthPrefixed)])

const headerFor = (keyId: string): Buffer => Buffer.concat([Buffer.from([version, keyId.length]), Buffer.from(keyId)])

/** Thrown when a sealed value was changed, moved, cut short, or needs a key that is not there. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

const readHeader = (sealed: Uint8Array): Buffer => {
  const header = Buffer.from(sealed.subarray(0, 2 + (sealed[1] ?? 0)))
  if (header[0] !== version || sealed.length < header.length + nonceBytes + tagBytes) {
    throw new SealBroken('not a sealed value')
  }
  return header
}

/** The id of the master key a value is sealed with: for `keys rotate` and for telling which keys are still needed. */
export const sealedWith = (sealed: Uint8Array): string => readHeader(sealed).toString('latin1', 2)

/**
 * Seals one value with AES-256-GCM (NIST SP 800-38D) under the person's own key: version, key id, 96-bit random nonce,
 * ciphertext, 128-bit tag. The associated data is the header, table, row and column.
 */
export const sealField = (keys: Keys, place: FieldPlace, plaintext: Uint8Array): Buffer => {
  const header = headerFor(keys.currentId)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.dataKey(place.person), nonce)
  cipher.setAAD(associatedData(header, place))
  return Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealField` sealed at the same place. @throws {SealBroken} when it was changed or comes from elsewhere */
export const openField = (keys: Keys, place: FieldPlace, sealed: Uint8Array): Buffer => {
  const header = readHeader(sealed)
  const keyId = header.toString('latin1', 2)
  if (!keys.ids.includes(keyId)) throw new SealBroken('sealed with a key that is not in the ring')
  const rest = sealed.subarray(header.length)
  const key = keys.dataKey(place.person, keyId)
  const cipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, nonceBytes), { authTagLength: tagBytes })
  cipher.setAAD(associatedData(header, place))
  cipher.setAuthTag(rest.subarray(-tagBytes))
  try {
    return Buffer.concat([cipher.update(rest.subarray(nonceBytes, -tagBytes)), cipher.final()])
  } catch {
    throw new SealBroken('changed, or moved from another place')
  }
}

/** `sealField` for text, as UTF-8. */
export const sealText = (keys: Keys, place: FieldPlace, text: string): Buffer =>
  sealField(keys, place, Buffer.from(text))

/** `openField` for text. @throws {SealBroken} */
export const openText = (keys: Keys, place: FieldPlace, sealed: Uint8Array): string =>
  openField(keys, place, sealed).toString('utf8')
