import { FormPage } from '../../accounts/index.ts'
import { caseBehind } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell } from '../../ui/index.ts'
import { ReceiptInput, receiptField } from '../find-by-receipt.tsx'
import { staffWho } from '../sessions/access.ts'
import { mayDo } from '../may.ts'

/** Whether a case has this number; what is in it is told only after a reason was given. */
const findCase = procedure({
  refusals: ['unknown-case'],
  async call(context: Context, { receiptNumber }: { receiptNumber: string }) {
    if (!mayDo(context.actor, 'find-case')) return { ok: false, refusal: 'not-allowed' }
    const found = await context.read(caseBehind, { receiptNumber })
    return found ? { ok: true, output: { receiptNumber } } : { ok: false, refusal: 'unknown-case' }
  },
})

export const findCasePage = page({
  path: officePaths.cases,
  access: staffWho('find-case'),
  audit: recordsNothing('tells only whether a number exists; opening the file is recorded'),
  fields: { receiptNumber: receiptField },
  view: ({ t, form, context }) => ({
    title: t('officer.find.title'),
    body: (
      <FormPage t={t} form={form} title={t('officer.find.title')}>
        <Card plate>
          <FormShell action={officePaths.cases()} csrfToken={context.csrfToken()}>
            <ReceiptInput t={t} form={form} />
            <Button>{t('officer.find.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: findCase,
    input: ({ receiptNumber }) => ({ receiptNumber }),
    shows: { 'unknown-case': { at: 'receiptNumber', key: 'officer.find.unknown' } },
    then: ({ receiptNumber }) => seeOther(officePaths.case({ receiptNumber })),
  },
})
