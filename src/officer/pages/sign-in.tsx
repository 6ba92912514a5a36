import { emailField, FormPage } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { secretField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, EmailField, FormShell, PasswordField } from '../../ui/index.ts'
import { notSignedIn } from '../sessions/access.ts'
import { withNext } from '../sessions/next-path.ts'
import { acceptPassword, givePassword, tryPassword } from '../sign-in/give-password.ts'

export const signInPage = page({
  path: officePaths.signIn,
  access: notSignedIn,
  audit: records(tryPassword, acceptPassword),
  fields: { email: emailField, password: secretField({ empty: 'officer.sign-in.password-empty' }) },
  view: ({ t, form, context }) => ({
    title: t('officer.sign-in.title'),
    body: (
      <FormPage t={t} form={form} title={t('officer.sign-in.title')}>
        <Card plate>
          <FormShell action={withNext(officePaths.signIn(), context.query.next)} csrfToken={context.csrfToken()}>
            <EmailField
              name="email"
              label={t('officer.email.label')}
              value={form.value('email')}
              error={form.error('email')}
              autocomplete="username"
            />
            <PasswordField
              t={t}
              name="password"
              label={t('officer.password.label')}
              error={form.error('password')}
              autocomplete="current-password"
            />
            <Button>{t('officer.sign-in.submit')}</Button>
          </FormShell>
        </Card>
        <p class="usa-hint">{t('officer.sign-in.staff-only')}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: givePassword,
    input: ({ email, password }) => ({ email, password }),
    shows: {
      'email-or-password-wrong': { at: 'email', key: 'officer.sign-in.wrong' },
      'must-wait': { at: '', key: 'officer.sign-in.wait' },
      'too-many-attempts': { at: '', key: 'officer.sign-in.wait' },
    },
    then: ({ secret }, context) => {
      context.startSession(secret)
      return seeOther(withNext(officePaths.signInCode(), context.query.next))
    },
  },
})
