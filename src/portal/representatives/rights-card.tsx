import { actsOf, actsOfPersonAlone, type CaseAct } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import type { Lack } from '../../representation/index.ts'
import { Alert, Card, Fold } from '../../ui/index.ts'

const Acts = ({ t, acts }: { t: Text; acts: readonly CaseAct[] }) => (
  <ul>
    {acts.map((act) => (
      <li key={act}>{t(`rights.act.${act}`)}</li>
    ))}
  </ul>
)

/** What a representative does by themselves on every case: leaving it is theirs to do, and no help to anybody. */
const theirs = actsOf('representative').filter((act) => act !== 'leave-case')

/** To whoever's case it is: what those who represent them may do, and what is the person's alone. It is read off what the operations ask. */
export function RightsOfRepresentatives({ t }: { t: Text }) {
  return (
    <Card title={t('rights.person.title')}>
      <Fold words={t('rights.person.fold')}>
        <p>{t('rights.person.may')}</p>
        <Acts t={t} acts={theirs} />
        <p>{t('rights.person.alone')}</p>
        <Acts t={t} acts={actsOfPersonAlone} />
        <p>{t('rights.person.sign')}</p>
      </Fold>
      <p>
        <a href={paths.checkRepresentative()}>{t('check.link')}</a>
      </p>
      <p>
        <a href={paths.reportRepresentative()}>{t('check.report')}</a>
      </p>
    </Card>
  )
}

/** To a representative: what they may do here, what their client alone may, and what they lack. */
export function OwnRights({ t, receiptNumber, lacking }: { t: Text; receiptNumber: string; lacking: readonly Lack[] }) {
  return (
    <Card title={t('representatives.own.title')}>
      {lacking.length > 0 ? (
        <Alert kind="warn" title={t(lacking.includes('licence-that-runs') ? 'rights.own.ended' : 'rights.own.lacking')}>
          <p>{t('rights.own.lacking.about')}</p>
          <p>
            <a href={paths.practice()}>{t('practice.home.link')}</a>
          </p>
        </Alert>
      ) : null}
      <p>{t('rights.own.may')}</p>
      <Acts t={t} acts={theirs} />
      <p>{t('rights.own.client')}</p>
      <Acts t={t} acts={actsOfPersonAlone} />
      <p>{t('rights.own.sign')}</p>
      <p>
        <a href={paths.leaveCase({ receiptNumber })}>{t('representatives.own.leave')}</a>
      </p>
    </Card>
  )
}
