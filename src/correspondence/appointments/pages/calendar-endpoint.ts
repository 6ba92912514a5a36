import { signedIn } from '../../../accounts/index.ts'
import { officeName } from '../../../cases/index.ts'
import { calendarFile } from '../../../platform/calendar/calendar-file.ts'
import { fileAnswer, notFound } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { endOf, officeOf } from '../appointment.ts'
import { ownAppointment } from '../own-appointments.ts'
import { receiptIn } from './appointment-page.tsx'
import { kindWords, thingsToBring } from './appointment-words.tsx'

/** `/cases/<receipt number>/appointments/<id>/appointment.ics`. It names neither the case nor the person: calendars are shared. */
export const appointmentCalendarEndpoint = endpoint({
  path: paths.appointmentCalendar,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('a person takes a file of their own appointment'),
  run: async (context) => {
    const { t, params, services } = context
    const receiptNumber = receiptIn(context)
    const found = receiptNumber ? await context.read(ownAppointment, { ...params, receiptNumber }) : null
    if (!found || found.appointment.state === 'to-rebook') return notFound
    const { kind, office } = found.appointment
    const url = services.publicUrl + paths.account()
    const bring = thingsToBring(services.agency, t, kind).join('; ')
    const its = found.appointment
    const entry = {
      uid: `appointment-${its.id}@${new URL(services.publicUrl).host}`,
      startsAt: its.startsAt,
      endsAt: endOf(its),
      sequence: its.sequence,
      isCancelled: its.state === 'cancelled',
      title: t('appointments.calendar.summary', { kind: kindWords(services.agency, t, kind) }),
      about: t('appointments.calendar.description', { bring, url }),
      location: [officeName(services.agency, t, office), ...(officeOf(services.agency, office).address ?? [])].join(', '),
      url,
      alarms: [Temporal.Duration.from({ days: 1 }), Temporal.Duration.from({ hours: 2 })],
    }
    const body = calendarFile({ name: '', entries: [entry], stampedAt: its.changedAt, isSingle: true })
    return fileAnswer({ body, contentType: 'text/calendar; charset=utf-8', fileName: 'appointment.ics' })
  },
})
