import { agencyText } from '../../agency/index.ts'
import { officeName } from '../../cases/index.ts'
import { atOffice, kindOf, type OfficeStep, outcomesOf, whenThere } from '../../correspondence/index.ts'
import type { Context, FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, ButtonRow, Card, FactsList, FormShell, InstantText, Select, Tag } from '../../ui/index.ts'
import type { AppointmentOfFile } from './appointment-desk.ts'
import { FreeTimesForm } from './free-times.tsx'

type Parts = {
  t: Text
  model: AppointmentOfFile
  context: Context<{ receiptNumber: string; appointment: string }>
  form: FormState
}

const isOpenNow = ({ appointment: { state } }: AppointmentOfFile) => state === 'booked' || state === 'to-rebook'

export function FactsOf({ t, model: { appointment: its, needs }, context }: Parts) {
  const { agency } = context.services
  const confirmed = its.confirmed === null ? [] : [{ name: t('appointments.file.outcome'), value: t(its.confirmed ? 'appointments.file.confirmed.yes' : 'appointments.file.confirmed.no') }]
  return (
    <Card title={t('appointments.file.when')}>
      <FactsList
        facts={[
          { name: t('appointments.office.head.time'), value: whenThere(agency, t, its) },
          { name: t('appointments.office.choose'), value: officeName(agency, t, its.office) },
          { name: t('appointments.office.head.state'), value: <Tag>{t(`appointments.office.state.${its.state}`)}</Tag> },
          ...confirmed,
          { name: t('appointments.file.changes'), value: t('appointments.file.changes.count', { count: its.changes }) },
        ]}
      />
      <h3>{t('appointments.file.needs')}</h3>
      <p class="preserved" dir="auto">
        {needs === '' ? t('appointments.file.needs.none') : needs}
      </p>
    </Card>
  )
}

/** One button for each way it can have gone, from the day on. */
export function OutcomeForm({ t, model, context }: Parts) {
  const { kind, state } = model.appointment
  if (state !== 'booked') return null
  return (
    <Card title={t('appointments.file.outcome')}>
      <FormShell action={officePaths.appointmentOutcome(context.params)} csrfToken={context.csrfToken()} class="inline-form">
        <ButtonRow>
          {outcomesOf(kindOf(context.services.agency, kind).checksIdentity === true).map((outcome) => (
            <Button key={outcome} look="quiet" name="outcome" value={outcome}>
              {t(`appointments.file.outcome.${outcome}`)}
            </Button>
          ))}
        </ButtonRow>
      </FormShell>
    </Card>
  )
}

export function MoveForm({ t, model, context, form }: Parts) {
  if (!isOpenNow(model)) return null
  const parts = { t, agency: context.services.agency, form, csrfToken: context.csrfToken(), here: officePaths.caseAppointment(context.params) }
  return (
    <Card title={t('appointments.file.move')} plate>
      <FreeTimesForm {...parts} kind={model.appointment.kind} office={model.office} free={model.free} submit={t('appointments.file.move.submit')} />
    </Card>
  )
}

export function CancelForm({ t, model, context }: Parts) {
  const { agency } = context.services
  if (!isOpenNow(model)) return null
  return (
    <Card title={t('appointments.file.cancel')}>
      <p>{t('appointments.file.cancel.about')}</p>
      <FormShell action={officePaths.cancelAppointment(context.params)} csrfToken={context.csrfToken()}>
        <Select
          name="why"
          label={t('appointments.times.why')}
          prompt={t('appointments.times.why.prompt')}
          options={agency.appointments.cancellations.map((value) => ({ value, label: agencyText(agency, t, 'appointments', `cancelled.${value}`) }))}
        />
        <Button look="danger">{t('appointments.file.cancel.submit')}</Button>
      </FormShell>
    </Card>
  )
}

/** Why something was done, in the pack's words: a code of the list that fits who did what. */
function whyWords({ t, context }: Parts, { what, side, why }: OfficeStep): string {
  if (!why) return ''
  const list = what === 'cancelled' ? 'cancelled' : side === 'agency' ? 'closing' : 'reason'
  return agencyText(context.services.agency, t, 'appointments', `${list}.${why}`)
}

export function HistoryOf(props: Parts) {
  const { t, model, context } = props
  const there = atOffice(context.services.agency, t, model.appointment.office)
  const at = (moment: Temporal.Instant | null) => (moment ? there.instant(moment) : '')
  return (
    <Card title={t('appointments.file.history')}>
      <ul class="plain-list">
        {model.steps.map((step) => (
          <li key={step.id}>
            {t(`appointments.file.step.${step.what as 'booked'}`, { from: at(step.from_at), to: at(step.to_at) })} {t(`appointments.file.by.${step.side as 'agency'}`)}
            {step.staff ? ` (${model.names.get(step.staff) ?? ''})` : ''}
            <br />
            <span class="muted">
              <InstantText t={t} at={step.at} /> {whyWords(props, step)}
            </span>
            {step.words ? (
              <p class="preserved" dir="auto">
                {step.words}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
