import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { sendAnotherCode } from '../one-time-password/send-another-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { StepUpPasskey } from '../passkeys/pages/step-up-passkey.tsx'
import { signedIn } from '../sessions/access.ts'
import { withNext } from '../sessions/own-path.ts'
import { giveCodeAgain, proveAgain } from '../sign-in/prove-again.ts'
import { anotherCodeAction, otherWayAction } from './another-code.ts'
import { askedStanding } from './asked-standing.ts'
import { CodeForm, codeFields, codeRefusals, OtherWays } from './code-form.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const signInAgainPage = page({
  path: paths.signInAgain,
  access: signedIn,
  audit: records(tryCode, proveAgain, sendAnotherCode),
  load: askedStanding,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('accounts.again.title'),
    script: standing.hasPasskey ? 'passkeys.js' : undefined,
    body: (
      <FormPage t={t} form={form} title={t('accounts.again.title')}>
        <p>{t('accounts.again.intro')}</p>
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={withNext(paths.signInAgain(), context.query.next)}
          againAction={withNext(paths.resendStepUpCode(), context.query.next)}
        />
        {standing.otherWays.length > 0 || standing.hasPasskey ? (
          <OtherWays t={t} standing={standing} context={context} action={withNext(paths.stepUpCodeWay(), context.query.next)}>
            {standing.hasPasskey ? <StepUpPasskey t={t} context={context} /> : null}
          </OtherWays>
        ) : null}
      </FormPage>
    ),
  }),
  submit: {
    operation: giveCodeAgain,
    input: ({ code }, { query }) => ({ typed: code, next: query.next }),
    shows: { ...codeRefusals, 'tries-used': { at: 'code', key: 'accounts.code.tries-used-again' } },
    then: goOn,
  },
})

export const anotherStepUpCode = anotherCodeAction(paths.resendStepUpCode, signedIn, paths.signInAgain)
export const otherStepUpWay = otherWayAction(paths.stepUpCodeWay, signedIn, paths.signInAgain)
