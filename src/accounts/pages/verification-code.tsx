import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { codeStanding } from '../one-time-password/code-standing.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { signUpStep } from '../sessions/access.ts'
import { channelRecord, proveChannel } from '../sign-up/prove-channel.ts'
import { anotherCodeAction } from './another-code.ts'
import { CodeForm, codeFields, codeRefusals, noStanding } from './code-form.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

const access = signUpStep('verification-code')

export const verificationCodePage = page({
  path: paths.verificationCode,
  access,
  audit: records(tryCode, channelRecord),
  load: async (context) => (await context.read(codeStanding, undefined)) ?? noStanding,
  loadsToShow: true,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('accounts.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.code.title')} step={{ name: 'verification-code', rules: context.services.agency }}>
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={paths.verificationCode()}
          againAction={paths.resendVerificationCode()}
        />
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
