import { agencyText } from '../../agency/index.ts'
import { officeName, statusEntry } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { pressField, textField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, idempotencyFieldName, RadioGroup, Select } from '../../ui/index.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { TemplateChoice, templateText } from '../templates/template-choice.tsx'
import { transfer } from './act-operations.ts'
import { ActPage, ActsDone, NoteArea, noteField, NotNow } from './act-parts.tsx'
import { openActs } from './acts-file.ts'

/** `/cases/<receipt number>/transfer`: to which office, why, and **Transfer**. */
export const transferPage = page({
  path: officePaths.transferCase,
  access: staffWho('decide-case'),
  audit: records(transfer),
  load: openActs,
  fields: {
    office: textField({ empty: 'decisions.transfer.office-empty', most: 60 }),
    reason: textField({ empty: 'decisions.transfer.reason-empty', most: 60 }),
    note: noteField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model: file, form, context }) => {
    const { agency } = context.services
    const { transfers } = agency.caseActs
    const done = context.query.said === 'done' ? t('decisions.transfer.done') : undefined
    return {
      title: t('decisions.transfer.title'),
      body: (
        <ActPage t={t} agency={agency} file={file} form={form} title={t('decisions.transfer.title')} lead={t('decisions.transfer.lead')} done={done}>
          {statusEntry(agency, file.case.status).next.includes(transfers.status) ? (
            <Card plate>
              <TemplateChoice t={t} context={context} act="transfer" action={officePaths.transferCase(context.params)} />
              <FormShell action={officePaths.transferCase(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                <Select
                  name="office"
                  label={t('decisions.transfer.office')}
                  prompt={t('decisions.transfer.office-empty')}
                  options={agency.offices.map(({ id }) => ({ value: id, label: officeName(agency, t, id) }))}
                  value={form.value('office')}
                  error={form.error('office')}
                />
                <RadioGroup
                  name="reason"
                  label={t('decisions.transfer.reason')}
                  hint={t('decisions.act.reads')}
                  options={transfers.reasons.map((value) => ({ value, label: agencyText(agency, t, 'decisions', `transfer.${value}`) }))}
                  value={form.value('reason')}
                  error={form.error('reason')}
                />
                <NoteArea t={t} form={form} template={templateText({ t, context, act: 'transfer' })} />
                <Button>{t('decisions.transfer.submit')}</Button>
              </FormShell>
            </Card>
          ) : (
            <NotNow t={t} />
          )}
          <ActsDone t={t} agency={agency} file={file} act="transfer" />
        </ActPage>
      ),
    }
  },
  submit: {
    operation: transfer,
    input: ({ office, reason, note, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      toOffice: office as string,
      reason: reason as string,
      note: note as string,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-a-next-status': { at: '', key: 'decisions.form.not-next' },
      'no-such-office': { at: 'office', key: 'decisions.transfer.office-other' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.transferCase(params)}?said=done`),
  },
})
