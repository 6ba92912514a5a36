import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, type Field, textField, wrong } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup, TextField } from '../../ui/index.ts'
import { caseFile } from '../case-file/case-file.ts'
import { openFile } from '../case-file/open-file.ts'
import { openingReasons } from '../case-file/opening-reasons.ts'
import { staffWho } from '../sessions/access.ts'

const note = textField({ empty: 'officer.open.note-empty', most: 500, optional: true })

/** Free to be empty, except beside a reason that says nothing by itself. */
export const openingNoteField: Field<string> = {
  echo: true,
  parse(posted, name, model) {
    const typed = note.parse(posted, name, model)
    const says = typed.ok && typed.value !== ''
    return typed.ok && !says && postedText(posted, 'reason') === 'other'
      ? wrong(name, 'officer.open.note-empty')
      : typed
  },
}

type OpenFormProps = { t: Text; form: FormState; receiptNumber: string; csrfToken: string }

/** **Reason for opening**: asked before anything of the file is shown. */
export function OpenForm({ t, form, receiptNumber, csrfToken }: OpenFormProps) {
  return (
    <FormPage t={t} form={form} title={t('officer.open.title', { receiptNumber })}>
      <p>{t('officer.open.intro')}</p>
      <Card plate>
        <FormShell action={officePaths.openCase({ receiptNumber })} csrfToken={csrfToken}>
          <RadioGroup
            name="reason"
            label={t('officer.open.legend')}
            options={openingReasons.map((value) => ({ value, label: t(`officer.open.reason.${value}`) }))}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <TextField
            name="note"
            label={t('officer.open.note')}
            note={t('ui.optional')}
            hint={t('officer.open.note-hint')}
            value={form.value('note')}
            error={form.error('note')}
            autocomplete="off"
          />
          <Button>{t('officer.open.submit')}</Button>
        </FormShell>
      </Card>
      <p>
        <a href={officePaths.conflict({ receiptNumber })}>{t('decisions.conflict.title')}</a>
      </p>
    </FormPage>
  )
}

const toCase = ({ params }: Pick<Context<{ receiptNumber: string }>, 'params'>) => seeOther(officePaths.case(params))

/** Where the reason is posted to; opened by itself it asks the same. */
export const openCasePage = page({
  path: officePaths.openCase,
  access: staffWho('open-file'),
  audit: records(openFile),
  load: async (context) => {
    const file = await context.read(caseFile, { receiptNumber: context.params.receiptNumber })
    if (!file) return notFound
    return file.state === 'open' ? toCase(context) : undefined
  },
  fields: { reason: choiceField(openingReasons, { empty: 'officer.open.empty' }), note: openingNoteField },
  view: ({ t, form, context }) => ({
    title: t('officer.open.title', context.params),
    body: <OpenForm t={t} form={form} csrfToken={context.csrfToken()} receiptNumber={context.params.receiptNumber} />,
  }),
  submit: {
    operation: openFile,
    input: ({ reason, note }, { params }) => ({ receiptNumber: params.receiptNumber, reason, note }),
    shows: { 'unknown-case': () => notFound },
    then: (_opened, context) => toCase(context),
  },
})
