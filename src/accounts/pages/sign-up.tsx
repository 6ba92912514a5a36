import { agencyText, leavingPath } from '../../agency/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, EmailField, FormShell, Panel } from '../../ui/index.ts'
import { emailField } from '../email-address.ts'
import { signedOut } from '../sessions/access.ts'
import { startSignUp } from '../sign-up/start-sign-up.ts'
import { FormPage } from './form-page.tsx'
import { rememberAddress } from './typed-address.ts'

export const signUpPage = page({
  path: paths.signUp,
  access: signedOut,
  audit: records(startSignUp),
  fields: { email: emailField },
  view: ({ t, form, context }) => {
    const { agency } = context.services
    const title = t('accounts.sign-up.title', { agency: agency.shortName })
    const place = agencyText(agency, t, 'agency', `link.${agency.consulates.id}.name`)
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title}>
          <p>{t('accounts.sign-up.intro')}</p>
          <p>
            <strong>{t('accounts.sign-up.one-person')}</strong>
          </p>
          <Card plate>
            <FormShell action={paths.signUp()} csrfToken={context.csrfToken()}>
              <EmailField name="email" label={t('accounts.email.label')} value={form.value('email')} error={form.error('email')} />
              <Button>{t('accounts.sign-up.submit')}</Button>
            </FormShell>
          </Card>
          <p>{t('accounts.sign-up.again')}</p>
          <p>{t.rich('accounts.sign-up.have-account', { link: (words) => <a href={paths.signIn()}>{words}</a> })}</p>
        </FormPage>
      ),
      aside: (
        <Panel title={t('accounts.sign-up.consulate.title')}>
          <p>
            {t.rich('accounts.sign-up.consulate', {
              place,
              link: (words) => (
                <a href={leavingPath(agency.consulates.id)}>{words}</a>
              ),
            })}
          </p>
          <p>
            <a href={paths.helpAccountNumber()}>{t('accounts.sign-up.number')}</a>
          </p>
        </Panel>
      ),
    }
  },
  submit: {
    operation: startSignUp,
    input: ({ email }, { t }) => ({ email, language: t.language }),
    shows: {},
    then: (_output, context, _model, { email }) => {
      rememberAddress(context, email)
      return seeOther(paths.checkYourEmail())
    },
  },
})
