import { keyedHash, matchesHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { plainName } from '../../profile/index.ts'

const purpose = 'name-on-paper'

/** A typed family name as a job may carry it: its keyed hash, under the current key. */
export const nameMark = (keys: Keys, familyName: string): string => keyedHash(keys, purpose, plainName(familyName))

/** Whether a name on a form is the one that was typed, whatever its accents and capitals. */
export const isMarked = (keys: Keys, familyName: string, mark: string): boolean =>
  matchesHash(keys, purpose, plainName(familyName), mark)
