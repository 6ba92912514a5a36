import { createHmac } from 'node:crypto'
import { openText, sealText } from '../../platform/crypto/field.ts'
import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { accessCodeShape, checkCharacter, crockfordAlphabet } from '../../platform/numbers/crockford.ts'

/** How long a representative passcode opens what it was issued for. */
export const passcodeDays = 30

/** How many are issued for one preparation in all: who guesses is not given more to guess at. */
export const passcodesMost = 10

/** So long the page that shows a code waits to be opened; after that another is issued. */
export const shownWithinMinutes = 10

/** 60 random bits: the keyed hash alone is enough, and is what a preparation is looked up by. */
export const passcodeHash = (keys: Keys, code: string): Buffer => Buffer.from(keyedHash(keys, 'representative-passcode', code))

/** The code of a mailed passcode, derived each time its mail is written: no mail that waits has it. */
export function derivedCode(keys: Keys, { id, keyId }: { readonly id: string; readonly keyId: string }): string {
  const bytes = createHmac('sha256', keys.derive('mailed-passcode', keyId)).update(id).digest()
  const code = [...bytes.subarray(0, accessCodeShape.characters)].map((byte) => crockfordAlphabet.charAt(byte % crockfordAlphabet.length)).join('')
  return code + checkCharacter(code)
}

type Whose = { readonly id: string; readonly representative: string }

const place = ({ id, representative }: Whose) => ({ person: representative, table: 'preparation.passcode', row: id, column: 'shown_sealed' })

export const sealShown = (keys: Keys, whose: Whose, code: string): Buffer => sealText(keys, place(whose), code)
export const openShown = (keys: Keys, whose: Whose, sealed: Buffer): string => openText(keys, place(whose), sealed)
