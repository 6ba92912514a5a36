import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, FactsList, FormShell, NumberText } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { mergeAccounts } from '../merge-accounts.ts'
import { mergeStanding, type NamedAccount } from '../merge-attempt.ts'

function Side({ t, title, account }: { t: Text; title: string; account: NamedAccount }) {
  return (
    <Card title={title}>
      <FactsList
        facts={[
          { name: t('merging.confirm.user-name'), value: account.email },
          {
            name: t('merging.confirm.number'),
            value: <NumberText t={t} kind="account" value={account.onlineAccountNumber} />,
          },
        ]}
      />
    </Card>
  )
}

async function provenOf(context: Context) {
  const merge = await context.read(mergeStanding, undefined)
  if (!merge) return seeOther(paths.mergeAccount())
  return merge.proven ?? seeOther(paths.mergeCode())
}

export const mergeConfirmPage = page({
  path: paths.mergeConfirm,
  access: needsRecentProof,
  audit: records(mergeAccounts),
  load: provenOf,
  view: ({ t, model: { kept, other }, form, context }) => ({
    title: t('merging.confirm.title'),
    body: (
      <FormPage t={t} form={form} title={t('merging.confirm.title')}>
        <Side t={t} title={t('merging.confirm.kept')} account={kept} />
        <Side t={t} title={t('merging.confirm.retired')} account={other} />
        <Alert kind="warn">
          <p>{t('merging.stays.final')}</p>
        </Alert>
        <FormShell action={paths.mergeConfirm()} csrfToken={context.csrfToken()}>
          <Button>{t('merging.confirm.submit')}</Button>
        </FormShell>
        <p>
          <a href={paths.profile()}>{t('merging.confirm.cancel')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: mergeAccounts,
    input: () => undefined,
    shows: {
      'not-proven': { at: '', key: 'merging.not-proven' },
      'no-longer-possible': { at: '', key: 'merging.no-longer' },
    },
    then: () => seeOther(`${paths.mergeAccount()}?done=yes`),
  },
})
