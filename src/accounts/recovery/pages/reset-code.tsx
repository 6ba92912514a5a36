import { isAnswer, seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { codeStanding } from '../../one-time-password/code-standing.ts'
import { sendAnotherCode } from '../../one-time-password/send-another-code.ts'
import { tryCode } from '../../one-time-password/try-code.ts'
import { anotherCodeAction } from '../../pages/another-code.ts'
import { CodeForm, codeFields, codeRefusals, noStanding } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { resetting } from '../../sessions/access.ts'
import { keepResetCode, proveByCode } from '../prove-by-code.ts'
import { standingFor } from './standing-for.ts'

/** The first look sends the code; a reload sends no second. */
async function modelOf(context: Pick<Context, 'read' | 'perform'>) {
  const standing = await standingFor('code', context)
  if (isAnswer(standing)) return standing
  const asked = (await context.read(codeStanding, undefined)) ?? noStanding
  if (asked.sentAt) return asked
  await context.perform(sendAnotherCode, undefined)
  return (await context.read(codeStanding, undefined)) ?? noStanding
}

export const resetCodePage = page({
  path: paths.resetCode,
  access: resetting,
  audit: records(tryCode, keepResetCode, sendAnotherCode),
  load: modelOf,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('recovery.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.code.title')}>
        <p>{t('recovery.code.intro')}</p>
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={paths.resetCode()}
          againAction={paths.resendResetCode()}
        />
        <p>
          <a href={paths.resetBackupCode()}>{t('recovery.code.use-backup')}</a>
        </p>
        <p>
          <a href={paths.forgotPassword()}>{t('recovery.code.again')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: proveByCode,
    input: ({ code }) => ({ typed: code }),
    shows: {
      ...codeRefusals,
      'tries-used': { at: 'code', key: 'recovery.code.tries-used' },
      'codes-wait': { at: 'code', key: 'accounts.code.wait-or-backup' },
      'reset-elsewhere': reload,
    },
    then: () => seeOther(paths.resetAnswers()),
  },
})

export const anotherResetCode = anotherCodeAction(paths.resendResetCode, resetting, paths.resetCode)
