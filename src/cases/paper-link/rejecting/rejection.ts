import { keyedHash } from '../../../platform/crypto/keyed-hash.ts'
import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { Addressee } from '../letter/addressee.ts'
import type { FactsOf } from '../letter/letters.ts'

/** A form on paper that is not accepted, as somebody of the office typed it. */
export interface Rejection {
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  /** Of the pack's `paperRejections`, one at least. */
  readonly reasons: readonly string[]
  /** What was paid with it, and whether it goes back; null: nothing was taken. */
  readonly fee: { readonly cents: number; readonly isReturned: boolean } | null
  readonly sender: Addressee
}

const place = (id: string) => ({ person: id, table: 'cases.paper_rejection', row: id, column: 'sealed' })

/** Who sent the form, sealed for the rejection. */
export const sealSender = (keys: Keys, id: string, sender: Addressee): Buffer => sealText(keys, place(id), JSON.stringify(sender))

/** Throws SealBroken for what was changed or is another's. */
export const openSender = (keys: Keys, id: string, sealed: Buffer): Addressee => JSON.parse(openText(keys, place(id), sealed))

/** What is confirmed has to be what was looked at: one mark for all that it says. */
export const rejectionMark = (keys: Keys, rejection: Rejection): string => keyedHash(keys, 'rejection-look', JSON.stringify(rejection))

/** What its letter says. There is no receipt number: no case is opened. */
export const rejectionFacts = ({ form, receivedOn, reasons, fee, sender }: Rejection, language: string, at: Temporal.Instant): FactsOf<'filing-rejected'> => ({
  ...{ addressee: sender, receiptNumber: null, form, receivedOn, language, writtenAt: at },
  ...{ reasons, fee },
})
