import type { Selectable } from 'kysely'
import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import { type CodeShape, newCode, parseCode, showCode } from '../../platform/numbers/crockford.ts'

export type SupportRequest = Selectable<DB['accounts.support_request']>

/** `report`: of somebody who deceives people; it has a page of its own. */
export const supportTopics = ['cannot-sign-in', 'no-code', 'lost-phone', 'wrong-data', 'something-else', 'report'] as const
export type SupportTopic = (typeof supportTopics)[number]

/** What is asked about on the page of support itself. */
export const askedTopics = supportTopics.filter((topic) => topic !== 'report')

/** What support answers, word for word the same to everyone: no answer carries anything of a person. */
export const supportAnswers = [
  'look-for-mail',
  'use-backup-code',
  'reset-password',
  'ask-for-recovery',
  'come-in-person',
  'change-in-account',
  'ask-about-case',
  'report-taken-up',
  'report-looked-at',
  'report-elsewhere',
] as const
export type SupportAnswer = (typeof supportAnswers)[number]

/** A report has answers of its own, and no other request has them. */
export const answersTo = (topic: SupportTopic): readonly SupportAnswer[] => supportAnswers.filter((answer) => answer.startsWith('report-') === (topic === 'report'))

export type SupportStepKind =
  | 'opened'
  | 'answered'
  | 'sent-again'
  | 'recovery-cancelled'
  | 'identity-recorded'
  | 'identity-confirmed'
  | 'closed'

/** Steps that the person is told of: looking and recording are the office's own. */
export const toldSteps = ['answered', 'sent-again', 'recovery-cancelled', 'identity-confirmed', 'closed'] as const

/** 40 bits and a check character: read over a telephone, and never a key to anything. */
const trackingNumberShape: CodeShape = { characters: 8, check: true }

export const newTrackingNumber = () => newCode(trackingNumberShape)
export const showTrackingNumber = (number: string) => showCode(number)

/** A typed tracking number as it is kept; null when it cannot be one. */
export function parseTrackingNumber(typed: string): string | null {
  const read = parseCode(typed, trackingNumberShape)
  return read.ok ? read.code : null
}

type Sealed = 'address_sealed' | 'message_sealed'

const place = (request: string, column: Sealed): FieldPlace => ({
  person: request,
  table: 'accounts.support_request',
  row: request,
  column,
})

export const sealOfRequest = (keys: Keys, request: string, column: Sealed, text: string): Buffer =>
  sealText(keys, place(request, column), text)

export const openOfRequest = (keys: Keys, request: string, column: Sealed, sealed: Buffer): string =>
  openText(keys, place(request, column), sealed)

/** `m•••@example.test`: enough to say “the one at example.test”, too little to write to. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${[...name][0] ?? ''}•••@${host}`
}
