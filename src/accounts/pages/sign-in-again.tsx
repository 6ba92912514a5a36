import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { type CodeStanding, codeStanding } from '../one-time-password/code-standing.ts'
import { sendAnotherCode } from '../one-time-password/send-another-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { signedIn } from '../sessions/access.ts'
import { withNext } from '../sessions/own-path.ts'
import { giveCodeAgain, proveAgain } from '../sign-in/prove-again.ts'
import { anotherCodeAction } from './another-code.ts'
import { CodeForm, codeFields, codeRefusals, noStanding } from './code-form.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

/** The first look in this session sends the code: nobody should press a button to be asked. A reload sends no second. */
async function standingOf(context: Pick<Context, 'perform' | 'read'>): Promise<CodeStanding> {
  const standing = (await context.read(codeStanding, undefined)) ?? noStanding
  if (standing.sentAt) return standing
  await context.perform(sendAnotherCode, undefined)
  return (await context.read(codeStanding, undefined)) ?? noStanding
}

export const signInAgainPage = page({
  path: paths.signInAgain,
  access: signedIn,
  audit: records(tryCode, proveAgain, sendAnotherCode),
  load: standingOf,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('accounts.again.title'),
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
