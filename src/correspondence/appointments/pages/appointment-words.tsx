import { type AgencyPack, agencyText } from '../../../agency/index.ts'
import { officeName } from '../../../cases/index.ts'
import { type Text, textOf } from '../../../platform/i18n/text.ts'
import { Card, DayText, type Fact, FactsList } from '../../../ui/index.ts'
import { type Appointment, endOf, kindOf, officeOf } from '../appointment.ts'

export const kindWords = (agency: AgencyPack, t: Text, kind: string): string => agencyText(agency, t, 'appointments', `kind.${kind}`)

/** The same words by the clock of an office. */
export const atOffice = (agency: AgencyPack, t: Text, office: string): Text => textOf(t.language, officeOf(agency, office).timeZone)

export const dayThere = (agency: AgencyPack, { office, startsAt }: Pick<Appointment, 'office' | 'startsAt'>): Temporal.PlainDate =>
  startsAt.toZonedDateTimeISO(officeOf(agency, office).timeZone).toPlainDate()

/** “Tuesday, December 8, 2026, 10:00 AM CST”, by the clock of the office. */
export function whenThere(agency: AgencyPack, t: Text, its: Pick<Appointment, 'office' | 'startsAt'>): string {
  return `${t.dayWithWeekday(dayThere(agency, its))}, ${atOffice(agency, t, its.office).time(its.startsAt)}`
}

/** Where the clock of the person shows another time than that of the office, theirs is told besides. */
function yourTime(agency: AgencyPack, t: Text, { office, startsAt }: Appointment): Fact[] {
  const [there, here] = [officeOf(agency, office).timeZone, t.timeZone].map((zone) => startsAt.toZonedDateTimeISO(zone).toPlainDateTime())
  return there && here && there.equals(here) ? [] : [{ name: t('appointments.when.yours'), value: <time dateTime={startsAt.toString()}>{t.instant(startsAt)}</time> }]
}

/** Day, time and place, first by the clock of the office. */
export function WhenAndWhere({ t, agency, its }: { t: Text; agency: AgencyPack; its: Appointment }) {
  const office = officeOf(agency, its.office)
  const there = atOffice(agency, t, its.office)
  const until = there.time(endOf(its))
  return (
    <Card title={t('appointments.when')}>
      <FactsList
        facts={[
          { name: t('appointments.when.day'), value: <DayText t={t} day={dayThere(agency, its)} weekday /> },
          { name: t('appointments.when.time'), value: <time dateTime={its.startsAt.toString()}>{t('appointments.when.time.until', { from: there.time(its.startsAt), until })}</time> },
          ...yourTime(agency, t, its),
          { name: t('appointments.when.office'), value: officeName(agency, t, its.office) },
          ...(office.address
            ? [{ name: t('appointments.when.address'), value: <span class="preserved" dir="ltr">{office.address.join('\n')}</span> }]
            : []),
          { name: t('appointments.when.lasts'), value: t('appointments.when.lasts.minutes', { minutes: its.minutes }) },
        ]}
      />
      <p class="muted">{t('appointments.when.zone', { zone: agencyText(agency, t, 'agency', `zone.${office.timeZone}`) })}</p>
    </Card>
  )
}

export const thingsToBring = (agency: AgencyPack, t: Text, kind: string): string[] =>
  kindOf(agency, kind).bring.map((thing) => agencyText(agency, t, 'appointments', `bring.${thing}`))

export function WhatToBring({ t, agency, kind }: { t: Text; agency: AgencyPack; kind: string }) {
  return (
    <Card title={t('appointments.bring')}>
      <p>{agencyText(agency, t, 'appointments', `kind.${kind}.about`)}</p>
      <ul>
        {thingsToBring(agency, t, kind).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Card>
  )
}
