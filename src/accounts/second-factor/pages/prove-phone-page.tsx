import { seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { codeStanding } from '../../one-time-password/code-standing.ts'
import { tryCode } from '../../one-time-password/try-code.ts'
import { CodeForm, codeFields, codeRefusals } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { sendAnotherPhoneProof } from '../ask-phone.ts'
import { keepPhone, provePhone } from '../prove-phone.ts'
import { codesAfter, proveAgainFor, tooOften } from './factor-words.ts'

/** The proof that waits in this session; without one, the way to ask for it. */
async function standingOfProof(context: Pick<Context, 'read'>) {
  const standing = await context.read(codeStanding, { purpose: 'phone' })
  return standing?.channel ? standing : seeOther(paths.codePhone())
}

export const provePhonePage = page({
  path: paths.proveCodePhone,
  access: needsRecentProof,
  audit: records(tryCode, keepPhone),
  load: standingOfProof,
  loadsToShow: true,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('second-factor.phone-code.title'),
    body: (
      <FormPage t={t} form={form} title={t('second-factor.phone-code.title')}>
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={paths.proveCodePhone()}
          againAction={paths.resendPhoneCode()}
          isProof
        />
        <p>
          <a href={paths.codePhone()}>{t('second-factor.phone-code.other')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: provePhone,
    input: ({ code }) => ({ typed: code }),
    shows: {
      ...codeRefusals,
      'tries-used': { at: 'code', key: 'accounts.code.tries-used-again' },
      'no-recent-proof': proveAgainFor(paths.proveCodePhone()),
      'too-many-attempts': tooOften,
    },
    then: () => codesAfter('phone-set'),
  },
})

const back = (sent?: string) => seeOther(sent ? `${paths.proveCodePhone()}?sent=${sent}` : paths.proveCodePhone())

export const anotherPhoneCode = action({
  path: paths.resendPhoneCode,
  access: needsRecentProof,
  audit: records(sendAnotherPhoneProof),
  back: () => back(),
  submit: {
    operation: sendAnotherPhoneProof,
    input: () => undefined,
    shows: {
      'no-recent-proof': proveAgainFor(paths.proveCodePhone()),
      'no-phone': () => seeOther(paths.codePhone()),
      'too-many-codes': () => back('too-many'),
      'not-allowed': () => back(),
      'too-many-attempts': () => back('too-many'),
    },
    then: () => back('again'),
  },
})
