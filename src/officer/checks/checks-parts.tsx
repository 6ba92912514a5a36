import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, Card, type Choice, DateField, DayText, EmptyState, FormShell, InstantText, RadioGroup, Select, Table, Tag, type TagKind, TextArea } from '../../ui/index.ts'
import { type CheckState, checkOutcomes, type StandingCheck } from './check.ts'
import type { InterviewNote, RecordedCheck } from './checks-of-case.ts'

const tags: Record<CheckState, TagKind> = { clear: 'good', missing: 'wait', expired: 'act', hit: 'act' }

type Shown = { t: Text; agency: AgencyPack }

/** Why a check that an appointment answers stands as it does: who came, who did not, who is expected. */
export function VisitWords({ t, visit }: { t: Text; visit: StandingCheck['visit'] }) {
  if (visit === null) return null
  return <span class="muted">{visit === 'none' ? t('decisions.checks.visit.none') : t.rich(`decisions.checks.visit.${visit.state}`, { day: <DayText t={t} day={visit.on} /> })}</span>
}

/** Each check that the case needs, with how it stands today. */
export function Standing({ t, agency, checks }: Shown & { checks: readonly StandingCheck[] }) {
  if (checks.length === 0)
    return (
      <EmptyState title={t('decisions.checks.needed')}>
        <p>{t('decisions.checks.none-needed')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('decisions.checks.needed')}
        head={(['check', 'state', 'done', 'until'] as const).map((name) => t(`decisions.checks.head.${name}`))}
        rows={checks.map(({ gate, state, doneOn, expiresOn, visit }) => [
          agencyText(agency, t, 'decisions', `check.${gate}`),
          <span key="state">
            <Tag kind={tags[state]}>{t(`decisions.checks.state.${state}`)}</Tag> <VisitWords t={t} visit={visit} />
          </span>,
          doneOn ? <DayText key="done" t={t} day={doneOn} /> : t('decisions.checks.never'),
          expiresOn ? <DayText key="until" t={t} day={expiresOn.subtract({ days: 1 })} /> : t('decisions.checks.never'),
        ])}
      />
    </Card>
  )
}

type FormProps = { t: Text; form: FormState; action: string; csrfToken: string; press: string }

export function CheckForm({ t, form, action, csrfToken, press, options }: FormProps & { options: readonly Choice[] }) {
  const day = { month: form.value('done-month'), day: form.value('done-day'), year: form.value('done-year') }
  return (
    <Card title={t('decisions.checks.record')} plate>
      <FormShell action={action} csrfToken={csrfToken} idempotencyKey={press}>
        <Select name="gate" label={t('decisions.checks.gate')} prompt={t('decisions.checks.gate-empty')} options={options} value={form.value('gate')} error={form.error('gate')} />
        <RadioGroup
          name="outcome"
          label={t('decisions.checks.outcome')}
          options={checkOutcomes.map((value) => ({ value, label: t(`decisions.checks.outcome.${value}`), hint: t(`decisions.checks.outcome.${value}-hint`) }))}
          value={form.value('outcome')}
          error={form.error('outcome')}
        />
        <DateField t={t} name="done" label={t('decisions.checks.day')} hint={t('decisions.checks.day-hint')} value={day} error={form.error('done-month')} />
        <TextArea name="note" label={t('decisions.checks.note')} hint={t('decisions.checks.note-hint')} value={form.value('note')} error={form.error('note')} rows={3} />
        <Button>{t('decisions.checks.submit')}</Button>
      </FormShell>
    </Card>
  )
}

/** Everything that was recorded, the newest first: an old result stays to be read. */
export function Recorded({ t, agency, recorded, names }: Shown & { recorded: readonly RecordedCheck[]; names: ReadonlyMap<string, string> }) {
  if (recorded.length === 0) return null
  return (
    <Card>
      <Table
        caption={t('decisions.checks.all')}
        head={(['check', 'outcome', 'done', 'by', 'note'] as const).map((name) => t(`decisions.checks.head.${name}`))}
        rows={recorded.map(({ gate, outcome, doneOn, staff, at, note }) => [
          agencyText(agency, t, 'decisions', `check.${gate}`),
          t(`decisions.checks.outcome.${outcome}`),
          <DayText key="done" t={t} day={doneOn} />,
          <span key="by">
            {names.get(staff) ?? ''}, <InstantText t={t} at={at} />
          </span>,
          note,
        ])}
      />
    </Card>
  )
}

export function Notes({ t, notes, names }: { t: Text; notes: readonly InterviewNote[]; names: ReadonlyMap<string, string> }) {
  if (notes.length === 0)
    return (
      <EmptyState title={t('decisions.notes.none')}>
        <p>{t('decisions.notes.none-about')}</p>
      </EmptyState>
    )
  return (
    <>
      {notes.map(({ id, text, staff, at }) => (
        <Card key={id}>
          <p class="muted">
            {names.get(staff) ?? ''}, <InstantText t={t} at={at} />
          </p>
          <p class="preserved" dir="auto">
            {text}
          </p>
        </Card>
      ))}
    </>
  )
}

export function NoteForm({ t, form, action, csrfToken, press }: FormProps) {
  return (
    <Card title={t('decisions.notes.write')} plate>
      <FormShell action={action} csrfToken={csrfToken} idempotencyKey={press}>
        <TextArea name="text" label={t('decisions.notes.text')} hint={t('decisions.notes.text-hint')} value={form.value('text')} error={form.error('text')} rows={8} />
        <Button>{t('decisions.notes.submit')}</Button>
      </FormShell>
    </Card>
  )
}
