import type { Text } from '../../../platform/i18n/text.ts'
import type { LetterBlock } from '../../../platform/pdf/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { Addressee } from './addressee.ts'

export type LetterServices = Pick<Services, 'agency' | 'publicUrl' | 'mode'>

/** What every letter about a form on paper is written from. No birth date and no A-Number: mail is opened by others. */
export interface LetterFacts {
  readonly addressee: Addressee
  /** Null: the filing has none. */
  readonly receiptNumber: string | null
  /** Its code in the pack's catalogue. */
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  /** The addressee's; the letter is in it and in the pack's language of record. */
  readonly language: string
  /** Its date is the agency's day then. */
  readonly writtenAt: Temporal.Instant
}

/** Who a letter about a code goes to: each has a code of their own and uses it in a place of their own. */
export interface CodeFacts extends LetterFacts {
  readonly receiptNumber: string
  readonly role: 'applicant' | 'representative'
  /** The addressee's own. Null for a representative who has none that we know; the client's is never told to them. */
  readonly onlineAccountNumber: string | null
  /** The last day on which the code works. */
  readonly expiresOn: Temporal.PlainDate
  /** Where an applicant claims the case. It is printed as it is, so it holds no number and no code. */
  readonly claimUrl: string
}

/** A letter being written, in one language. */
export interface Writing<F extends LetterFacts = LetterFacts> {
  readonly t: Text
  readonly services: LetterServices
  readonly facts: F
  /** “Form I-90” */
  readonly form: string
}

export interface LetterContent {
  readonly title: string
  readonly body: readonly LetterBlock[]
}

/** A kind of letter: what it says, from the top, in whichever language it is being written. */
export type LetterKind<F extends LetterFacts> = (writing: Writing<F>) => LetterContent
