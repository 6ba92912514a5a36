import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { OwnRefund } from '../../filing/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Card, InstantText } from '../../ui/index.ts'

/** Money that comes back, and how far it is. */
export function Refunds({ t, agency, refunds }: { t: Text; agency: AgencyPack; refunds: readonly OwnRefund[] }) {
  if (refunds.length === 0) return null
  return (
    <Card title={t('refund.own.title')}>
      <ul class="plain-list">
        {refunds.map(({ id, amountCents, reason, state, at }) => (
          <li key={id}>
            <p>{t(`refund.own.${state as 'agreed' | 'on-its-way' | 'done' | 'failed'}`, { amount: t.money(amountCents) })}</p>
            <p class="muted">
              {t('refund.own.why')}: {agencyText(agency, t, 'agency', `refund.reason.${reason}`)}
              <br />
              <InstantText t={t} at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
