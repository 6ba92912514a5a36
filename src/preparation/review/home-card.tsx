import type { AgencyPack } from '../../agency/index.ts'
import { formTitle } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, TodoCard } from '../../ui/index.ts'
import type { PreparedLine } from './prepared-for-own.ts'

type Parts = { t: Text; agency: AgencyPack }

function Line({ t, agency, line: { id, form, ready } }: Parts & { line: PreparedLine }) {
  const title = formTitle(agency, t, form ?? 'g-28')
  const preparation = { preparation: id }
  if (ready) {
    return (
      <TodoCard title={t('prepared.home.title')} action={{ href: paths.prepared(preparation), words: t('prepared.home.go') }}>
        <p>{title}</p>
        <p>{t('prepared.home.line.ready')}</p>
      </TodoCard>
    )
  }
  return (
    <Card title={t('prepared.home.title')}>
      <p>
        <a href={paths.prepared(preparation)}>{title}</a>
      </p>
      <p>{t('prepared.home.line.changing')}</p>
    </Card>
  )
}

/** What representatives prepared for a person, and the way to enter a passcode. */
export function PreparedAtHome({ t, agency, prepared }: Parts & { prepared: readonly PreparedLine[] }) {
  return (
    <>
      {prepared.map((line) => (
        <Line key={line.id} t={t} agency={agency} line={line} />
      ))}
      <p>
        {t('prepared.home.passcode.about')} <a href={paths.representativePasscode()}>{t('prepared.home.passcode')}</a>
      </p>
    </>
  )
}
