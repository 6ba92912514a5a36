import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { relyingPartyOf } from '../../platform/passkeys/index.ts'
import { paths } from '../../platform/paths.ts'
import type { CodeStanding } from '../one-time-password/code-standing.ts'
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

/**
 * A passkey is the strongest way and needs nothing sent: who has one is offered it first, where this address can have
 * passkeys, and a code goes out only when it is asked for.
 */
const passkeyFirst = ({ publicUrl }: Context['services']) =>
  ({ channel, hasPasskey }: CodeStanding) => channel === null && hasPasskey && relyingPartyOf(publicUrl) !== null

export const signInAgainPage = page({
  path: paths.signInAgain,
  access: signedIn,
  audit: records(tryCode, proveAgain, sendAnotherCode),
  load: (context) => askedStanding(context, passkeyFirst(context.services)),
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('accounts.again.title'),
    script: standing.hasPasskey ? 'passkeys.js' : undefined,
    body: (
      <FormPage t={t} form={form} title={t('accounts.again.title')}>
        {passkeyFirst(context.services)(standing) ? (
          <PasskeyFirst t={t} standing={standing} context={context} />
        ) : (
          <CodeFirst t={t} form={form} standing={standing} context={context} />
        )}
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

interface Shown {
  t: Text
  standing: CodeStanding
  context: Context
}

const wayAction = ({ query }: Context) => withNext(paths.stepUpCodeWay(), query.next)

function PasskeyFirst({ t, standing, context }: Shown) {
  return (
    <>
      <p>{t('passkeys.again.first')}</p>
      <StepUpPasskey t={t} context={context} look="main" />
      <OtherWays t={t} standing={standing} context={context} action={wayAction(context)} />
    </>
  )
}

function CodeFirst({ t, form, standing, context }: Shown & { form: FormState }) {
  return (
    <>
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
        <OtherWays t={t} standing={standing} context={context} action={wayAction(context)}>
          {standing.hasPasskey ? <StepUpPasskey t={t} context={context} /> : null}
        </OtherWays>
      ) : null}
    </>
  )
}

export const anotherStepUpCode = anotherCodeAction(paths.resendStepUpCode, signedIn, paths.signInAgain)
export const otherStepUpWay = otherWayAction(paths.stepUpCodeWay, signedIn, paths.signInAgain)
