import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

type Place =
  | { readonly table: 'correspondence.transfer' | 'correspondence.motion'; readonly column: 'note_sealed' }
  | { readonly table: 'correspondence.hold'; readonly column: 'note_sealed' | 'release_note_sealed' }
  | { readonly table: 'correspondence.card_step'; readonly column: 'tracking_sealed' }

/** What the office writes of an act, and the number under which a card is found: sealed for the case. */
export const sealOfAct = (keys: Keys, caseId: string, row: string, place: Place, text: string): Buffer => sealText(keys, { person: caseId, row, ...place }, text)

export const openOfAct = (keys: Keys, caseId: string, row: string, place: Place, sealed: Uint8Array): string => openText(keys, { person: caseId, row, ...place }, sealed)
