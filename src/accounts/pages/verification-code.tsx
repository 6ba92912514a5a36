import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, FormShell } from '../../ui/index.ts'
import type { CodeStanding } from '../one-time-password/code-standing.ts'
import { sendAnotherCode } from '../one-time-password/send-another-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { appToProve } from '../second-factor/app-to-prove.ts'
import type { AppToAdd } from '../second-factor/authenticator-app.ts'
import { signUpStep } from '../sessions/access.ts'
import { channelRecord, proveChannel } from '../sign-up/prove-channel.ts'
import { anotherCodeAction } from './another-code.ts'
import { AppSetup } from './app-setup.tsx'
import { askedStanding } from './asked-standing.ts'
import { CodeForm, codeFields, codeRefusals } from './code-form.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

const access = signUpStep('verification-code')

interface Proving {
  standing: CodeStanding
  app: AppToAdd | null
}

async function proving(context: Pick<Context, 'perform' | 'read'>): Promise<Proving> {
  const standing = await askedStanding(context)
  return { standing, app: standing.channel === 'app' ? await context.read(appToProve, undefined) : null }
}

/** Back a step: a wrong number is put right, another way is chosen. */
function OtherMethod({ t, context, isTexted }: { t: Text; context: Context; isTexted: boolean }) {
  return (
    <FormShell action={paths.changeVerificationMethod()} csrfToken={context.csrfToken()}>
      <p class="usa-hint">{t(isTexted ? 'second-factor.other.method.hint' : 'second-factor.other.method.hint-plain')}</p>
      <Button look="quiet">{t('second-factor.other.method')}</Button>
    </FormShell>
  )
}

export const verificationCodePage = page({
  path: paths.verificationCode,
  access,
  audit: records(tryCode, channelRecord, sendAnotherCode),
  load: proving,
  loadsToShow: true,
  fields: codeFields,
  view: ({ t, model: { standing, app }, form, context }) => ({
    title: t('accounts.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.code.title')} step={{ name: 'verification-code', rules: context.services.agency }}>
        {app ? <AppSetup t={t} app={app} /> : null}
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={paths.verificationCode()}
          againAction={paths.resendVerificationCode()}
          isProof
        />
        <OtherMethod t={t} context={context} isTexted={standing.channel === 'sms'} />
        {standing.triesUsed ? (
          <p>
            <a href={paths.signIn()}>{t('accounts.code.start-again')}</a>
          </p>
        ) : null}
      </FormPage>
    ),
  }),
  submit: {
    operation: proveChannel,
    input: ({ code }) => ({ typed: code }),
    shows: { ...codeRefusals, 'tries-used': { at: 'code', key: 'accounts.code.tries-used-sign-up' } },
    then: goOn,
  },
})

export const anotherVerificationCode = anotherCodeAction(paths.resendVerificationCode, access, paths.verificationCode)
