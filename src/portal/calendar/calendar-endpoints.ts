import { representative, signedIn } from '../../accounts/index.ts'
import { byNearest, caseFor, listCasesOf, parseReceiptNumber, receiptNumberEnding } from '../../cases/index.ts'
import { calendarFile } from '../../platform/calendar/calendar-file.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import type { Services } from '../../platform/services.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { clientDates } from '../../representation/index.ts'
import { listedOf, taskEntries } from './task-entries.ts'

type Given = { readonly t: Text; readonly services: Pick<Services, 'publicUrl' | 'clock'> }

function calendarAnswer({ t, services }: Given, fileName: string, listed: Parameters<typeof taskEntries>[1]) {
  const entries = taskEntries({ t, publicUrl: services.publicUrl }, listed)
  const body = calendarFile({ name: t('calendar.name'), entries, stampedAt: services.clock.now() })
  return fileAnswer({ body, contentType: 'text/calendar; charset=utf-8', fileName })
}

/** `/cases/<receipt number>/calendar.ics`: the dates of what is asked on a case, for its own people. */
export const caseCalendarEndpoint = endpoint({
  path: paths.caseCalendar,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('A person takes the dates of their own case'),
  run: async (context) => {
    const { services, params } = context
    const parsed = parseReceiptNumber(params.receiptNumber, services.agency.receipts.prefixes)
    const own = parsed.ok ? await context.read(caseFor, { receiptNumber: parsed.number }) : null
    if (!own) return notFound
    return calendarAnswer(context, `calendar-${receiptNumberEnding(own.receiptNumber)}.ics`, listedOf(own))
  },
})

/** `/account/calendar.ics`: the same of all cases of a person. */
export const accountCalendarEndpoint = endpoint({
  path: paths.accountCalendar,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('A person takes the dates of their own cases'),
  run: async (context) => {
    const cases = await context.read(listCasesOf, {})
    if (!cases) return notFound
    return calendarAnswer(context, 'calendar.ics', cases.own.flatMap(listedOf).sort((one, other) => byNearest(one.task, other.task)))
  },
})

/** `/clients/calendar.ics`: the same of the cases of all clients of a representative, the nearest first. */
export const clientCalendarEndpoint = endpoint({
  path: paths.clientCalendar,
  method: 'GET',
  access: representative,
  audit: recordsNothing('A representative takes the dates of their own clients'),
  run: async (context) => {
    const dates = await context.read(clientDates, {})
    if (!dates) return notFound
    return calendarAnswer(context, 'calendar.ics', dates.map(({ task, receiptNumber }) => ({ task, receiptNumber, isDropped: false })))
  },
})
