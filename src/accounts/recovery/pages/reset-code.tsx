import { isAnswer, seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { sendAnotherCode } from '../../one-time-password/send-another-code.ts'
import { tryCode } from '../../one-time-password/try-code.ts'
import { anotherCodeAction, otherWayAction } from '../../pages/another-code.ts'
import { askedStanding } from '../../pages/asked-standing.ts'
import { CodeForm, codeFields, codeRefusals, OtherWays } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { resetting } from '../../sessions/access.ts'
import { keepResetCode, proveByCode } from '../prove-by-code.ts'
import { standingFor } from './standing-for.ts'
import { WaysOut } from './ways-out.tsx'

/** The first look asks for the code; a reload asks no second. */
async function modelOf(context: Pick<Context, 'read' | 'perform'>) {
  const standing = await standingFor('code', context)
  return isAnswer(standing) ? standing : askedStanding(context)
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
        <OtherWays t={t} standing={standing} context={context} action={paths.resetCodeWay()}>
          {standing.hasPasskey ? (
            <p>
              <a href={paths.resetPasskey()}>{t('passkeys.sign-in.instead')}</a>
            </p>
          ) : null}
          <p>
            <a href={paths.resetBackupCode()}>{t('recovery.code.use-backup')}</a>
          </p>
        </OtherWays>
        <WaysOut t={t} />
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
export const otherResetWay = otherWayAction(paths.resetCodeWay, resetting, paths.resetCode)
