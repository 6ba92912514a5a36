import { secretField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, EmailField, FormShell, PasswordField } from '../../ui/index.ts'
import { emailField } from '../email-address.ts'
import { SignInPasskey } from '../passkeys/pages/sign-in-passkey.tsx'
import { rememberedUserName, rememberUserName } from '../remembered-user-name.ts'
import { signedOut } from '../sessions/access.ts'
import { ownPath, withNext } from '../sessions/own-path.ts'
import { acceptPassword, givePassword } from '../sign-in/give-password.ts'
import { tryPassword } from '../sign-in/try-password.ts'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const signInPage = page({
  path: paths.signIn,
  access: signedOut,
  audit: records(tryPassword, acceptPassword),
  fields: { email: emailField, password: secretField({ empty: 'accounts.sign-in.password-empty' }) },
  view: ({ t, form, context }) => ({
    title: t('accounts.sign-in.title'),
    script: 'passkeys.js',
    body: (
      <FormPage t={t} form={form} title={t('accounts.sign-in.title')}>
        {ownPath(context.query.next) ? <p>{t('accounts.sign-in.to-go-on')}</p> : null}
        <Card plate>
          <FormShell action={withNext(paths.signIn(), context.query.next)} csrfToken={context.csrfToken()}>
            <EmailField
              name="email"
              label={t('accounts.email.label')}
              value={form.value('email') || rememberedUserName(context)}
              error={form.error('email')}
              autocomplete="username webauthn"
            />
            <PasswordField
              t={t}
              name="password"
              label={t('accounts.sign-in.password')}
              error={form.error('password')}
              autocomplete="current-password"
            />
            <Button>{t('accounts.sign-in.submit')}</Button>
          </FormShell>
        </Card>
        <SignInPasskey t={t} context={context} offeredInField />
        <p>
          <a href={paths.forgotUsername()}>{t('accounts.sign-in.forgot-username')}</a>
        </p>
        <p>
          <a href={paths.forgotPassword()}>{t('accounts.sign-in.forgot-password')}</a>
        </p>
        <p>
          <a href={paths.contactSupport()}>{t('accounts.support.title')}</a>
        </p>
        <p>{t.rich('accounts.sign-in.no-account', { link: (words) => <a href={paths.signUp()}>{words}</a> })}</p>
        <p class="usa-hint">{t('accounts.sign-in.unfinished')}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: givePassword,
    input: ({ email, password }, { query }) => ({ email, password, next: query.next }),
    shows: {
      'email-or-password-wrong': { at: 'email', key: 'accounts.sign-in.wrong' },
      'must-wait': { at: '', key: 'accounts.sign-in.wait' },
      'too-many-attempts': { at: '', key: 'accounts.sign-in.wait' },
    },
    then: (entered, context, _model, { email }) => {
      rememberUserName(context, email)
      return goOn(entered, context)
    },
  },
})
