import { showTrackingNumber } from '../../../accounts/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { formState } from '../../../platform/http/form-state.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb } from '../../../ui/index.ts'
import { mayDo } from '../../may.ts'
import { staffWho } from '../../sessions/access.ts'
import { supportDesk } from '../support-desk.ts'
import { AskReason } from './open-request.tsx'
import { History, NamedAccount, type PartProps, Protect, Request, RunningRecovery, Work } from './request-parts.tsx'
import { isSaid, type Said } from './said.ts'

type Desk = NonNullable<Awaited<ReturnType<typeof supportDesk.run>>>
export type OpenDesk = Extract<Desk, { state: 'open' }>

const isGood = (said: Said) => !['choose', 'no-reason', 'not-possible', 'recorded-by-you'].includes(said)

function SaidNotice({ t, said }: { t: Text; said: string | undefined }) {
  if (!isSaid(said)) return null
  return (
    <Alert kind={isGood(said) ? 'good' : 'warn'} live>
      <p>{t(`office-support.said.${said}`)}</p>
    </Alert>
  )
}

function OpenRequest({ title, said, ...props }: PartProps & { title: string; said: string | undefined }) {
  const { t, desk, mayWork } = props
  return (
    <div class="stack">
      <Breadcrumb t={t} trail={[{ words: t('office-support.title'), href: officePaths.support() }, { words: title }]} />
      <SaidNotice t={t} said={said} />
      <h1>{title}</h1>
      <Request {...props} />
      <NamedAccount {...props} />
      {desk.closedAt ? null : <RunningRecovery {...props} />}
      {mayWork && !desk.closedAt ? <Work {...props} /> : null}
      {desk.closedAt ? null : <Protect {...props} />}
      <History {...props} />
    </div>
  )
}

/** `/support/<tracking number>`: first **Reason for opening**, then the request and what can be done about it. */
export const supportRequestPage = page({
  path: officePaths.supportRequest,
  access: staffWho('open-support'),
  audit: recordsNothing('shown only after its opening was recorded in this session'),
  load: async (context: Context<{ trackingNumber: string }>) => (await context.read(supportDesk, context.params)) ?? notFound,
  view: ({ t, model: desk, context }) => {
    const { trackingNumber } = context.params
    const title = t('office-support.open.title', { number: showTrackingNumber(trackingNumber) })
    const csrfToken = context.csrfToken()
    if (desk.state === 'closed')
      return { title, body: <AskReason t={t} form={formState(t, undefined)} csrfToken={csrfToken} trackingNumber={trackingNumber} /> }
    const mayWork = mayDo(context.actor, 'work-support')
    const mayConfirm = mayDo(context.actor, 'confirm-identity')
    const parts = { t, desk, csrfToken, mayWork, mayConfirm }
    return { title, body: <OpenRequest {...parts} title={title} said={context.query.said} /> }
  },
})
