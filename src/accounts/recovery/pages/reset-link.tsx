import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, ButtonLink, FormShell } from '../../../ui/index.ts'
import { reload } from '../../pages/go-on.ts'
import { halfWayMinutes } from '../../sessions/session.ts'
import { isResetLinkUsable, openReset } from '../open-reset.ts'
import { resetLinkMinutes } from '../reset-link.ts'
import { stepOrWayOut } from './standing-for.ts'

function LiveLink({ t, context }: { t: Text; context: Context<{ token: string }> }) {
  return (
    <>
      <h1>{t('recovery.link.title')}</h1>
      <p>{t('recovery.link.intro')}</p>
      <FormShell action={paths.resetLink(context.params)} csrfToken={context.csrfToken()}>
        <Button>{t('recovery.link.submit')}</Button>
      </FormShell>
      <p class="usa-hint">{t('recovery.link.device', { minutes: halfWayMinutes })}</p>
    </>
  )
}

/** One page for spent, expired, replaced and invented links. */
function DeadLink({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('recovery.link.dead.title')}</h1>
      <p>{t('recovery.link.dead.why', { minutes: resetLinkMinutes })}</p>
      <p>
        <ButtonLink href={paths.forgotPassword()}>{t('recovery.link.dead.new')}</ButtonLink>
      </p>
    </>
  )
}

/** Opening the mailed link changes nothing, because mail scanners open links; the button spends it. */
export const resetLinkPage = page({
  path: paths.resetLink,
  access: anyone,
  audit: records(openReset),
  load: (context) => context.read(isResetLinkUsable, context.params),
  view: ({ t, model: isUsable, context }) => ({
    title: t(isUsable ? 'recovery.link.title' : 'recovery.link.dead.title'),
    body: isUsable ? <LiveLink t={t} context={context} /> : <DeadLink t={t} />,
  }),
  submit: {
    operation: openReset,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: ({ secret, step }, context) => {
      context.startSession(secret)
      return seeOther(stepOrWayOut(step))
    },
  },
})
