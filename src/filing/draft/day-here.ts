import type { AgencyPack } from '../../agency/index.ts'
import type { Day } from '../definition/definition.ts'

/** The calendar day of an instant where the agency is: the one that dates, fees and editions are judged by. */
export const dayHere = (agency: AgencyPack, now: Temporal.Instant): Day =>
  now.toZonedDateTimeISO(agency.timeZone).toPlainDate().toString()
