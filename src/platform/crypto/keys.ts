import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { isDemoSecret } from './key-text.ts'

export type MasterKey = { id: string; secret: Uint8Array }

/** What one derived key is for. Two purposes never share a key (NIST SP 800-57 part 1, 5.2). */
export type KeyPurpose =
  | 'field'
  | 'file'
  | 'one-time-code'
  | 'link-token'
  | 'mailed-passcode'
  | 'csrf'
  | 'password-pepper'
  | 'parked-form'
  | 'passkey-challenge'
  | `hash/${string}`
  | `signing/${string}`

export type NumberPurpose = 'online-account-number' | 'receipt-number'

/** The open key ring. It is handed in like the clock; it holds secrets, so it prints and serialises as nothing. */
export type Keys = {
  /** The key that new ciphertexts and hashes are made with. */
  readonly currentId: string
  /** Every key that can still be read, the current one first. */
  readonly ids: readonly string[]
  /** Made by the demo for itself: production refuses to start with these. */
  readonly isDemo: boolean
  /** The key of one purpose, under the current or a named master key. @throws when the id is unknown. */
  derive(purpose: KeyPurpose, keyId?: string): KeyObject
  /** The AES-256 key that encrypts one person's fields: made anew each time, kept nowhere. */
  dataKey(personId: string, keyId?: string): Buffer
  /** AES-256 key of a number's FF1. Never rotated: numbers already printed must stay unique. */
  numberKey(purpose: NumberPurpose): Buffer
}

export const secretBytes = 32
const idPattern = /^[a-z0-9][a-z0-9-]{0,15}$/

/** HKDF-SHA256 (RFC 5869). The master secret is uniformly random, so no salt is needed. */
const expand = (secret: Uint8Array | KeyObject, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `portolan/v1/${info}`, secretBytes))

const requireSound = (masterKeys: readonly MasterKey[], current: string, numberKey: Uint8Array): void => {
  for (const { id, secret } of masterKeys) {
    if (!idPattern.test(id)) throw new Error('a master key id is up to 16 of a-z, 0-9 and -')
    if (secret.length !== secretBytes) throw new Error(`master key ${id} is not ${secretBytes} bytes long`)
  }
  if (new Set(masterKeys.map(({ id }) => id)).size !== masterKeys.length) throw new Error('two master keys share an id')
  if (!masterKeys.some(({ id }) => id === current)) throw new Error(`no master key is called ${current}`)
  if (numberKey.length !== secretBytes) throw new Error(`the number key is not ${secretBytes} bytes long`)
}

/**
 * Opens the key ring.
 * @param masterKeys one or more 32-byte secrets with their ids; several while rotating
 * @param current the id that new things are sealed with
 * @param numberKey the 32-byte secret behind account and receipt numbers, never rotated and part of every backup
 * @throws when an id or a length is wrong
 */
export const openKeys = (ring: { masterKeys: readonly MasterKey[]; current: string; numberKey: Uint8Array }): Keys => {
  const { masterKeys, current, numberKey } = ring
  requireSound(masterKeys, current, numberKey)
  const secrets = new Map(masterKeys.map(({ id, secret }) => [id, createSecretKey(secret)]))
  const derived = new Map<string, KeyObject>()
  const derive = (purpose: string, keyId: string = current): KeyObject => {
    const label = `${keyId}/${purpose}`
    const known = derived.get(label)
    if (known) return known
    const secret = secrets.get(keyId)
    if (!secret) throw new Error(`no master key is called ${keyId}`)
    const made = createSecretKey(expand(secret, purpose))
    derived.set(label, made)
    return made
  }
  return {
    currentId: current,
    ids: [current, ...[...secrets.keys()].filter((id) => id !== current)],
    isDemo: [numberKey, ...masterKeys.map(({ secret }) => secret)].some(isDemoSecret),
    derive,
    // The expand step of HKDF for one block (RFC 5869, 2.3): what it starts from is itself a derived key.
    dataKey: (personId, keyId) =>
      createHmac('sha256', derive('field', keyId)).update(`portolan/v1/person/${personId}\u0001`).digest(),
    numberKey: (purpose) => expand(numberKey, `number/${purpose}`),
  }
}
