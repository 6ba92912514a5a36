import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { passwordGiven } from '../sessions/access.ts'
import { withNext } from '../sessions/own-path.ts'
import { giveCode, signIn } from '../sign-in/give-code.ts'
import { anotherCodeAction, otherWayAction } from './another-code.ts'
import { standingOf } from './asked-standing.ts'
import { CodeForm, codeFields, codeRefusals, OtherWays } from './code-form.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const signInCodePage = page({
  path: paths.signInCode,
  access: passwordGiven,
  audit: records(tryCode, signIn),
  load: standingOf,
  loadsToShow: true,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => {
    const { next } = context.query
    return {
      title: t('accounts.code.title'),
      body: (
        <FormPage t={t} form={form} title={t('accounts.code.title')}>
          <CodeForm
            t={t}
            form={form}
            context={context}
            standing={standing}
            action={withNext(paths.signInCode(), next)}
            againAction={withNext(paths.resendSignInCode(), next)}
          />
          <OtherWays t={t} standing={standing} context={context} action={withNext(paths.signInCodeWay(), next)}>
            {standing.hasPasskey ? (
              <p>
                <a href={withNext(paths.signInPasskey(), next)}>{t('passkeys.sign-in.instead')}</a>
              </p>
            ) : null}
            <p>
              <a href={paths.signInBackupCode()}>{t('accounts.code.use-backup')}</a>
            </p>
          </OtherWays>
          <p>
            <a href={withNext(paths.signIn(), next)}>{t('accounts.code.start-again')}</a>
          </p>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: giveCode,
    input: ({ code }, { query }) => ({ typed: code, next: query.next }),
    shows: { ...codeRefusals, 'codes-wait': { at: 'code', key: 'accounts.code.wait-or-backup' } },
    then: goOn,
  },
})

export const anotherSignInCode = anotherCodeAction(paths.resendSignInCode, passwordGiven, paths.signInCode)
export const otherSignInWay = otherWayAction(paths.signInCodeWay, passwordGiven, paths.signInCode)
