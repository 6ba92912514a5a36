import { randomBytes } from 'node:crypto'
import type { MasterKey } from './keys.ts'

export type KeyTextFault =
  | 'master-key-missing'
  | 'number-key-missing'
  | 'key-entry-malformed'
  | 'key-secret-not-32-bytes'
  | 'key-id-twice'

export type KeyRing = { masterKeys: MasterKey[]; current: string; numberKey: Buffer }

/** The first bytes of every secret the demo makes, so that a renamed or copied demo key is still known as one. */
export const demoMark = Buffer.from('demo')

export const isDemoSecret = (secret: Uint8Array): boolean => demoMark.equals(secret.subarray(0, demoMark.length))

const entryPattern = /^([a-z0-9][a-z0-9-]{0,15}):([A-Za-z0-9_-]{43})=?$/

/**
 * Reads the text of MASTER_KEY or of the file MASTER_KEY_FILE names: entries `<id>:<32 bytes in base64url>` divided by
 * white space or commas, `#` to the end of the line a remark. The first is the current key, the others are older ones
 * still needed for reading; the entry with the id `number` is the number key.
 * @returns the ring, or every fault at once; never throws, and never repeats what it read
 */
export const parseMasterKey = (text: string): { ok: true; ring: KeyRing } | { ok: false; faults: KeyTextFault[] } => {
  const faults = new Set<KeyTextFault>()
  const found = new Map<string, Buffer>()
  for (const entry of text
    .replace(/#.*$/gm, '')
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const [, id, secret] = entryPattern.exec(entry) ?? []
    if (!id || !secret)
      faults.add(/^[a-z0-9-]+:[\w+/=-]+$/.test(entry) ? 'key-secret-not-32-bytes' : 'key-entry-malformed')
    else if (found.has(id)) faults.add('key-id-twice')
    else found.set(id, Buffer.from(secret, 'base64url'))
  }
  const numberKey = found.get('number')
  const masterKeys = [...found].filter(([id]) => id !== 'number').map(([id, secret]) => ({ id, secret }))
  const first = masterKeys[0]
  if (!first) faults.add('master-key-missing')
  if (!numberKey) faults.add('number-key-missing')
  if (!first || !numberKey || faults.size > 0) return { ok: false, faults: [...faults] }
  return { ok: true, ring: { masterKeys, current: first.id, numberKey } }
}

/** The text `parseMasterKey` reads. */
export const writeMasterKey = (ring: KeyRing): string =>
  [
    ...ring.masterKeys.toSorted((a, b) => Number(b.id === ring.current) - Number(a.id === ring.current)),
    { id: 'number', secret: ring.numberKey },
  ]
    .map(({ id, secret }) => `${id}:${Buffer.from(secret).toString('base64url')}\n`)
    .join('')

/** A fresh ring with one master key; `mark` goes before the random bytes of the demo's secrets. */
export const newRing = (id: string, mark: Buffer = Buffer.alloc(0)): KeyRing => {
  const secret = () => Buffer.concat([mark, randomBytes(32 - mark.length)])
  return { masterKeys: [{ id, secret: secret() }], current: id, numberKey: secret() }
}

/** The ring with a new current key before the ones it had; the number key stays. */
export const rotatedRing = (ring: KeyRing, id: string): KeyRing => {
  const fresh = newRing(id)
  return { ...ring, masterKeys: [...fresh.masterKeys, ...ring.masterKeys], current: id }
}
