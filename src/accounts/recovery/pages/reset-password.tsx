import { isAnswer, seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { confirmPasswordField, newPasswordField, rulesOf } from '../../pages/new-password-fields.ts'
import { NewPasswordForm } from '../../pages/new-password-form.tsx'
import { resetting } from '../../sessions/access.ts'
import { finishReset, setNewPassword } from '../set-new-password.ts'
import { standingFor } from './standing-for.ts'

async function modelOf(context: Context) {
  const standing = await standingFor('new-password', context)
  if (isAnswer(standing)) return standing
  const email = standing.email ?? ''
  return { email, rules: rulesOf(context.services.agency), own: [email] }
}

export const resetPasswordPage = page({
  path: paths.resetPassword,
  access: resetting,
  audit: records(finishReset),
  load: modelOf,
  fields: { password: newPasswordField, confirm: confirmPasswordField },
  view: ({ t, model, form, context }) => ({
    title: t('recovery.password.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.password.title')}>
        <p>{t('recovery.password.intro')}</p>
        <NewPasswordForm t={t} form={form} model={model} action={paths.resetPassword()} csrfToken={context.csrfToken()} />
      </FormPage>
    ),
  }),
  submit: {
    operation: setNewPassword,
    input: ({ password }) => ({ password }),
    shows: {
      'same-password': { at: 'password', key: 'recovery.password.same' },
      'backup-code-gone': { at: '', key: 'recovery.password.backup-gone' },
      'reset-elsewhere': reload,
    },
    then: () => seeOther(paths.resetDone()),
  },
})
