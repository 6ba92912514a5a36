import { agencyText } from '../../agency/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { issueNotice } from '../notices/index.ts'
import { type Appointment, kindOf, officeOf, whyNotMoved } from './appointment.ts'
import { findNoticeOfAppointment, updateNotice } from './appointment-store.ts'
import type { Telling } from './tell.ts'

interface Change {
  /** The time it had. */
  readonly before: Temporal.Instant
  /** Why, as a code of the pack; null: nobody has to say. */
  readonly why: { readonly list: 'closing' | 'cancelled'; readonly code: string } | null
}

/** The office as it stands on an envelope, in the agency's own language: names and addresses are not translated. */
function placeOf({ services: { agency } }: Pick<Telling, 'services'>, office: string): string {
  const name = agencyText(agency, textOf(agency.languageOfRecord, agency.timeZone), 'agency', `office.${office}`)
  return [name, ...(officeOf(agency, office).address ?? [])].join(', ')
}

const words = (key: string) => ({ file: 'appointments', key })

/** The words of a notice that are the same whenever it is written. */
function valuesOf(context: Telling, its: Appointment) {
  const { agency } = context.services
  const { timeZone } = officeOf(agency, its.office)
  const mayMove = whyNotMoved(agency, its, context.now) === null
  return {
    purpose: words(`kind.${its.kind}`),
    startsAt: { at: its.startsAt, timeZone },
    place: placeOf(context, its.office),
    bring: kindOf(agency, its.kind).bring.map((thing) => ({ title: words(`bring.${thing}`) })),
    changeBy: mayMove ? { at: its.startsAt.subtract({ hours: agency.appointments.hoursBeforeLeast }), timeZone } : null,
  }
}

const whyOf = ({ why }: Change) => (why ? words(`${why.list}.${why.code}`) : null)

/** The notice of an appointment that was made, or was given another time: it takes the place of the one before. */
export async function noteTime(context: Telling, its: Appointment, { source, change }: { source: string; change?: Change }): Promise<void> {
  const replaces = await findNoticeOfAppointment(context.tx, its.id)
  const { timeZone } = officeOf(context.services.agency, its.office)
  const changed = change ? { before: { at: change.before, timeZone }, why: whyOf(change) } : {}
  const about = { caseId: its.caseId, receiptNumber: its.receiptNumber, kind: change ? 'appointment-changed' : 'appointment' }
  const { notice } = await issueNotice(context, { ...about, source, replaces, values: { ...valuesOf(context, its), ...changed } })
  await updateNotice(context.tx, its.id, notice)
}

/** The notice that nobody is to come at the time that was told: it was cancelled, or closed and no other is free. */
export async function noteOff(context: Telling, its: Appointment, { source, change, waits }: { source: string; change: Change; waits: boolean }): Promise<void> {
  const { tx } = context
  const { timeZone } = officeOf(context.services.agency, its.office)
  const before = await findNoticeOfAppointment(tx, its.id)
  const values = { purpose: words(`kind.${its.kind}`), before: { at: change.before, timeZone }, place: placeOf(context, its.office), why: whyOf(change), next: words(waits ? 'off.waits' : 'off.nothing') }
  const { notice } = await issueNotice(context, { caseId: its.caseId, receiptNumber: its.receiptNumber, kind: 'appointment-off', source, replaces: before, values })
  await updateNotice(tx, its.id, notice)
}
