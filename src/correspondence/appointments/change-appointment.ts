import { partyCase } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { cannotMove, isOpen, kindOf, sealWords, whyNotMoved } from './appointment.ts'
import { appointmentOf, findAppointment, lockAppointment, updateAppointment } from './appointment-store.ts'
import { lockedSlot, putInto } from './book-appointment.ts'
import { isSomebody } from './own-appointments.ts'
import { offeredFrom } from './slot-times.ts'
import { isPressed } from './step-store.ts'
import { tellJob } from './tell-of-change.ts'

interface Named {
  readonly receiptNumber: string
  readonly appointment: string
}

export interface Change extends Named {
  readonly slot: string
  /** One of the agency's good causes. */
  readonly why: string
  /** In own words; empty where the reason says it all. */
  readonly words: string
  readonly press: string
}

/**
 * A person of the case, or who represents them, takes another time at the same office. Time and place are judged once both are
 * locked: of two who want the last place the second is told that it is taken. Everybody on the case is told by a job of this commit.
 */
export const changeAppointment = operation({
  name: 'appointments.change',
  allow: (actor, _change: Change) => isSomebody(actor),
  refusals: ['unknown-appointment', 'unknown-reason', 'slot-taken', ...cannotMove],
  async run(context, { receiptNumber, appointment, slot, why, words, press }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore, enqueue } = context
    const on = isId(appointment) ? await partyCase(context, receiptNumber, 'move-appointments') : null
    const before = on && (await findAppointment(tx, { id: appointment, receiptNumber }))
    if (!on || !before) return refuse('unknown-appointment')
    audit({ subject: on.id, account: actor.id as string, detail: { appointment } })
    const found = isId(slot) ? await lockedSlot(context, slot, [before]) : null
    const row = await lockAppointment(tx, appointment)
    if (!row) return refuse('not-open')
    if (await isPressed(tx, { press, appointment })) {
      recordedBefore()
      return { appointment }
    }
    const its = appointmentOf(row)
    const cannot = whyNotMoved(services.agency, its, now)
    if (cannot) return refuse(cannot)
    if (!services.agency.appointments.reasons.includes(why)) return refuse('unknown-reason')
    const fits = found && found.office === row.office && found.kind === row.kind && found.id !== row.slot
    if (!fits || Temporal.Instant.compare(found.starts_at, offeredFrom(services.agency, now)) < 0) return refuse('slot-taken')
    const wordsSealed = words === '' ? null : sealWords(services.keys, on.id, 'words_sealed', press, words)
    await putInto(context, its, found, { press, by: { side: on.role === 'representative' ? 'representative' : 'person', why, wordsSealed } })
    await enqueue(tellJob, { step: press }, { jobKey: `appointment ${press}` })
    return { appointment }
  },
})

/** What somebody needs to be able to come: a place for a wheelchair, an interpreter of signs, a quiet room. The office reads it. */
export const keepNeeds = operation({
  name: 'appointments.keep-needs',
  allow: (actor, _needs: Named & { needs: string }) => isSomebody(actor),
  refusals: ['unknown-appointment', 'not-open'],
  async run(context, { receiptNumber, appointment, needs }) {
    const { tx, actor, services, refuse, audit } = context
    const found = isId(appointment) ? await findAppointment(tx, { id: appointment, receiptNumber }) : undefined
    if (!found) return refuse('unknown-appointment')
    audit({ subject: found.case, account: actor.id as string, detail: { appointment, kind: kindOf(services.agency, found.kind).id } })
    const row = await lockAppointment(tx, appointment)
    if (!row || !isOpen(appointmentOf(row))) return refuse('not-open')
    await updateAppointment(tx, appointment, { needs_sealed: needs === '' ? null : sealWords(services.keys, row.case, 'needs_sealed', appointment, needs) })
    return { appointment }
  },
})
