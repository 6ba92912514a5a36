import { anyone } from '../../platform/http/visit.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { action, type Context, page, procedure, records, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'
import { startSignUp } from '../sign-up/start-sign-up.ts'
import { rememberedAddress } from './typed-address.ts'

export const checkYourEmailPage = page({
  path: paths.checkYourEmail,
  access: anyone,
  audit: recordsNothing('it only says what to do'),
  view: ({ t, context }) => {
    const email = rememberedAddress(context)
    return {
      title: t('accounts.check.title'),
      body: (
        <>
          {context.query.sent === 'again' ? (
            <Alert kind="good" live>
              <p>{t('accounts.check.sent-again')}</p>
            </Alert>
          ) : null}
          <h1>{t('accounts.check.title')}</h1>
          <p>{email ? t('accounts.check.sent', { email }) : t('accounts.check.sent-plain')}</p>
          <p>{t('accounts.check.same')}</p>
          <p>{t('accounts.check.wait')}</p>
          <FormShell action={paths.resendConfirmation()} csrfToken={context.csrfToken()}>
            <p class="usa-hint">{t('accounts.check.again-hint')}</p>
            <Button look="quiet">{t('accounts.check.again')}</Button>
          </FormShell>
          <p>{t.rich('accounts.check.other-address', { link: (words) => <a href={paths.signUp()}>{words}</a> })}</p>
        </>
      ),
    }
  },
})

/** In a browser that did not ask before, the address is asked for. */
const sendAnotherLink = procedure({
  refusals: [],
  call: async (context: Context, _input: undefined) => {
    const email = rememberedAddress(context)
    if (!email) return seeOther(paths.signUp())
    return context.perform(startSignUp, { email, language: context.t.language })
  },
})

const toCheckPage = (sent?: string) => seeOther(paths.checkYourEmail() + (sent ? `?sent=${sent}` : ''))

export const sendAnotherLinkAction = action({
  path: paths.resendConfirmation,
  access: anyone,
  audit: records(startSignUp),
  back: () => toCheckPage(),
  submit: {
    operation: sendAnotherLink,
    input: () => undefined,
    // The same page whether a mail left or too many did: asking again and again tells nothing.
    shows: { 'not-allowed': () => toCheckPage(), 'too-many-attempts': () => toCheckPage('again') },
    then: () => toCheckPage('again'),
  },
})
