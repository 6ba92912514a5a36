import type { AgencyPack, NeededCheck } from '../../agency/index.ts'
import type { Appointment } from '../../correspondence/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const checkOutcomes = ['clear', 'hit'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** `expired`: it was clear, and too long ago to count. */
export type CheckState = 'missing' | 'clear' | 'hit' | 'expired'

export interface CheckResult {
  readonly gate: string
  readonly outcome: CheckOutcome
  readonly doneOn: Temporal.PlainDate
}

/** An appointment that a check can rest on. */
export interface Visit {
  readonly kind: string
  readonly state: Appointment['state']
  readonly on: Temporal.PlainDate
}

export interface StandingCheck {
  readonly gate: string
  readonly state: CheckState
  readonly doneOn: Temporal.PlainDate | null
  /** The first day on which it no longer counts; null: there is no result. */
  readonly expiresOn: Temporal.PlainDate | null
  /** What is known of the appointment for it: the one that was kept, else the last one; null: none is needed for this check. */
  readonly visit: Pick<Visit, 'state' | 'on'> | 'none' | null
}

/** The checks that a case of this form needs before it is approved. */
export const neededChecks = ({ decisions }: AgencyPack, form: string): readonly NeededCheck[] => decisions.checks.filter(({ forms }) => forms.includes(form))

/** What the appointments of a case, the newest first, say of a check: that somebody came, or why nobody did. */
function visitFor({ attended }: NeededCheck, visits: readonly Visit[]): StandingCheck['visit'] {
  if (attended === undefined) return null
  const all = visits.filter(({ kind }) => kind === attended)
  return all.find(({ state }) => state === 'attended') ?? all[0] ?? 'none'
}

const later = (one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined) =>
  !one || !other ? (one ?? other) : Temporal.PlainDate.compare(one, other) < 0 ? other : one

/**
 * How each check that a case needs stands on a day: the newest result of each counts, whatever an older one says. Where an
 * appointment answers it, its person having come is as good as a clear result of that day; what was found stands whoever came.
 */
export function standingChecks(agency: AgencyPack, form: string, { results, visits }: { results: readonly CheckResult[]; visits: readonly Visit[] }, today: Temporal.PlainDate): StandingCheck[] {
  return neededChecks(agency, form).map((needed) => {
    const { gate, validMonths } = needed
    const newest = results.find((result) => result.gate === gate)
    const visit = visitFor(needed, visits)
    const cameOn = visit !== null && visit !== 'none' && visit.state === 'attended' ? visit.on : undefined
    const isHit = newest?.outcome === 'hit'
    const doneOn = isHit ? newest.doneOn : later(newest?.doneOn, cameOn)
    if (!doneOn) return { gate, state: 'missing', doneOn: null, expiresOn: null, visit }
    const expiresOn = doneOn.add({ months: validMonths })
    const isOver = Temporal.PlainDate.compare(today, expiresOn) >= 0
    return { gate, state: isHit ? 'hit' : isOver ? 'expired' : 'clear', doneOn, expiresOn, visit }
  })
}

/** What stands in the way of an approval. */
export const checksInWay = (checks: readonly StandingCheck[]): StandingCheck[] => checks.filter(({ state }) => state !== 'clear')

type Sealed = { table: 'officer.check_result'; column: 'note_sealed' } | { table: 'officer.interview_note'; column: 'sealed' }
const checkNote: Sealed = { table: 'officer.check_result', column: 'note_sealed' }
const interviewNote: Sealed = { table: 'officer.interview_note', column: 'sealed' }

export const sealCheckNote = (keys: Keys, caseId: string, row: string, text: string): Buffer | null =>
  text === '' ? null : sealText(keys, { person: caseId, row, ...checkNote }, text)
export const openCheckNote = (keys: Keys, caseId: string, row: string, sealed: Uint8Array | null): string =>
  sealed === null ? '' : openText(keys, { person: caseId, row, ...checkNote }, sealed)
export const sealInterviewNote = (keys: Keys, caseId: string, row: string, text: string): Buffer => sealText(keys, { person: caseId, row, ...interviewNote }, text)
export const openInterviewNote = (keys: Keys, caseId: string, row: string, sealed: Uint8Array): string => openText(keys, { person: caseId, row, ...interviewNote }, sealed)
