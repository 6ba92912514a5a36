import type { ComponentChildren } from 'preact'
import { FormPage } from '../../accounts/index.ts'
import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { formTitle, statusTitle } from '../../cases/index.ts'
import { longTextField } from '../../platform/http/field.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, Card, EmptyState, FactsList, InstantText, NumberText, TextArea } from '../../ui/index.ts'
import { CaseTrail } from '../decisions/case-trail.tsx'
import type { ActsFile } from './acts-file.ts'

export const noteField = longTextField({ empty: 'decisions.form.note-empty', most: 4000 })

type ActPageProps = { t: Text; agency: AgencyPack; file: Pick<ActsFile, 'case'>; form: FormState; title: string; lead: string; done?: string | undefined; children: ComponentChildren }

/** A page about one act: which case, what it does, and its form. */
export function ActPage({ t, agency, file, form, title, lead, done, children }: ActPageProps) {
  const { receiptNumber, form: its, status } = file.case
  return (
    <>
      <CaseTrail t={t} receiptNumber={receiptNumber} here={title} />
      {done && form.errors.length === 0 ? (
        <Alert kind="good" live>
          <p>{done}</p>
        </Alert>
      ) : null}
      <FormPage t={t} form={form} title={title}>
        <div class="stack">
          <p>{lead}</p>
          <FactsList
            facts={[
              { name: t('officer.case.fact.receipt'), value: <NumberText t={t} kind="receipt" value={receiptNumber} copy /> },
              { name: t('officer.case.fact.form'), value: formTitle(agency, t, its) },
              { name: t('officer.case.fact.status'), value: statusTitle(agency, t, status) },
            ]}
          />
          {children}
        </div>
      </FormPage>
    </>
  )
}

export const NotNow = ({ t }: { t: Text }) => (
  <EmptyState title={t('decisions.act.not-now')}>
    <p>{t('decisions.form.not-next')}</p>
  </EmptyState>
)

export const NoteArea = ({ t, form, template = '' }: { t: Text; form: FormState; template?: string }) => (
  <TextArea name="note" label={t('decisions.form.note')} hint={t('decisions.act.note-hint')} value={form.value('note') || template} error={form.error('note')} rows={3} />
)

/** What was done of one kind, with who did it and why. */
export function ActsDone({ t, agency, file, act }: { t: Text; agency: AgencyPack; file: ActsFile; act: 'transfer' | 'hold' | 'motion' }) {
  const done = file.acts.filter((each) => each.act === act)
  if (done.length === 0) return null
  return (
    <Card title={t('decisions.act.before')}>
      <ul class="plain-list">
        {done.map(({ id, what, note, by, at }) => (
          <li key={id}>
            {agencyText(agency, t, 'decisions', `${act}.${what}`)}
            <p class="preserved" dir="auto">
              {note}
            </p>
            <p class="muted">
              {file.names.get(by) ?? ''}, <InstantText t={t} at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
