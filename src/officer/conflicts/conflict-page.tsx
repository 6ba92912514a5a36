import { FormPage } from '../../accounts/index.ts'
import { caseBehind } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, longTextField, pressField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, idempotencyFieldName, NumberText, RadioGroup, TextArea } from '../../ui/index.ts'
import { CaseTrail } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { conflictReasons } from './conflict.ts'
import { declareConflict } from './conflict-acts.ts'

const gone = () => seeOther(`${officePaths.queues()}?said=conflict`)

/** `/cases/<receipt number>/conflict`: **I may not work on this case**, before or after its file was opened. */
export const conflictPage = page({
  path: officePaths.conflict,
  access: staffWho('decide-case'),
  audit: records(declareConflict),
  load: async (context: Context<{ receiptNumber: string }>) => ((await context.read(caseBehind, context.params)) ? undefined : notFound),
  loadsToShow: true,
  fields: {
    why: choiceField(conflictReasons, { empty: 'decisions.conflict.why-empty' }),
    note: longTextField({ empty: 'decisions.conflict.why-empty', most: 2000, optional: true }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, form, context }) => ({
    title: t('decisions.conflict.title'),
    body: (
      <>
        <CaseTrail t={t} receiptNumber={context.params.receiptNumber} here={t('decisions.conflict.title')} />
        <FormPage t={t} form={form} title={t('decisions.conflict.title')}>
          <p>
            <NumberText t={t} kind="receipt" value={context.params.receiptNumber} />
          </p>
          <p>{t('decisions.conflict.lead')}</p>
          <Card plate>
            <FormShell action={officePaths.conflict(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
              <RadioGroup
                name="why"
                label={t('decisions.conflict.why')}
                options={conflictReasons.map((value) => ({ value, label: t(`decisions.conflict.why.${value}`) }))}
                value={form.value('why')}
                error={form.error('why')}
              />
              <TextArea name="note" label={t('decisions.conflict.note')} note={t('ui.optional')} hint={t('decisions.conflict.note-hint')} value={form.value('note')} error={form.error('note')} rows={3} />
              <Button>{t('decisions.conflict.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: declareConflict,
    input: ({ why, note, [idempotencyFieldName]: press }, { params }) => ({ receiptNumber: params.receiptNumber, press: press as string, why, note: note as string }),
    shows: { 'unknown-case': gone },
    then: gone,
  },
})
