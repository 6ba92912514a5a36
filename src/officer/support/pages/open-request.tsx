import { FormPage, showTrackingNumber } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { choiceField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { openSupportRequest, supportReasons } from '../open-request.ts'
import { supportDesk } from '../support-desk.ts'

type AskReasonProps = { t: Text; form: FormState; trackingNumber: string; csrfToken: string }

/** **Reason for opening**: asked before anything of the request is shown. */
export function AskReason({ t, form, trackingNumber, csrfToken }: AskReasonProps) {
  return (
    <FormPage t={t} form={form} title={t('office-support.open.title', { number: showTrackingNumber(trackingNumber) })}>
      <p>{t('office-support.open.intro')}</p>
      <Card plate>
        <FormShell action={officePaths.openSupportRequest({ trackingNumber })} csrfToken={csrfToken}>
          <RadioGroup
            name="reason"
            label={t('office-support.open.legend')}
            options={supportReasons.map((value) => ({ value, label: t(`office-support.open.reason.${value}`) }))}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <Button>{t('office-support.open.submit')}</Button>
        </FormShell>
      </Card>
    </FormPage>
  )
}

const toRequest = ({ params }: Pick<Context<{ trackingNumber: string }>, 'params'>) => seeOther(officePaths.supportRequest(params))

/** Where the reason is posted to; opened by itself it asks the same. */
export const openSupportRequestPage = page({
  path: officePaths.openSupportRequest,
  access: staffWho('open-support'),
  audit: records(openSupportRequest),
  load: async (context) => {
    const file = await context.read(supportDesk, context.params)
    if (!file) return notFound
    return file.state === 'open' ? toRequest(context) : undefined
  },
  fields: { reason: choiceField(supportReasons, { empty: 'office-support.open.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('office-support.open.title', { number: showTrackingNumber(context.params.trackingNumber) }),
    body: <AskReason t={t} form={form} csrfToken={context.csrfToken()} trackingNumber={context.params.trackingNumber} />,
  }),
  submit: {
    operation: openSupportRequest,
    input: ({ reason }, { params }) => ({ trackingNumber: params.trackingNumber, reason }),
    shows: { 'unknown-request': () => notFound },
    then: (_opened, context) => toRequest(context),
  },
})
