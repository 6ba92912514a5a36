import { FormPage, signedIn } from '../../../accounts/index.ts'
import { agencyText } from '../../../agency/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, NumberText } from '../../../ui/index.ts'
import { isOpen } from '../appointment.ts'
import { keepNeeds } from '../change-appointment.ts'
import { ownAppointment } from '../own-appointments.ts'
import { ButtonsOf, ChangeCard, HowItStands, NeedsCard, needsCharactersMost } from './appointment-parts.tsx'
import { kindWords, WhatToBring, WhenAndWhere } from './appointment-words.tsx'

type AppointmentContext = Context<{ receiptNumber: string; appointment: string }>

/** The receipt number as it is kept; null: it is none. */
export function receiptIn({ params, services }: Pick<AppointmentContext, 'params' | 'services'>): string | null {
  const parsed = parseReceiptNumber(params.receiptNumber, services.agency.receipts.prefixes)
  return parsed.ok ? parsed.number : null
}

/**
 * `/cases/<receipt number>/appointments/<id>`: when, where, what to bring, and the ways to move it. **Tell the office** keeps what
 * somebody needs to be able to come.
 */
export const appointmentPage = page({
  path: paths.appointment,
  access: signedIn,
  audit: records(keepNeeds),
  load: async (context: AppointmentContext) => {
    const receiptNumber = receiptIn(context)
    if (!receiptNumber) return notFound
    return (await context.read(ownAppointment, { ...context.params, receiptNumber })) ?? notFound
  },
  loadsToShow: true,
  fields: { needs: longTextField({ empty: 'appointments.needs.label', most: needsCharactersMost, optional: true }) },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { appointment: its } = model
    const { receiptNumber } = its
    const title = kindWords(agency, t, its.kind)
    const parts = { t, model, context, form }
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('appointments.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('appointments.title'), href: paths.appointments({ receiptNumber }) },
              { words: title },
            ]}
          />
          {context.query.said === 'changed' && form.errors.length === 0 ? (
            <Alert kind="good" live title={t('appointments.changed.title')}>
              <p>{t('appointments.changed.about')}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={title}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              <HowItStands {...parts} />
              {its.state === 'to-rebook' || its.state === 'cancelled' ? null : <WhenAndWhere t={t} agency={agency} its={its} />}
              {isOpen(its) ? <WhatToBring t={t} agency={agency} kind={its.kind} /> : null}
              <ButtonsOf {...parts} />
              <ChangeCard {...parts} />
              <NeedsCard {...parts} />
              {its.state === 'missed' ? <p>{agencyText(agency, t, 'appointments', 'late')}</p> : null}
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: keepNeeds,
    input: ({ needs }, { params }) => ({ ...params, needs }),
    shows: {
      'unknown-appointment': () => notFound,
      'not-open': { at: 'needs', key: 'appointments.cannot.not-open' },
    },
    then: (_kept, { params }) => seeOther(`${paths.appointment(params)}?said=needs`),
  },
})
