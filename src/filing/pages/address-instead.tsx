import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, ButtonLink } from '../../ui/index.ts'
import type { AddressCases } from '../catalogue/address-cases.ts'

/** Before a form that reports a move: what the account does in one step, or the way of those whom the law protects. */
export function AddressInstead({ t, cases }: { t: Text; cases: AddressCases | null }) {
  if (cases?.isProtected) {
    return (
      <Alert kind="info" title={t('filing.instead.protected.title')}>
        <p>{t.rich('filing.instead.protected', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}</p>
      </Alert>
    )
  }
  if (!cases || cases.reached === 0) return null
  return (
    <Alert kind="info" title={t('filing.instead.title')}>
      <p>{t('filing.instead.cases', { cases: cases.reached })}</p>
      <p>
        <ButtonLink href={paths.changeAddress({ use: 'physical' })} look="quiet">
          {t('filing.check.leads.change-of-address')}
        </ButtonLink>
      </p>
    </Alert>
  )
}
