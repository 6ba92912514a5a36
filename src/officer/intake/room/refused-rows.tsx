import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { ButtonLink, Card, InstantText, Pagination, Table } from '../../../ui/index.ts'
import { problemOf } from '../file/fault-words.ts'
import { type OneIntake, refusalsOnPage } from './one-intake.ts'

/** As far as an address can ask; all of them are in the file. */
const pagesMost = 9999

type Shown = { t: Text; intake: OneIntake; current: number }

/** The rows of which nothing was taken, each with every reason, and the file of them to correct. */
export function RefusedRows({ t, intake, current }: Shown) {
  const { rows, kept } = intake.refusals
  if (intake.refused === 0) return null
  if (kept === 0)
    return (
      <Card title={t('office-intake.refused.title')}>
        <p>{t('office-intake.refused.gone')}</p>
      </Card>
    )
  return (
    <Card title={t('office-intake.refused.title')}>
      <p>{t('office-intake.refused.about')}</p>
      <p>
        <ButtonLink href={officePaths.refusedRows({ intake: intake.id })} look="quiet">
          {t('office-intake.refused.download', { count: kept })}
        </ButtonLink>
      </p>
      <p>
        {t('office-intake.refused.until')} <InstantText t={t} at={intake.keptUntil} />
      </p>
      <Table
        caption={t('office-intake.refused.list')}
        head={[t('office-intake.refused.line'), t('office-intake.refused.why')]}
        rows={rows.map(({ line, faults }) => [t.number(line), problemOf(t, faults)])}
      />
      <Pagination t={t} current={current} of={Math.min(pagesMost, Math.ceil(kept / refusalsOnPage))} hrefOf={(each) => `${officePaths.intakeOf({ intake: intake.id })}?page=${each}`} />
    </Card>
  )
}
