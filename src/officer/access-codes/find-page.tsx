import { FormPage } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell } from '../../ui/index.ts'
import { ReceiptInput, receiptField } from '../find-by-receipt.tsx'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'

/** Whether a case has this number; who has access is told only after a reason was given. */
const findAccess = procedure({
  refusals: ['unknown-case'],
  async call(context: Context, named: { receiptNumber: string }) {
    return (await context.read(accessFile, named)) ? { ok: true, output: named } : { ok: false, refusal: 'unknown-case' }
  },
})

/** `/access-codes`: by the receipt number to who has access to a case from paper. */
export const findAccessPage = page({
  path: officePaths.findAccess,
  access: staffWho('mail-codes'),
  audit: recordsNothing('tells only whether a number exists'),
  fields: { receiptNumber: receiptField },
  view: ({ t, form, context }) => ({
    title: t('access-codes.find.title'),
    body: (
      <FormPage t={t} form={form} title={t('access-codes.find.title')}>
        <p>{t('access-codes.find.lead')}</p>
        <Card plate>
          <FormShell action={officePaths.findAccess()} csrfToken={context.csrfToken()}>
            <ReceiptInput t={t} form={form} />
            <Button>{t('access-codes.find.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: findAccess,
    input: ({ receiptNumber }) => ({ receiptNumber }),
    shows: { 'unknown-case': { at: 'receiptNumber', key: 'access-codes.find.unknown' } },
    then: (named) => seeOther(officePaths.access(named)),
  },
})
