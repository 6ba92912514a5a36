import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'
import { accessReasons, type NamedAccess, openAccess } from './open-access.ts'

type AskProps = { t: Text; form: FormState; receiptNumber: string; csrfToken: string }

/** **Reason for opening**: asked before anything of who has access is shown. */
export function AskWhy({ t, form, receiptNumber, csrfToken }: AskProps) {
  return (
    <FormPage t={t} form={form} title={t('access-codes.title', { receiptNumber })}>
      <p>{t('access-codes.open.intro')}</p>
      <Card plate>
        <FormShell action={officePaths.openAccess({ receiptNumber })} csrfToken={csrfToken}>
          <RadioGroup
            name="reason"
            label={t('officer.open.legend')}
            options={accessReasons.map((value) => ({ value, label: t(`officer.open.reason.${value}`) }))}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <Button>{t('access-codes.open.submit')}</Button>
        </FormShell>
      </Card>
    </FormPage>
  )
}

const toAccess = ({ params }: Pick<Context<NamedAccess>, 'params'>) => seeOther(officePaths.access(params))

/** Where the reason is posted to; opened by itself it asks the same. */
export const openAccessPage = page({
  path: officePaths.openAccess,
  access: staffWho('mail-codes'),
  audit: records(openAccess),
  load: async (context) => {
    const file = await context.read(accessFile, context.params)
    if (!file) return notFound
    return file.state === 'open' ? toAccess(context) : undefined
  },
  fields: { reason: choiceField(accessReasons, { empty: 'officer.open.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('access-codes.title', context.params),
    body: <AskWhy t={t} form={form} csrfToken={context.csrfToken()} receiptNumber={context.params.receiptNumber} />,
  }),
  submit: {
    operation: openAccess,
    input: ({ reason }, { params }) => ({ receiptNumber: params.receiptNumber, reason }),
    shows: { 'unknown-case': () => notFound },
    then: (_opened, context) => toAccess(context),
  },
})
