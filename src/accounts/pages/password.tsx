import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ownAccount } from '../own-account.ts'
import { signUpStep } from '../sessions/access.ts'
import { passwordRecord, setPassword } from '../sign-up/set-password.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'
import { NewPasswordForm } from './new-password-form.tsx'
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
    return {
      title: t('accounts.password.title'),
      body: (
        <FormPage t={t} form={form} title={t('accounts.password.title')} step={{ name: 'password', rules: context.services.agency }}>
          <p>{t('accounts.password.intro')}</p>
          <NewPasswordForm t={t} form={form} model={model} action={paths.choosePassword()} csrfToken={context.csrfToken()} />
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
