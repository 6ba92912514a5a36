import { closeDay, closeRefusals, closeTime, openTimes, reopenDay } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

const mayKeepTimes = whoMay('keep-appointment-times')

interface DaysToOpen {
  readonly office: string
  readonly kind: string
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** **Open these days** of an office for one kind of appointment. */
export const openDays = operation({
  name: 'officer.open-appointment-days',
  allow: (actor, _days: DaysToOpen) => mayKeepTimes(actor),
  refusals: ['not-held-there', 'too-long'],
  async run(context, days) {
    const opened = await openTimes(context, days)
    context.audit({ detail: { office: days.office, kind: days.kind, from: `${days.from}`, until: `${days.until}` } })
    return typeof opened === 'string' ? context.refuse(opened) : opened
  },
})

/** **Close** one time, or a whole day, of an office. Whoever is booked gets another time or waits for one, and is told. */
export const closeTimes = operation({
  name: 'officer.close-appointment-times',
  allow: (actor, _input: { office: string; day: Temporal.PlainDate; slot: string | null; why: string }) => mayKeepTimes(actor),
  refusals: closeRefusals,
  async run(context, { office, day, slot, why }) {
    const { services, refuse, audit } = context
    audit({ detail: { office: office.slice(0, 60), day: `${day}`, why: why.slice(0, 40) } })
    if (!services.agency.offices.some(({ id }) => id === office) || (slot !== null && !isId(slot))) return refuse('unknown-time')
    const closed = slot === null ? await closeDay(context, { office, day, why }) : await closeTime(context, { office, slot, why })
    return typeof closed === 'string' ? refuse(closed) : closed
  },
})

/** **Open the closed times again**, of one day. */
export const reopenTimes = operation({
  name: 'officer.reopen-appointment-times',
  allow: (actor, _input: { office: string; day: Temporal.PlainDate }) => mayKeepTimes(actor),
  refusals: ['unknown-time'],
  async run(context, { office, day }) {
    const { services, refuse, audit } = context
    audit({ detail: { office: office.slice(0, 60), day: `${day}` } })
    if (!services.agency.offices.some(({ id }) => id === office)) return refuse('unknown-time')
    return reopenDay(context, { office, day })
  },
})
