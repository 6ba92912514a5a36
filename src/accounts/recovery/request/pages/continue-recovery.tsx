import { seeOther } from '../../../../platform/http/answer.ts'
import { page, records } from '../../../../platform/http/page.ts'
import { anyone } from '../../../../platform/http/visit.ts'
import { paths } from '../../../../platform/paths.ts'
import { Button, Card, EmailField, FormShell } from '../../../../ui/index.ts'
import { emailField } from '../../../email-address.ts'
import { BackupCodeField, backupCodeField } from '../../../pages/backup-code-field.tsx'
import { FormPage } from '../../../pages/form-page.tsx'
import { delayHours } from '../recovery-request.ts'
import { openByBackupCode, showBackupCode, tryRecoveryCode } from '../show-backup-code.ts'

export const continueRecoveryPage = page({
  path: paths.continueRecovery,
  access: anyone,
  audit: records(tryRecoveryCode, openByBackupCode),
  fields: { email: emailField, code: backupCodeField },
  view: ({ t, form, context }) => ({
    title: t('recovery.continue.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.continue.title')}>
        <p>{t('recovery.continue.intro', { hours: delayHours })}</p>
        <Card plate>
          <FormShell action={paths.continueRecovery()} csrfToken={context.csrfToken()}>
            <EmailField name="email" label={t('accounts.email.label')} value={form.value('email')} error={form.error('email')} />
            <BackupCodeField t={t} form={form} />
            <Button>{t('recovery.continue.submit')}</Button>
          </FormShell>
        </Card>
        <p>{t('recovery.continue.link')}</p>
        <p>{t.rich('recovery.continue.neither', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: showBackupCode,
    input: ({ email, code }) => ({ email, code }),
    shows: {
      'nothing-open': { at: 'email', key: 'recovery.continue.nothing', values: { hours: delayHours } },
      'too-many-attempts': { at: 'email', key: 'platform.refusal.too-many-attempts' },
    },
    then: ({ secret }, context) => {
      context.startSession(secret)
      return seeOther(paths.resetAnswers())
    },
  },
})
