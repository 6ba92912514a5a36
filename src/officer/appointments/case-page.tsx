import { FormPage } from '../../accounts/index.ts'
import { dayIn } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { pressField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Card, idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { bookForCase } from './appointment-acts.ts'
import { appointmentsOfFile } from './appointment-desk.ts'
import { AppointmentList } from './case-appointments.tsx'
import { ChooseKind, FreeTimesForm } from './free-times.tsx'

type CaseContext = Context<{ receiptNumber: string }>

const toCase = ({ params }: Pick<CaseContext, 'params'>) => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))

/** `/cases/<receipt number>/appointments`, for who opened the file: what is set, and **Book this time**. */
export const caseAppointmentsPage = page({
  path: officePaths.caseAppointments,
  access: staffWho('keep-appointments'),
  audit: records(bookForCase),
  load: async (context: CaseContext) => {
    const { kind = '', office = '', from } = context.query
    const found = await context.read(appointmentsOfFile, { ...context.params, kind, office, day: dayIn(from) })
    if (!found || found === 'unknown-case') return notFound
    return found === 'file-not-opened' ? toCase(context) : found
  },
  loadsToShow: true,
  fields: { slot: textField({ empty: 'appointments.file.slot.empty', most: 40 }), [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber } = context.params
    const title = t('appointments.file.title', { receiptNumber })
    const parts = { t, agency, form, csrfToken: context.csrfToken() }
    const here = officePaths.caseAppointments({ receiptNumber })
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) }, { words: t('appointments.office.title') }]} />
          {context.query.said === 'booked' && form.errors.length === 0 ? (
            <Alert kind="good" live>
              <p>{t('appointments.file.said.booked')}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={title}>
            <div class="stack">
              <Card>
                <AppointmentList t={t} agency={agency} appointments={model.appointments} />
              </Card>
              <Card title={t('appointments.file.book')} plate>
                <ChooseKind {...parts} here={here} kind={model.kind} />
                {model.kind && model.office ? (
                  <FreeTimesForm {...parts} here={here} kind={model.kind} office={model.office} free={model.free} submit={t('appointments.file.book.submit')} />
                ) : null}
              </Card>
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: bookForCase,
    input: ({ slot, [idempotencyFieldName]: press }, { params }) => ({ ...params, slot, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'slot-taken': { at: 'slot', key: 'appointments.file.taken' },
      'has-one-already': { at: '', key: 'appointments.file.has-one' },
      'status-does-not-allow': { at: '', key: 'appointments.file.status' },
    },
    then: (_booked, { params }) => seeOther(`${officePaths.caseAppointments(params)}?said=booked`),
  },
})
