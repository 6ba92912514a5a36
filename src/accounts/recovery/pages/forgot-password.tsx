import { seeOther } from '../../../platform/http/answer.ts'
import { page, records } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, EmailField, FormShell } from '../../../ui/index.ts'
import { emailField } from '../../email-address.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { askForReset } from '../ask-for-reset.ts'
import { resetLinkMinutes } from '../reset-link.ts'

const sentPath = () => `${paths.forgotPassword()}?sent=yes`

/** Says the same for known and unknown addresses, and when too many were asked for. */
function Sent({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('recovery.forgot.sent.title')}</h1>
      <Alert kind="info" live>
        <p>{t('recovery.forgot.sent', { minutes: resetLinkMinutes })}</p>
        <p>{t('recovery.forgot.sent.spam')}</p>
        <p>{t('recovery.forgot.sent.newer')}</p>
      </Alert>
      <p>
        <a href={paths.forgotPassword()}>{t('recovery.forgot.sent.again')}</a>
      </p>
      <p>
        <a href={paths.signIn()}>{t('recovery.forgot.sent.back')}</a>
      </p>
    </>
  )
}

export const forgotPasswordPage = page({
  path: paths.forgotPassword,
  access: anyone,
  audit: records(askForReset),
  fields: { email: emailField },
  view: ({ t, form, context }) => {
    if (context.query.sent === 'yes') return { title: t('recovery.forgot.sent.title'), body: <Sent t={t} /> }
    return {
      title: t('recovery.forgot.title'),
      body: (
        <FormPage t={t} form={form} title={t('recovery.forgot.title')}>
          {context.query.ended === 'yes' ? (
            <Alert kind="info" live>
              <p>{t('recovery.forgot.ended')}</p>
            </Alert>
          ) : null}
          <p>{t('recovery.forgot.intro')}</p>
          <Card plate>
            <FormShell action={paths.forgotPassword()} csrfToken={context.csrfToken()}>
              <EmailField name="email" label={t('accounts.email.label')} value={form.value('email')} error={form.error('email')} />
              <Button>{t('recovery.forgot.submit')}</Button>
            </FormShell>
          </Card>
          <p>{t('recovery.forgot.need')}</p>
          <p>{t.rich('passkeys.forgot', { link: (words) => <a href={paths.signInPasskey()}>{words}</a> })}</p>
          <p>{t.rich('recovery.forgot.other', { link: (words) => <a href={paths.forgotUsername()}>{words}</a> })}</p>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: askForReset,
    input: ({ email }, { t }) => ({ email, language: t.language }),
    shows: { 'too-many-attempts': () => seeOther(sentPath()) },
    then: () => seeOther(sentPath()),
  },
})
