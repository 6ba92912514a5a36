import { parsedField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { backupCodeShape, parseCode } from '../../platform/numbers/crockford.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, TextField } from '../../ui/index.ts'
import { passwordGiven } from '../sessions/access.ts'
import { giveBackupCode, signInWithBackupCode, tryBackupCode } from '../sign-in/give-backup-code.ts'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const backupCodeField = parsedField<string>({ empty: 'accounts.backup.empty', most: 60 }, (typed) => {
  const read = parseCode(typed, backupCodeShape)
  return read.ok ? { value: read.code } : { error: 'accounts.backup.not-a-code' }
})

export const signInBackupCodePage = page({
  path: paths.signInBackupCode,
  access: passwordGiven,
  audit: records(tryBackupCode, signInWithBackupCode),
  fields: { code: { ...backupCodeField, echo: false } },
  view: ({ t, form, context }) => ({
    title: t('accounts.backup.sign-in.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.backup.sign-in.title')}>
        <p>{t('accounts.backup.sign-in.intro')}</p>
        <Card plate>
          <FormShell action={paths.signInBackupCode()} csrfToken={context.csrfToken()}>
            <TextField
              name="code"
              label={t('accounts.backup.field')}
              hint={t('accounts.backup.field-hint')}
              error={form.error('code')}
              autocomplete="off"
              numeric
            />
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
