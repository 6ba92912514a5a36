import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { authorityName } from '../../words.ts'
import type { ShownPractice } from '../shown-practice.ts'
import { Alert } from '../../../ui/index.ts'

type Shown = { t: Text; agency: AgencyPack; practice: ShownPractice | null }
type ShownLicence = ShownPractice['licences'][number]

function lineOf({ t, agency }: Pick<Shown, 't' | 'agency'>, { authority, state, checkedAt, expiresOn, expired }: ShownLicence): string {
  const day = checkedAt ? t.day(checkedAt.toZonedDateTimeISO(t.timeZone).toPlainDate()) : ''
  const found = t(`practice.client.licence.${state}`, { authority: authorityName(agency, t, authority), day })
  const until = expiresOn ? t(expired ? 'practice.client.licence.expired' : 'practice.client.licence.until', { day: t.day(expiresOn) }) : ''
  return `${found} ${until}`.trim()
}

/** To whoever is represented: what their representative says of themself, and which of it the agency verified. */
export function PracticeOf({ t, agency, practice }: Shown) {
  if (!practice) return <p>{t('practice.client.none')}</p>
  const { kind, organization, name, licences } = practice
  const runs = licences.some(({ state, expired }) => state !== 'refused' && !expired)
  return (
    <>
      {licences.length > 0 && !runs ? (
        <Alert kind="warn" title={t('rights.client.ended')}>
          <p>{t('rights.client.ended.about')}</p>
        </Alert>
      ) : null}
      <p>
        {t(`practice.client.kind.${kind}`)} {organization ? t.rich('practice.client.organization', { organization: <bdi>{organization}</bdi> }) : null}{' '}
        {name ? t.rich('practice.client.certified', { name: <bdi>{name}</bdi> }) : t('practice.client.not-certified')}
      </p>
      {licences.length === 0 ? <p>{t('practice.client.no-licence')}</p> : null}
      <ul>
        {licences.map((licence) => (
          <li key={licence.authority}>{lineOf({ t, agency }, licence)}</li>
        ))}
      </ul>
    </>
  )
}
