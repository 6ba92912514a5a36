import { enterStatusWhere, tellOfCase } from '../../cases/index.ts'
import { type MessageKey, textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Appointment } from './appointment.ts'

export type Telling = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

type Told = Pick<Appointment, 'caseId' | 'receiptNumber'>

/**
 * What everybody on the case gets to know of an appointment: the status that follows from it, where the table lets it follow, and
 * that there is news. Why is written into the course for the office.
 */
export async function tellOfAppointment(context: Telling, { caseId, receiptNumber }: Told, { status, why }: { status: string | undefined; why: MessageKey }): Promise<void> {
  const { agency } = context.services
  const reason = textOf(agency.languageOfRecord, agency.timeZone)(why)
  const entered = status !== undefined && (await enterStatusWhere(context, { receiptNumber, status, reason }, ({ next }) => next.includes(status)))
  if (!entered) await tellOfCase(context, caseId, receiptNumber)
}
