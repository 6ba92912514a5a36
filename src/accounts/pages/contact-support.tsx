import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'

/** What helps before tracked requests exist. */
export const contactSupportPage = page({
  path: paths.contactSupport,
  access: anyone,
  audit: recordsNothing('it only says what can be done'),
  view: ({ t }) => ({
    title: t('accounts.support.title'),
    body: (
      <>
        <h1>{t('accounts.support.title')}</h1>
        <Alert kind="info">
          <p>{t('accounts.support.not-yet')}</p>
        </Alert>
        <ul>
          <li>
            {t.rich('accounts.support.username', { link: (words) => <a href={paths.forgotUsername()}>{words}</a> })}
          </li>
          <li>
            {t.rich('accounts.support.password', { link: (words) => <a href={paths.forgotPassword()}>{words}</a> })}
          </li>
          <li>{t('accounts.support.code')}</li>
          <li>{t.rich('accounts.support.help', { link: (words) => <a href={paths.help()}>{words}</a> })}</li>
        </ul>
        <p>
          <strong>{t('accounts.support.safe')}</strong>
        </p>
      </>
    ),
  }),
})
