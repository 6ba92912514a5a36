import { FormPage } from '../../accounts/index.ts'
import { agencyText } from '../../agency/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, dayField, longTextField, pressField, textField } from '../../platform/http/field.ts'
import { type Context, page, records, type Route } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, idempotencyFieldName } from '../../ui/index.ts'
import { CaseTrail, toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { checkOutcomes } from './check.ts'
import { recordCheck, writeInterviewNote } from './check-acts.ts'
import { checksFile } from './checks-of-case.ts'
import { CheckForm, NoteForm, Notes, Recorded, Standing } from './checks-parts.tsx'

type CaseContext = Context<{ receiptNumber: string }>

async function opened(context: CaseContext) {
  const file = await context.read(checksFile, context.params)
  if (!file) return notFound
  return file.state === 'open' ? file : toCase(context)
}

/** `/cases/<receipt number>/checks`: how the checks stand that an approval needs, and the form that records what one came to. */
const checksPage = page({
  path: officePaths.checks,
  access: staffWho('decide-case'),
  audit: records(recordCheck),
  load: opened,
  fields: {
    gate: textField({ empty: 'decisions.checks.gate-empty', most: 60 }),
    outcome: choiceField(checkOutcomes, { empty: 'decisions.checks.outcome-empty' }),
    done: dayField({ empty: 'decisions.checks.day-empty', impossible: 'decisions.checks.day-wrong' }),
    note: longTextField({ empty: 'decisions.checks.note-empty', most: 4000, optional: true }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => ({
    title: t('decisions.checks.title'),
    wide: true,
    body: (
      <>
        <CaseTrail t={t} receiptNumber={context.params.receiptNumber} here={t('decisions.checks.title')} />
        {context.query.said === 'recorded' && form.errors.length === 0 ? (
          <Alert kind="good" live>
            <p>{t('decisions.checks.recorded')}</p>
          </Alert>
        ) : null}
        <FormPage t={t} form={form} title={t('decisions.checks.title')}>
          <div class="stack">
            <Standing t={t} agency={context.services.agency} checks={model.checks} />
            {model.checks.length > 0 ? (
              <CheckForm
                t={t}
                form={form}
                action={officePaths.checks(context.params)}
                csrfToken={context.csrfToken()}
                press={newId()}
                options={model.checks.map(({ gate: value }) => ({ value, label: agencyText(context.services.agency, t, 'decisions', `check.${value}`) }))}
              />
            ) : null}
            <Recorded t={t} agency={context.services.agency} recorded={model.recorded} names={model.names} />
          </div>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: recordCheck,
    input: ({ gate, outcome, done, note, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      press: press as string,
      gate,
      outcome,
      doneOn: done,
      note,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'no-such-check': { at: 'gate', key: 'decisions.checks.gate-empty' },
      'day-to-come': { at: 'done-month', key: 'decisions.checks.day-to-come' },
      'no-note': { at: 'note', key: 'decisions.checks.note-empty' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.checks(params)}?said=recorded`),
  },
})

/** `/cases/<receipt number>/interview-notes`: what was said in interviews, for the office alone. */
const interviewNotesPage = page({
  path: officePaths.interviewNotes,
  access: staffWho('decide-case'),
  audit: records(writeInterviewNote),
  load: opened,
  fields: { text: longTextField({ empty: 'decisions.notes.empty', most: 8000 }), [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => ({
    title: t('decisions.notes.title'),
    body: (
      <>
        <CaseTrail t={t} receiptNumber={context.params.receiptNumber} here={t('decisions.notes.title')} />
        <FormPage t={t} form={form} title={t('decisions.notes.title')}>
          <div class="stack">
            <p>{t('decisions.notes.lead')}</p>
            <Notes t={t} notes={model.notes} names={model.names} />
            <NoteForm t={t} form={form} action={officePaths.interviewNotes(context.params)} csrfToken={context.csrfToken()} press={newId()} />
          </div>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: writeInterviewNote,
    input: ({ text, [idempotencyFieldName]: press }, { params }) => ({ receiptNumber: params.receiptNumber, text: text as string, press: press as string }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase },
    then: (_done, { params }) => seeOther(officePaths.interviewNotes(params)),
  },
})

export const checkRoutes: readonly Route[] = [checksPage, interviewNotesPage]
