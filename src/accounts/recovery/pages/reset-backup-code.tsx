import { seeOther } from '../../../platform/http/answer.ts'
import { page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell } from '../../../ui/index.ts'
import { BackupCodeField, backupCodeField } from '../../pages/backup-code-field.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { resetting } from '../../sessions/access.ts'
import { keepResetBackupCode, proveByBackupCode, tryResetBackupCode } from '../prove-by-backup-code.ts'
import { mayTake } from '../reset-way.ts'
import { standingFor } from './standing-for.ts'
import { WaysOut } from './ways-out.tsx'

export const resetBackupCodePage = page({
  path: paths.resetBackupCode,
  access: resetting,
  audit: records(tryResetBackupCode, keepResetBackupCode),
  load: (context) => standingFor('backup-code', context),
  fields: { code: backupCodeField },
  view: ({ t, model: { facts }, form, context }) => ({
    title: t('recovery.backup.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.backup.title')}>
        <p>{t(facts.factorGiven ? 'recovery.backup.instead-of-answers' : 'recovery.backup.intro')}</p>
        <p>{t('recovery.backup.later')}</p>
        <Card plate>
          <FormShell action={paths.resetBackupCode()} csrfToken={context.csrfToken()}>
            <BackupCodeField t={t} form={form} />
            <Button>{t('recovery.backup.submit')}</Button>
          </FormShell>
        </Card>
        {mayTake('code', facts) ? (
          <p>
            <a href={paths.resetCode()}>{t('recovery.backup.use-code')}</a>
          </p>
        ) : null}
        {mayTake('passkey', facts) ? (
          <p>
            <a href={paths.resetPasskey()}>{t('passkeys.sign-in.instead')}</a>
          </p>
        ) : null}
        {mayTake('questions', facts) ? (
          <p>
            <a href={paths.resetAnswers()}>{t('recovery.backup.use-answers')}</a>
          </p>
        ) : null}
        <WaysOut t={t} />
      </FormPage>
    ),
  }),
  submit: {
    operation: proveByBackupCode,
    input: ({ code }) => ({ code }),
    shows: {
      'code-wrong': { at: 'code', key: 'accounts.backup.wrong' },
      'tries-used': { at: 'code', key: 'recovery.backup.tries-used' },
      'reset-elsewhere': reload,
    },
    then: () => seeOther(paths.resetAnswers()),
  },
})
