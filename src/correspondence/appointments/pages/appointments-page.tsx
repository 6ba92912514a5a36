import { signedIn } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { formShortTitle, officeName, parseReceiptNumber } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Card, EmptyState, NumberText, Table, Tag } from '../../../ui/index.ts'
import type { AppointmentState } from '../appointment.ts'
import { type OwnAppointments, ownAppointments } from '../own-appointments.ts'
import { kindWords, whenThere } from './appointment-words.tsx'

const tags = { booked: 'wait', 'to-rebook': 'act', attended: 'good', missed: 'act', cancelled: 'plain' } as const

export const StateTag = ({ t, state }: { t: Text; state: AppointmentState }) => <Tag kind={tags[state]}>{t(`appointments.state.${state}`)}</Tag>

function AppointmentTable({ t, agency, model }: { t: Text; agency: AgencyPack; model: OwnAppointments }) {
  if (model.appointments.length === 0)
    return (
      <EmptyState title={t('appointments.none.title')}>
        <p>{t('appointments.none.about')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('appointments.list')}
        head={(['what', 'when', 'where', 'state'] as const).map((name) => t(`appointments.head.${name}`))}
        rows={model.appointments.map((its) => [
          <a key="what" href={paths.appointment({ receiptNumber: its.receiptNumber, appointment: its.id })}>
            {kindWords(agency, t, its.kind)}
          </a>,
          whenThere(agency, t, its),
          officeName(agency, t, its.office),
          <StateTag key="state" t={t} state={its.state} />,
        ])}
      />
    </Card>
  )
}

/** `/cases/<receipt number>/appointments`: when the agency sees the people of a case. Anybody else's case is answered like one that does not exist. */
export const appointmentsPage = page({
  path: paths.appointments,
  access: signedIn,
  audit: recordsNothing('a person looks at the appointments of their own case'),
  load: async (context) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notFound
    return (await context.read(ownAppointments, { receiptNumber: parsed.number })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const { receiptNumber, form } = model.case
    return {
      title: t('appointments.title'),
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('appointments.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('appointments.title') },
            ]}
          />
          <h1>{t('appointments.title')}</h1>
          <p class="muted">
            {formShortTitle(agency, t, form)} · <NumberText t={t} kind="receipt" value={receiptNumber} />
          </p>
          <div class="stack">
            <AppointmentTable t={t} agency={agency} model={model} />
          </div>
        </>
      ),
    }
  },
})
