import { seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { BackupCode, Button, ButtonLink, ButtonRow, Card, FormShell, PrintButton } from '../../ui/index.ts'
import { keepBackupCode, waitingBackupCode } from '../backup-code/keep-backup-code.ts'
import { signedIn, signUpStep } from '../sessions/access.ts'
import { FormPage } from './form-page.tsx'
import { reload } from './go-on.ts'

type CodeToKeepProps = {
  t: Text
  code: string
  action: string
  /** Where the same code is a text file. */
  file: string
  csrfToken: string
}

/** The backup code, shown until **Proceed**: printed, saved as text, or copied by hand. */
export function CodeToKeep({ t, code, action, file, csrfToken }: CodeToKeepProps) {
  return (
    <>
      <p>
        <strong>{t('accounts.backup.once')}</strong>
      </p>
      <Card title={t('accounts.backup.label')}>
        <BackupCode t={t} code={code} />
        <ButtonRow>
          <PrintButton t={t} />
          <ButtonLink href={file} look="quiet">
            {t('recovery.code-file.save')}
          </ButtonLink>
        </ButtonRow>
      </Card>
      <FormShell action={action} csrfToken={csrfToken}>
        <Button>{t('accounts.backup.proceed')}</Button>
      </FormShell>
    </>
  )
}

export const backupCodePage = page({
  path: paths.backupCode,
  access: signUpStep('backup-code'),
  audit: records(keepBackupCode),
  load: async (context) => (await context.read(waitingBackupCode, undefined)) ?? '',
  view: ({ t, model: code, form, context }) => ({
    title: t('accounts.backup.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.backup.title')} step={{ name: 'backup-code', rules: context.services.agency }}>
        <p>{t('accounts.backup.intro')}</p>
        <CodeToKeep t={t} code={code} action={paths.backupCode()} file={paths.backupCodeText()} csrfToken={context.csrfToken()} />
      </FormPage>
    ),
  }),
  submit: {
    operation: keepBackupCode,
    input: () => undefined,
    shows: { 'no-code-waiting': reload },
    then: () => seeOther(paths.resetQuestions()),
  },
})

/** Where the new code waits after the old one was used. */
export const newBackupCodePage = page({
  path: paths.newBackupCode,
  access: signedIn,
  audit: records(keepBackupCode),
  load: (context) => context.read(waitingBackupCode, undefined),
  view: ({ t, model: code, form, context }) => ({
    title: t('accounts.backup.new.title'),
    body: (
      <FormPage t={t} form={form} title={t(code ? 'accounts.backup.new.title' : 'security.backup-code')}>
        {code ? (
          <>
            <p>{t('accounts.backup.new.intro')}</p>
            <CodeToKeep
              t={t}
              code={code}
              action={paths.newBackupCode()}
              file={paths.newBackupCodeText()}
              csrfToken={context.csrfToken()}
            />
          </>
        ) : (
          <>
            <p>{t('accounts.backup.none')}</p>
            <p>{t.rich('accounts.backup.none-how', { link: (words) => <a href={paths.makeBackupCode()}>{words}</a> })}</p>
          </>
        )}
      </FormPage>
    ),
  }),
  submit: {
    operation: keepBackupCode,
    input: () => undefined,
    shows: { 'no-code-waiting': reload },
    then: () => seeOther(paths.account()),
  },
})
