import { seeOther } from '../../../../platform/http/answer.ts'
import { page, records } from '../../../../platform/http/page.ts'
import { paths } from '../../../../platform/paths.ts'
import { Button, FormShell } from '../../../../ui/index.ts'
import { FormPage } from '../../../pages/form-page.tsx'
import { needsRecentProof } from '../../../sessions/access.ts'
import { withNext } from '../../../sessions/own-path.ts'
import { makeBackupCode, replaceBackupCode } from '../replace-backup-code.ts'

export const makeBackupCodePage = page({
  path: paths.makeBackupCode,
  access: needsRecentProof,
  audit: records(replaceBackupCode),
  view: ({ t, form, context }) => ({
    title: t('recovery.own.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.own.code.title')}>
        <p>{t('recovery.own.code.intro')}</p>
        <FormShell action={paths.makeBackupCode()} csrfToken={context.csrfToken()}>
          <Button>{t('recovery.own.code.submit')}</Button>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: makeBackupCode,
    input: () => undefined,
    shows: { 'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.makeBackupCode())) },
    then: () => seeOther(paths.newBackupCode()),
  },
})
