import { FormPage } from '../../accounts/index.ts'
import { dayIn, kindWords, type Outcome, outcomes } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, pressField, textField } from '../../platform/http/field.ts'
import { action, type Context, page, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { cancelOfFile, giveTime, sayOutcome } from './appointment-acts.ts'
import { appointmentOfFile } from './appointment-desk.ts'
import { CancelForm, FactsOf, HistoryOf, MoveForm, OutcomeForm } from './appointment-parts.tsx'

type AppointmentContext = Context<{ receiptNumber: string; appointment: string }>

const toCase = ({ params }: Pick<AppointmentContext, 'params'>) => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))
const saids = ['moved', 'cancelled', 'outcome', 'changed', 'not-yet', 'no-reason'] as const
type Said = (typeof saids)[number]
const good: readonly Said[] = ['moved', 'cancelled', 'outcome']

const toAppointment = (said: Said) => (context: Pick<AppointmentContext, 'params'>) => seeOther(`${officePaths.caseAppointment(context.params)}?said=${said}`)

/** `/cases/<receipt number>/appointments/<id>`, for who opened the file: where it stands, **Give this time**, how it went, and what was done. */
const caseAppointmentPage = page({
  path: officePaths.caseAppointment,
  access: staffWho('keep-appointments'),
  audit: records(giveTime),
  load: async (context: AppointmentContext) => {
    const { office = '', from } = context.query
    const found = await context.read(appointmentOfFile, { ...context.params, office, day: dayIn(from) })
    if (!found) return notFound
    return found === 'file-not-opened' ? toCase(context) : found
  },
  loadsToShow: true,
  fields: { slot: textField({ empty: 'appointments.file.slot.empty', most: 40 }), [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber } = context.params
    const title = kindWords(agency, t, model.appointment.kind)
    const said = saids.find((each) => each === context.query.said)
    const parts = { t, model, context, form }
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) },
              { words: t('appointments.office.title'), href: officePaths.caseAppointments({ receiptNumber }) },
              { words: title },
            ]}
          />
          {said && form.errors.length === 0 ? (
            <Alert kind={good.includes(said) ? 'good' : 'warn'} live>
              <p>{t(`appointments.file.said.${said}`)}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={title}>
            <div class="stack">
              <FactsOf {...parts} />
              <OutcomeForm {...parts} />
              <MoveForm {...parts} />
              <CancelForm {...parts} />
              <HistoryOf {...parts} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: giveTime,
    input: ({ slot, [idempotencyFieldName]: press }, { params }) => ({ ...params, slot, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'slot-taken': { at: 'slot', key: 'appointments.file.taken' },
      'not-open': toAppointment('changed'),
    },
    then: (_moved, context) => toAppointment('moved')(context),
  },
})

const refusals = {
  'unknown-case': () => notFound,
  'file-not-opened': toCase,
  'not-open': toAppointment('changed'),
  'not-allowed': toCase,
  'too-many-attempts': toAppointment('changed'),
}

/** **Cancel the appointment**. */
const cancelAction = action({
  path: officePaths.cancelAppointment,
  access: staffWho('keep-appointments'),
  audit: records(cancelOfFile),
  fields: { why: textField({ empty: 'appointments.times.why.prompt', most: 40 }) },
  back: toAppointment('no-reason'),
  submit: {
    operation: cancelOfFile,
    input: ({ why }, { params }) => ({ ...params, why }),
    shows: { ...refusals, 'unknown-reason': toAppointment('no-reason') },
    then: (_cancelled, context) => toAppointment('cancelled')(context),
  },
})

/** How it went: one button for each way. */
const outcomeAction = action({
  path: officePaths.appointmentOutcome,
  access: staffWho('keep-appointments'),
  audit: records(sayOutcome),
  fields: { outcome: choiceField(outcomes, { empty: 'appointments.file.outcome' }) },
  back: toAppointment('changed'),
  submit: {
    operation: sayOutcome,
    input: ({ outcome }, { params }) => ({ ...params, outcome: outcome as Outcome }),
    shows: { ...refusals, 'not-yet': toAppointment('not-yet'), 'unknown-outcome': toAppointment('changed') },
    then: (_said, context) => toAppointment('outcome')(context),
  },
})

export const fileRoutes: readonly Route[] = [caseAppointmentPage, cancelAction, outcomeAction]
