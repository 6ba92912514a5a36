import type { Context } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, FormShell } from '../../ui/index.ts'
import { confirmEmail, isLinkUsable } from '../sign-up/confirm-email.ts'
import { goOn, reload } from './go-on.ts'

function LiveLink({ t, context }: { t: Text; context: Context<{ token: string }> }) {
  return (
    <>
      <h1>{t('accounts.confirm.title')}</h1>
      <p>{t('accounts.confirm.intro')}</p>
      <FormShell action={paths.confirmEmail(context.params)} csrfToken={context.csrfToken()}>
        <Button>{t('accounts.confirm.submit')}</Button>
      </FormShell>
    </>
  )
}

/** One page for spent, expired, replaced and invented links. */
function DeadLink({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('accounts.confirm.dead.title')}</h1>
      <p>{t('accounts.confirm.dead.why')}</p>
      <p>{t('accounts.confirm.dead.new')}</p>
      <p>
        <ButtonLink href={paths.signUp()}>{t('accounts.confirm.dead.sign-up')}</ButtonLink>
      </p>
      <p>{t.rich('accounts.confirm.dead.continue', { link: (words) => <a href={paths.agreeToTerms()}>{words}</a> })}</p>
    </>
  )
}

/** Opening the mailed link changes nothing, because mail scanners open links; the button spends it. */
export const confirmEmailPage = page({
  path: paths.confirmEmail,
  access: anyone,
  audit: records(confirmEmail),
  load: (context) => context.read(isLinkUsable, context.params),
  view: ({ t, model: isUsable, context }) => ({
    title: t(isUsable ? 'accounts.confirm.title' : 'accounts.confirm.dead.title'),
    body: isUsable ? <LiveLink t={t} context={context} /> : <DeadLink t={t} />,
  }),
  submit: {
    operation: confirmEmail,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: goOn,
  },
})
