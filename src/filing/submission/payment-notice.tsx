import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, type AlertKind } from '../../ui/index.ts'
import type { PaymentMark } from '../payment/payment-mark.ts'

const looks: Record<PaymentMark, AlertKind> = {
  'on-its-way': 'info',
  'sent-back': 'warn',
  disputed: 'warn',
  'dispute-lost': 'act',
  'not-taken': 'warn',
}

/** What is the matter with the fee of a filing that was received, and what its person can do about it. */
export function PaymentNotice({ t, mark, submission }: { t: Text; mark: PaymentMark; submission?: string }) {
  return (
    <Alert kind={looks[mark]} title={t(`filing.payment.mark.${mark}.title`)}>
      <p>{t(`filing.payment.mark.${mark}.body`)}</p>
      <p>{t(`filing.payment.mark.${mark}.next`)}</p>
      {mark === 'disputed' || mark === 'dispute-lost' ? (
        <p>
          <a href={paths.contactSupport()}>{t('filing.payment.mark.support')}</a>
        </p>
      ) : null}
      {submission === undefined ? null : (
        <p>
          <a href={paths.submission({ submission })}>{t('filing.payment.mark.more')}</a>
        </p>
      )}
    </Alert>
  )
}
