import type { AgencyPack } from '../../agency/index.ts'
import type { OwnCase, PersonOnCase } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import type { ShownPractice } from '../../representation/index.ts'
import { Card } from '../../ui/index.ts'
import { RepresentativeList } from '../representatives/representatives-card.tsx'

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

function Person({ t, person: { role, since, themselves } }: { t: Text; person: PersonOnCase }) {
  return (
    <p>
      <strong>{t(themselves ? 'people.you' : 'people.other', { role: t(`people.role.${role}`) })}</strong>
      <br />
      {t('people.since', { day: dayOf(t, since) })}
    </p>
  )
}

type PeopleProps = { t: Text; agency: AgencyPack; own: OwnCase; practices: ReadonlyMap<string, ShownPractice | null> }

/** Who is on the case, in what role and since when. Whoever's case it is sees their representatives by name and practice, and ends them. */
export function People({ t, agency, own, practices }: PeopleProps) {
  const isRepresentative = own.role === 'representative'
  const listed = own.people.filter(({ role }) => isRepresentative || role !== 'representative')
  return (
    <Card title={t('people.title')}>
      <ul class="plain-list">
        {listed.map((person, place) => (
          <li key={place}>
            <Person t={t} person={person} />
          </li>
        ))}
      </ul>
      {isRepresentative ? null : <RepresentativeList t={t} agency={agency} receiptNumber={own.receiptNumber} representatives={own.representatives} practices={practices} />}
    </Card>
  )
}
