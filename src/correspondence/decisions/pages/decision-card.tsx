import type { AgencyPack } from '../../../agency/index.ts'
import { statusEntry } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card } from '../../../ui/index.ts'

/** The way to what was decided, once the case came to a decision. */
export function DecisionCard({ t, agency, receiptNumber, status }: { t: Text; agency: AgencyPack; receiptNumber: string; status: string }) {
  const { group } = statusEntry(agency, status)
  const { holds, transfers } = agency.caseActs
  const isAct = status === transfers.status || holds.some((each) => each.status === status)
  if (group !== 'decision' && group !== 'card' && !isAct) return null
  return (
    <Card title={t('decisions.own.title')}>
      <p>{t(isAct ? 'decisions.own.card-act' : 'decisions.own.card')}</p>
      <p>
        <a href={paths.decision({ receiptNumber })}>{t(isAct ? 'decisions.own.link-act' : 'decisions.own.link')}</a>
      </p>
    </Card>
  )
}
