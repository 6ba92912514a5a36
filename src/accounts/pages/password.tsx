import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, PasswordField } from '../../ui/index.ts'
import { ownAccount } from '../own-account.ts'
import { signUpStep } from '../sessions/access.ts'
import { passwordRecord, setPassword } from '../sign-up/set-password.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'
import { confirmPasswordField, newPasswordField, type PasswordModel, rulesOf } from './new-password-fields.ts'

export const passwordPage = page({
  path: paths.choosePassword,
  access: signUpStep('password'),
  audit: records(passwordRecord),
  load: async (context: Context): Promise<PasswordModel & { email: string }> => {
    const email = (await context.read(ownAccount, undefined))?.email ?? ''
    return { email, rules: rulesOf(context.services.agency), own: [email] }
  },
  fields: { password: newPasswordField, confirm: confirmPasswordField },
  view: ({ t, model, form, context }) => {
    const { rules } = model
    const faults = form.errors.filter(({ at }) => at === 'password').map(({ message }) => message)
    return {
      title: t('accounts.password.title'),
      body: (
        <FormPage t={t} form={form} title={t('accounts.password.title')} step={{ name: 'password', rules: context.services.agency }}>
          <p>{t('accounts.password.intro')}</p>
          <Card plate>
            <FormShell action={paths.choosePassword()} csrfToken={context.csrfToken()}>
              {/* Password managers keep the two together (WHATWG HTML, autofill). */}
              <input class="usa-sr-only" type="text" name="username" autocomplete="username" value={model.email} hidden readOnly />
              <PasswordField
                t={t}
                name="password"
                label={t('accounts.password.label')}
                hint={t(rules.composition ? 'accounts.password.hint' : 'accounts.password.hint-plain', { least: rules.lengthMin })}
                error={faults.join('. ') || undefined}
                autocomplete="new-password"
              />
              <PasswordField
                t={t}
                name="confirm"
                label={t('accounts.password.confirm')}
                error={form.error('confirm')}
                autocomplete="new-password"
              />
              <Button>{t('accounts.password.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: setPassword,
    input: ({ password }) => ({ password }),
    shows: { 'step-done': reload },
    then: goOn,
  },
})
