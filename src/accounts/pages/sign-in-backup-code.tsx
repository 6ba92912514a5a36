import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell } from '../../ui/index.ts'
import { passwordGiven } from '../sessions/access.ts'
import { giveBackupCode, signInWithBackupCode, tryBackupCode } from '../sign-in/give-backup-code.ts'
import { BackupCodeField, backupCodeField } from './backup-code-field.tsx'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const signInBackupCodePage = page({
  path: paths.signInBackupCode,
  access: passwordGiven,
  audit: records(tryBackupCode, signInWithBackupCode),
  fields: { code: backupCodeField },
  view: ({ t, form, context }) => ({
    title: t('accounts.backup.sign-in.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.backup.sign-in.title')}>
        <p>{t('accounts.backup.sign-in.intro')}</p>
        <Card plate>
          <FormShell action={paths.signInBackupCode()} csrfToken={context.csrfToken()}>
            <BackupCodeField t={t} form={form} />
            <Button>{t('accounts.backup.submit')}</Button>
          </FormShell>
        </Card>
        <p>
          <a href={paths.signInCode()}>{t('accounts.backup.back')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: giveBackupCode,
    input: ({ code }) => ({ code }),
    shows: {
      'code-wrong': { at: 'code', key: 'accounts.backup.wrong' },
      'no-code': { at: 'code', key: 'accounts.backup.wrong' },
      'tries-used': { at: 'code', key: 'accounts.code.tries-used' },
    },
    then: goOn,
  },
})
