import { FormPage } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell } from '../../ui/index.ts'
import { ReceiptInput, receiptField } from '../find-by-receipt.tsx'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'

/** Whether a case has this number; who has access is told only after a reason was given. */
const findAccess = procedure({
  refusals: ['unknown-case'],
  async call(context: Context, named: { receiptNumber: string }) {
    return (await context.read(accessFile, named)) ? { ok: true, output: named } : { ok: false, refusal: 'unknown-case' }
  },
})

/** The room that whoever looks here comes from. */
const roomOf = (t: Text, { actor }: Pick<Context, 'actor'>) =>
  mayDo(actor, 'see-queues')
    ? { words: t('officer.queues.title'), href: officePaths.queues() }
    : mayDo(actor, 'see-support')
      ? { words: t('office-support.title'), href: officePaths.support() }
      : { words: t('office-intake.place'), href: officePaths.intake() }

/** `/access-codes`: by the receipt number to who has access to a case from paper. */
export const findAccessPage = page({
  path: officePaths.findAccess,
  access: staffWho('mail-codes'),
  audit: recordsNothing('tells only whether a number exists'),
  fields: { receiptNumber: receiptField },
  view: ({ t, form, context }) => ({
    title: t('access-codes.find.title'),
    body: (
      <>
        <Breadcrumb t={t} trail={[roomOf(t, context), { words: t('access-codes.find.title') }]} />
        <FormPage t={t} form={form} title={t('access-codes.find.title')}>
          <p>{t('access-codes.find.lead')}</p>
          <Card plate>
            <FormShell action={officePaths.findAccess()} csrfToken={context.csrfToken()}>
              <ReceiptInput t={t} form={form} />
              <Button>{t('access-codes.find.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: findAccess,
    input: ({ receiptNumber }) => ({ receiptNumber }),
    shows: { 'unknown-case': { at: 'receiptNumber', key: 'access-codes.find.unknown' } },
    then: (named) => seeOther(officePaths.access(named)),
  },
})
