import { agencyDay, lockForAct } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { type CheckOutcome, neededChecks, sealCheckNote, sealInterviewNote } from './check.ts'
import { insertCheck, insertInterviewNote } from './check-store.ts'

export interface CheckToRecord {
  readonly receiptNumber: string
  readonly press: string
  readonly gate: string
  readonly outcome: CheckOutcome
  readonly doneOn: Temporal.PlainDate
  /** Needed for a hit. */
  readonly note: string
}

/** **Record result**: what a check came to. It counts from now on; what was recorded before stays to be read. */
export const recordCheck = operation({
  name: 'officer.record-check',
  allow: (actor, _input: CheckToRecord) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'no-such-check', 'day-to-come', 'no-note'],
  async run(context, { receiptNumber, press, gate, outcome, doneOn, note }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const found = await openedBehind(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { gate: gate.slice(0, 60), check: outcome } })
    if (!neededChecks(services.agency, found.form).some((each) => each.gate === gate)) return refuse('no-such-check')
    if (Temporal.PlainDate.compare(doneOn, agencyDay(services.agency, now)) > 0) return refuse('day-to-come')
    if (outcome === 'hit' && note === '') return refuse('no-note')
    // The same lock as an approval takes: a hit of the same moment comes before it or after it.
    await lockForAct(context, receiptNumber)
    const row = { id: press, case: found.id, gate, outcome, done_on: doneOn, note_sealed: sealCheckNote(services.keys, found.id, press, note) }
    if (!(await insertCheck(tx, { ...row, staff: actor.id as string, at: now }))) recordedBefore()
    return { caseId: found.id }
  },
})

/** **Keep note**: what was said in an interview. Nothing of it is changed afterwards; what was wrong is said in another one. */
export const writeInterviewNote = operation({
  name: 'officer.write-interview-note',
  allow: (actor, _input: { receiptNumber: string; press: string; text: string }) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  refusals: [...notOpened],
  async run(context, { receiptNumber, press, text }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const found = await openedBehind(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { note: press } })
    const row = { id: press, case: found.id, sealed: sealInterviewNote(services.keys, found.id, press, text), staff: actor.id as string, at: now }
    if (!(await insertInterviewNote(tx, row))) recordedBefore()
    return { caseId: found.id }
  },
})
