import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, FormShell } from '../../ui/index.ts'
import { isNotMeLinkUsable, sayNotMe } from '../browsers/not-me.ts'
import { notMeDays } from '../browsers/tell-of-new-browser.ts'
import { reload } from './go-on.ts'

function LiveLink({ t, context }: { t: Text; context: Context<{ token: string }> }) {
  return (
    <>
      <h1>{t('security.not-me.title')}</h1>
      <p>{t('security.not-me.intro')}</p>
      <ul>
        <li>{t('security.not-me.all-out')}</li>
        <li>{t('security.not-me.password')}</li>
        <li>{t('security.not-me.told')}</li>
      </ul>
      <FormShell action={paths.notMe(context.params)} csrfToken={context.csrfToken()}>
        <Button>{t('security.not-me.submit')}</Button>
      </FormShell>
      <p>{t('security.not-me.was-you')}</p>
    </>
  )
}

const NewPassword = ({ t }: { t: Text }) => (
  <p>
    <ButtonLink href={paths.forgotPassword()}>{t('security.not-me.new-password')}</ButtonLink>
  </p>
)

/** One page for spent, expired and invented links. */
function DeadLink({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('security.not-me.dead.title')}</h1>
      <p>{t('security.not-me.dead.why', { days: notMeDays })}</p>
      <p>{t('security.not-me.dead.what')}</p>
      <NewPassword t={t} />
    </>
  )
}

/** Opening the mailed link changes nothing, because mail scanners open links; the button shuts the account. */
export const notMePage = page({
  path: paths.notMe,
  access: anyone,
  audit: records(sayNotMe),
  load: (context) => context.read(isNotMeLinkUsable, context.params),
  view: ({ t, model: isUsable, context }) => ({
    title: t(isUsable ? 'security.not-me.title' : 'security.not-me.dead.title'),
    body: isUsable ? <LiveLink t={t} context={context} /> : <DeadLink t={t} />,
  }),
  submit: {
    operation: sayNotMe,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: (_output, context) => {
      context.endSession()
      return seeOther(paths.notMeDone())
    },
  },
})

/** What was done, and the one thing left to do. It knows of nobody: anyone may open it. */
export const notMeDonePage = page({
  path: paths.notMeDone,
  access: anyone,
  audit: recordsNothing('it changes nothing'),
  view: ({ t }) => ({
    title: t('security.not-me.done.title'),
    body: (
      <>
        <h1>{t('security.not-me.done.title')}</h1>
        <p>{t('security.not-me.done.next')}</p>
        <NewPassword t={t} />
        <p>{t('security.not-me.done.then')}</p>
      </>
    ),
  }),
})
