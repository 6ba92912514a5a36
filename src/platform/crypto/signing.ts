import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Keys } from './keys.ts'

export type SigningPurpose = 'audit' | 'document-code'

/** The fixed start of a PKCS #8 Ed25519 private key (RFC 8410, 7); the 32-byte seed follows. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKey = (keys: Keys, purpose: SigningPurpose, keyId: string): KeyObject => {
  const seed = keys.derive(`signing/${purpose}`, keyId).export()
  return createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' })
}

/** An Ed25519 signature (RFC 8032) under the current key, as `<key id>:<base64url>`. */
export const signature = (keys: Keys, purpose: SigningPurpose, message: Uint8Array): string =>
  `${keys.currentId}:${sign(null, message, privateKey(keys, purpose, keys.currentId)).toString('base64url')}`

/** Whether a signature is ours and of this message; false for an unknown key or a damaged text, never throws. */
export const isSignature = (keys: Keys, purpose: SigningPurpose, message: Uint8Array, text: string): boolean => {
  const [keyId = '', encoded = ''] = text.split(':')
  if (!keys.ids.includes(keyId) || !/^[\w-]{86}$/.test(encoded)) return false
  return verify(null, message, createPublicKey(privateKey(keys, purpose, keyId)), Buffer.from(encoded, 'base64url'))
}

/** A public key under the id of its master key, as PEM (SPKI). */
export interface PublicKey {
  readonly id: string
  readonly pem: string
}

/** Whether a signature is of this message by this public key, whatever ring it was in; never throws for a damaged text. */
export const isSignatureBy = (pem: string, message: Uint8Array, text: string): boolean => {
  const encoded = text.split(':')[1] ?? ''
  return /^[\w-]{86}$/.test(encoded) && verify(null, message, createPublicKey(pem), Buffer.from(encoded, 'base64url'))
}

/** The public key as PEM (SPKI), so that a signature can be checked away from here. */
export const publicKey = (keys: Keys, purpose: SigningPurpose, keyId: string = keys.currentId): string =>
  createPublicKey(privateKey(keys, purpose, keyId))
    .export({ type: 'spki', format: 'pem' })
    .toString()
