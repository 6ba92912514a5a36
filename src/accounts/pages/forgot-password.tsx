import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'

/** What can be done before the reset by mail exists. */
export const forgotPasswordPage = page({
  path: paths.forgotPassword,
  access: anyone,
  audit: recordsNothing('it only says what can be done'),
  view: ({ t }) => ({
    title: t('accounts.forgot-password.title'),
    body: (
      <>
        <h1>{t('accounts.forgot-password.title')}</h1>
        <Alert kind="info">
          <p>{t('accounts.forgot-password.not-yet')}</p>
        </Alert>
        <h2>{t('accounts.forgot-password.now')}</h2>
        <ul>
          <li>{t('accounts.forgot-password.managers')}</li>
          <li>
            {t.rich('accounts.forgot-password.case-status', { link: (words) => <a href={paths.caseStatus()}>{words}</a> })}
          </li>
        </ul>
        <p>{t('accounts.forgot-password.later')}</p>
        <p>
          <a href={paths.contactSupport()}>{t('accounts.support.title')}</a>
        </p>
      </>
    ),
  }),
})
