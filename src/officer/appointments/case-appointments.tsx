import type { AgencyPack } from '../../agency/index.ts'
import { type Appointment, kindWords, whenThere } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Tag } from '../../ui/index.ts'

const tags = { booked: 'wait', 'to-rebook': 'act', attended: 'good', missed: 'plain', cancelled: 'plain' } as const

/** The appointments of a case, each with the way to it. */
export function AppointmentList({ t, agency, appointments }: { t: Text; agency: AgencyPack; appointments: readonly Appointment[] }) {
  if (appointments.length === 0) return <p>{t('appointments.file.none')}</p>
  return (
    <ul class="plain-list">
      {appointments.map((its) => (
        <li key={its.id}>
          <a href={officePaths.caseAppointment({ receiptNumber: its.receiptNumber, appointment: its.id })}>{kindWords(agency, t, its.kind)}</a>{' '}
          <Tag kind={tags[its.state]}>{t(`appointments.office.state.${its.state}`)}</Tag>
          <br />
          <span class="muted">{whenThere(agency, t, its)}</span>
        </li>
      ))}
    </ul>
  )
}
