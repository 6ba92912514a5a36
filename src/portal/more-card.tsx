import type { AgencyPack } from '../agency/index.ts'
import { mayOnCase, type OwnCase, statusEntry } from '../cases/index.ts'
import { canWithdraw } from '../correspondence/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Card } from '../ui/index.ts'

/** What a person can do about a case without being asked. */
export function MoreCard({ t, agency, own }: { t: Text; agency: AgencyPack; own: OwnCase }) {
  const { receiptNumber } = own
  return (
    <Card title={t('additional.card.title')}>
      <ul class="plain-list">
        <li>
          <a href={paths.additionalEvidence({ receiptNumber })}>{t('additional.card.evidence')}</a>
        </li>
        <li>
          <a href={paths.inquiries({ receiptNumber })}>{t('inquiry.card.link')}</a>
        </li>
        {mayOnCase(own.role, 'withdraw-case') && canWithdraw(statusEntry(agency, own.status)) ? (
          <li>
            <a href={paths.withdrawCase({ receiptNumber })}>{t('withdrawal.card.link')}</a>
          </li>
        ) : null}
      </ul>
    </Card>
  )
}
