import type { AgencyPack, InquiryReason, StatusEntry } from '../../agency/index.ts'
import type { UsualTime } from '../../cases/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const inquiryCharactersMost = 2000

/** A question about a case with one of the agency's reasons, and its answer. */
export interface Inquiry {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly side: 'person' | 'representative'
  readonly reason: string
  readonly text: string
  readonly at: Temporal.Instant
  /** By when an answer can be expected. */
  readonly expectedOn: Temporal.PlainDate
  /** Null: it waits. */
  readonly answer: { readonly at: Temporal.Instant; readonly outcome: string; readonly text: string } | null
}

const place = (caseId: string, id: string, column: 'sealed' | 'answer_sealed') => ({ person: caseId, table: 'correspondence.inquiry', row: id, column })

export const sealInquiry = (keys: Keys, caseId: string, id: string, text: string, column: 'sealed' | 'answer_sealed' = 'sealed'): Buffer =>
  sealText(keys, place(caseId, id, column), text)
export const openInquiry = (keys: Keys, caseId: string, id: string, sealed: Uint8Array, column: 'sealed' | 'answer_sealed' = 'sealed'): string =>
  openText(keys, place(caseId, id, column), sealed)

/** Where a case stands, as far as it matters to what can be asked about it. */
export interface Standing {
  readonly form: string
  readonly status: StatusEntry
  readonly statusOn: Temporal.PlainDate
  readonly receivedOn: Temporal.PlainDate
}

/** Why a reason is not one yet. `usual-time` and `wait`: until a day; `status`: not as the case stands; `over`: it is decided or closed. */
export type NotYet =
  | { readonly because: 'usual-time' | 'wait'; readonly until: Temporal.PlainDate; readonly days: number }
  | { readonly because: 'status' | 'over' }

const waitUntil = (from: Temporal.PlainDate, days: number, today: Temporal.PlainDate, because: 'usual-time' | 'wait'): NotYet | null => {
  const until = from.add({ days })
  return Temporal.PlainDate.compare(today, until) < 0 ? { because, until, days } : null
}

/** Why a question with this reason would be too early; null: it can be asked. A form of which we know no usual time is never too early by it. */
export function notYet(reason: InquiryReason, { form, status, statusOn, receivedOn }: Standing, { usual, today }: { usual: ReadonlyMap<string, UsualTime>; today: Temporal.PlainDate }): NotYet | null {
  if (reason.pending && (status.final || status.decides || status.group === 'card')) return { because: 'over' }
  if (reason.statuses && !reason.statuses.includes(status.code)) return { because: 'status' }
  const time = reason.usualTime ? usual.get(form) : undefined
  if (time) return waitUntil(receivedOn, time.upperDays, today, 'usual-time')
  return reason.afterDays ? waitUntil(statusOn, reason.afterDays, today, 'wait') : null
}

/** So many working days from a day, Monday to Friday; a holiday among them is the office's to catch up. */
export function workingDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let [reached, left] = [day, count]
  while (left > 0) {
    reached = reached.add({ days: 1 })
    if (reached.dayOfWeek <= 5) left -= 1
  }
  return reached
}

export const reasonOf = (agency: AgencyPack, id: string): InquiryReason | undefined => agency.inquiries.reasons.find((each) => each.id === id)
