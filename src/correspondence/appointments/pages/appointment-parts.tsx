import { agencyText, leavingPath } from '../../../agency/index.ts'
import type { Context, FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, FormShell, PrintButton, TextArea } from '../../../ui/index.ts'
import { isOpen, whyNotMoved } from '../appointment.ts'
import type { OwnAppointment } from '../own-appointments.ts'
import { atOffice } from './appointment-words.tsx'

export interface Parts {
  readonly t: Text
  readonly model: OwnAppointment
  readonly context: Context<{ receiptNumber: string; appointment: string }>
  readonly form: FormState
}

export const needsCharactersMost = 500

const changeHref = ({ appointment: { receiptNumber, id } }: OwnAppointment) => paths.changeAppointment({ receiptNumber, appointment: id })

/** **Ask about my case**, with what it is about chosen already. */
const askHref = ({ appointment: { receiptNumber } }: OwnAppointment, { services }: Pick<Parts['context'], 'services'>) =>
  `${paths.inquiries({ receiptNumber })}?reason=${services.agency.appointments.askUnder}`

/** What happened to it that its person did not do, first. */
export function HowItStands({ t, model, context }: Omit<Parts, 'form'>) {
  const { state, why, confirmed } = model.appointment
  const { agency } = context.services
  const reason = (list: 'closing' | 'cancelled') => (why ? agencyText(agency, t, 'appointments', `${list}.${why}`) : '')
  if (state === 'booked' && why)
    return (
      <Alert kind="warn" title={t('appointments.closed.title')}>
        <p>{t('appointments.closed.moved', { why: reason('closing') })}</p>
      </Alert>
    )
  if (state === 'to-rebook')
    return (
      <Alert kind="act" title={t('appointments.closed.title')}>
        <p>{t('appointments.closed.waits', { why: reason('closing') })}</p>
        <p>
          <ButtonLink href={changeHref(model)}>{t('appointments.closed.choose')}</ButtonLink>
        </p>
      </Alert>
    )
  if (state === 'booked') return null
  const about = { cancelled: t('appointments.cancelled.about', { why: reason('cancelled') }), missed: t('appointments.missed.about'), attended: t('appointments.attended.about') }
  return (
    <Alert kind={state === 'missed' ? 'act' : 'info'} title={t(`appointments.${state}.title`)}>
      <p>{state === 'attended' && confirmed === false ? t('appointments.attended.not-confirmed') : about[state]}</p>
      {state === 'missed' ? (
        <p>
          <ButtonLink href={askHref(model, context)}>{t('appointments.missed.ask')}</ButtonLink>
        </p>
      ) : null}
    </Alert>
  )
}

/** What to take along: the file for a calendar, and the page on paper. */
export function ButtonsOf({ t, model, context }: Omit<Parts, 'form'>) {
  const { id, receiptNumber, state } = model.appointment
  if (state !== 'booked') return null
  return (
    <div>
      <ButtonRow>
        <ButtonLink href={paths.appointmentCalendar({ receiptNumber, appointment: id })} look="quiet">
          {t('appointments.calendar')}
        </ButtonLink>
        <PrintButton t={t} />
      </ButtonRow>
      <p class="muted">{t('appointments.calendar.about')}</p>
      <p>
        <a href={leavingPath(context.services.agency.officialSite.id)}>{t('appointments.offices.link')}</a>
      </p>
    </div>
  )
}

/** What somebody reads who cannot move it here: why, and what to do instead. */
export function CannotMoveHere({ t, model, context }: Omit<Parts, 'form'>) {
  const { agency } = context.services
  const cannot = whyNotMoved(agency, model.appointment, model.now)
  if (!cannot) return null
  return (
    <>
      <p>{t(`appointments.cannot.${cannot}`, { hours: agency.appointments.hoursBeforeLeast, most: agency.appointments.changesMost })}</p>
      <p>{agencyText(agency, t, 'appointments', 'late')}</p>
      <p>
        <a href={askHref(model, context)}>{t('appointments.cannot.message')}</a>
      </p>
    </>
  )
}

/** The rules of moving it, and the way there while it is open. */
export function ChangeCard({ t, model, context }: Omit<Parts, 'form'>) {
  const { appointment: its, now } = model
  const { agency } = context.services
  if (its.state !== 'booked') return null
  const until = its.startsAt.subtract({ hours: agency.appointments.hoursBeforeLeast })
  return (
    <Card title={t('appointments.change.card')}>
      {whyNotMoved(agency, its, now) ? (
        <CannotMoveHere t={t} model={model} context={context} />
      ) : (
        <>
          <p>{t('appointments.change.rules', { most: agency.appointments.changesMost, at: atOffice(agency, t, its.office).instant(until), made: its.changes })}</p>
          <p>
            <ButtonLink href={changeHref(model)} look="quiet">
              {t('appointments.change.go')}
            </ButtonLink>
          </p>
        </>
      )}
    </Card>
  )
}

/** A place for a wheelchair, an interpreter of signs: asked, never looked for in what somebody wrote elsewhere. */
export function NeedsCard({ t, model, context, form }: Parts) {
  const { appointment: its, needs } = model
  if (!isOpen(its)) return null
  return (
    <Card title={t('appointments.needs.title')}>
      {context.query.said === 'needs' && form.errors.length === 0 ? (
        <Alert kind="good" live>
          <p>{t(needs === '' ? 'appointments.needs.none' : 'appointments.needs.kept')}</p>
        </Alert>
      ) : null}
      <p>{t('appointments.needs.about')}</p>
      <FormShell action={paths.appointment({ receiptNumber: its.receiptNumber, appointment: its.id })} csrfToken={context.csrfToken()}>
        <TextArea
          name="needs"
          label={t('appointments.needs.label')}
          hint={t('appointments.needs.hint', { most: t.number(needsCharactersMost) })}
          value={form.errors.length > 0 ? form.value('needs') : needs}
          error={form.error('needs')}
          rows={3}
        />
        <Button look="quiet">{t('appointments.needs.submit')}</Button>
      </FormShell>
    </Card>
  )
}
