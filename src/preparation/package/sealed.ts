import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

type OfPackage = 'form_sealed' | 'appearance_sealed'
type OfAnswer = 'name_sealed' | 'reason_sealed'

const packagePlace = (of: { readonly id: string; readonly representative: string }, column: OfPackage) => ({
  person: of.representative,
  table: 'preparation.package',
  row: of.id,
  column,
})

/** A text of a package, sealed for the representative who laid it. */
export const sealPackaged = (keys: Keys, of: { readonly id: string; readonly representative: string }, column: OfPackage, text: string): Buffer =>
  sealText(keys, packagePlace(of, column), text)

export const openPackaged = (keys: Keys, of: { readonly id: string; readonly representative: string }, column: OfPackage, sealed: Buffer): string =>
  openText(keys, packagePlace(of, column), sealed)

const answerPlace = (of: { readonly id: string; readonly account: string }, column: OfAnswer) => ({
  person: of.account,
  table: 'preparation.answer',
  row: of.id,
  column,
})

/** The name typed under a document, or the reason why it was declined, sealed for who gave it. */
export const sealAnswered = (keys: Keys, of: { readonly id: string; readonly account: string }, column: OfAnswer, text: string): Buffer =>
  sealText(keys, answerPlace(of, column), text)

export const openAnswered = (keys: Keys, of: { readonly id: string; readonly account: string }, column: OfAnswer, sealed: Buffer): string =>
  openText(keys, answerPlace(of, column), sealed)
