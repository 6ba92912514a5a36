import { seeOther } from '../../../../platform/http/answer.ts'
import { secretField } from '../../../../platform/http/field.ts'
import { type Context, page, records } from '../../../../platform/http/page.ts'
import { paths } from '../../../../platform/paths.ts'
import { Alert, PasswordField } from '../../../../ui/index.ts'
import { ownAccount } from '../../../own-account.ts'
import { FormPage } from '../../../pages/form-page.tsx'
import { confirmPasswordField, newPasswordField, type PasswordModel, rulesOf } from '../../../pages/new-password-fields.ts'
import { NewPasswordForm } from '../../../pages/new-password-form.tsx'
import { needsRecentProof } from '../../../sessions/access.ts'
import { withNext } from '../../../sessions/own-path.ts'
import { tryPassword } from '../../../sign-in/try-password.ts'
import { changePassword, giveNewPassword } from '../change-password.ts'

export const changePasswordPage = page({
  path: paths.changePassword,
  access: needsRecentProof,
  audit: records(tryPassword, changePassword),
  load: async (context: Context): Promise<PasswordModel & { email: string }> => {
    const email = (await context.read(ownAccount, undefined))?.email ?? ''
    return { email, rules: rulesOf(context.services.agency), own: [email] }
  },
  fields: {
    current: secretField({ empty: 'recovery.own.password.current-empty' }),
    password: newPasswordField,
    confirm: confirmPasswordField,
  },
  view: ({ t, model, form, context }) => ({
    title: t('recovery.own.password.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.own.password.title')}>
        {context.query.done === 'yes' && form.errors.length === 0 ? (
          <Alert kind="good" live>
            <p>{t('recovery.own.password.done')}</p>
          </Alert>
        ) : null}
        <p>{t('recovery.own.password.intro')}</p>
        <NewPasswordForm t={t} form={form} model={model} action={paths.changePassword()} csrfToken={context.csrfToken()}>
          <PasswordField
            t={t}
            name="current"
            label={t('recovery.own.password.current')}
            error={form.error('current')}
            autocomplete="current-password"
          />
        </NewPasswordForm>
      </FormPage>
    ),
  }),
  submit: {
    operation: giveNewPassword,
    input: ({ current, password }, _context, { email }) => ({ email, current, password }),
    shows: {
      'current-wrong': { at: 'current', key: 'recovery.own.password.current-wrong' },
      'must-wait': { at: 'current', key: 'platform.refusal.too-many-attempts' },
      'same-password': { at: 'password', key: 'recovery.password.same' },
      'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.changePassword())),
      'too-many-attempts': { at: 'current', key: 'platform.refusal.too-many-attempts' },
    },
    then: () => seeOther(`${paths.changePassword()}?done=yes`),
  },
})
