import { FormPage } from '../../accounts/index.ts'
import { caseForOffice, parseReceiptNumber, type ReceiptNumberError } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { parsedField } from '../../platform/http/field.ts'
import { type Context, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, TextField } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { mayDo } from '../may.ts'

const faults: Record<ReceiptNumberError, MessageKey> = {
  'not-a-receipt-number': 'officer.find.malformed',
  'unknown-prefix': 'officer.find.unknown-prefix',
  'looks-like-online-account-number': 'officer.find.account-number',
  'looks-like-a-number': 'officer.find.a-number',
}

const receiptNumberField = parsedField<string>({ empty: 'officer.find.empty', most: 40 }, (typed) => {
  const parsed = parseReceiptNumber(typed)
  return parsed.ok ? { value: parsed.number } : { error: faults[parsed.error] }
})

/** Whether a case has this number; what is in it is told only after a reason was given. */
const findCase = procedure({
  refusals: ['unknown-case'],
  async call(context: Context, { receiptNumber }: { receiptNumber: string }) {
    if (!mayDo(context.actor, 'find-case')) return { ok: false, refusal: 'not-allowed' }
    const found = await context.read(caseForOffice, { receiptNumber })
    return found ? { ok: true, output: { receiptNumber } } : { ok: false, refusal: 'unknown-case' }
  },
})

export const findCasePage = page({
  path: officePaths.cases,
  access: staffWho('find-case'),
  audit: recordsNothing('tells only whether a number exists; opening the file is recorded'),
  fields: { receiptNumber: receiptNumberField },
  view: ({ t, form, context }) => ({
    title: t('officer.find.title'),
    body: (
      <FormPage t={t} form={form} title={t('officer.find.title')}>
        <Card plate>
          <FormShell action={officePaths.cases()} csrfToken={context.csrfToken()}>
            <TextField
              name="receiptNumber"
              label={t('officer.find.label')}
              hint={t('officer.find.hint')}
              value={form.value('receiptNumber')}
              error={form.error('receiptNumber')}
              autocomplete="off"
              numeric
            />
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
