import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { shownPhone } from '../../platform/phone-number.ts'
import { AddressText } from '../../profile/index.ts'
import { authorityName, isCertified, LicenceFacts, type LicenceForOffice, LicenceTags } from '../../representation/index.ts'
import { Card, FactsList, InstantText } from '../../ui/index.ts'

export interface LicenceShown {
  t: Text
  agency: AgencyPack
  found: LicenceForOffice
  today: Temporal.PlainDate
}

/** What is claimed, as its representative states it. */
export const LicenceCard = ({ t, agency, found: { licence }, today }: LicenceShown) => (
  <Card title={authorityName(agency, t, licence.authority)}>
    <p>
      <LicenceTags t={t} licence={licence} today={today} />
    </p>
    <LicenceFacts t={t} licence={licence} />
    <p class="muted">{t.rich('practice.office.stated', { at: <InstantText t={t} at={licence.statedAt} /> })}</p>
  </Card>
)

/** Who claims it: the name, where they work, and whether they certified. */
export function WhoCard({ t, agency, found: { name, practice, licence } }: LicenceShown) {
  const none = t('practice.details.none')
  const certified = practice?.certification && isCertified(practice, agency.representatives.certification) ? practice.certification : null
  const contact = practice?.contact
  return (
    <Card title={t('practice.office.who')}>
      <FactsList
        facts={[
          { name: t('practice.details.name'), value: <bdi>{name ?? none}</bdi> },
          { name: t('practice.details.kind'), value: t(`practice.kind.${practice?.kind ?? licence.kind}`) },
          { name: t('practice.details.organization'), value: <bdi>{practice?.organization || none}</bdi> },
          { name: t('practice.details.address'), value: contact ? <AddressText t={t} address={contact.address} /> : none },
          { name: t('practice.details.phone'), value: contact ? <bdi dir="ltr">{shownPhone(contact.phone, agency.country)}</bdi> : none },
          { name: t('practice.details.email'), value: contact ? <bdi dir="ltr">{contact.email}</bdi> : none },
          {
            name: t('practice.certified.card'),
            value: certified
              ? t.rich('practice.certified.at', { at: t.instant(certified.at), name: <bdi>{certified.name}</bdi>, kind: t(`practice.kind.${certified.kind}`) })
              : t('practice.office.not-certified'),
          },
        ]}
      />
    </Card>
  )
}

/** What else they state, so that one look settles what belongs together. */
export function OthersCard({ t, agency, found: { others }, today }: LicenceShown) {
  if (others.length === 0) return null
  return (
    <Card title={t('practice.office.others')}>
      <ul class="plain-list">
        {others.map((licence) => (
          <li key={licence.id}>
            {authorityName(agency, t, licence.authority)} <LicenceTags t={t} licence={licence} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
