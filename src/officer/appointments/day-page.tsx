import type { AgencyPack } from '../../agency/index.ts'
import { type Appointment, atOffice, dayIn, type DayOfOffice, kindWords, officeOf, whenThere } from '../../correspondence/index.ts'
import { officeName } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, type Context, page, records, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, EmptyState, FormShell, HiddenWords, NumberText, Select, Table, Tag } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { sayHere } from './appointment-acts.ts'
import { appointmentDay } from './appointment-desk.ts'

interface Model extends DayOfOffice {
  readonly office: string
  readonly day: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}
type Shown = { t: Text; agency: AgencyPack; model: Model; csrfToken: string }
type Row = Model['expected'][number]

export const officesThatSee = (agency: AgencyPack) => agency.offices.filter(({ visits }) => visits !== undefined)

export const officeChoices = (agency: AgencyPack, t: Text) => officesThatSee(agency).map(({ id }) => ({ value: id, label: officeName(agency, t, id) }))

const hrefOf = (office: string, day: Temporal.PlainDate) => `${officePaths.appointments()}?office=${encodeURIComponent(office)}&day=${day}`

/** The office and the day that are asked for, or the first office and its today. */
function asked({ query, services }: Pick<Context, 'query' | 'services'>) {
  const offices = officesThatSee(services.agency)
  const office = (offices.find(({ id }) => id === query.office) ?? offices[0])?.id
  if (!office) return null
  const today = services.clock.now().toZonedDateTimeISO(officeOf(services.agency, office).timeZone).toPlainDate()
  return { office, today, day: dayIn(query.day) ?? today }
}

function ChooseDay({ t, agency, model: { office, day, today } }: Omit<Shown, 'csrfToken'>) {
  return (
    <Card>
      <form class="form" method="get" action={officePaths.appointments()}>
        <input type="hidden" name="day" value={day.toString()} />
        <Select name="office" label={t('appointments.office.choose')} options={officeChoices(agency, t)} value={office} />
        <Button look="quiet">{t('appointments.office.show')}</Button>
      </form>
      <ButtonRow>
        <ButtonLink href={hrefOf(office, day.subtract({ days: 1 }))} look="quiet">
          {t('appointments.office.previous-day')}
        </ButtonLink>
        <ButtonLink href={hrefOf(office, today)} look="quiet">
          {t('appointments.office.today')}
        </ButtonLink>
        <ButtonLink href={hrefOf(office, day.add({ days: 1 }))} look="quiet">
          {t('appointments.office.next-day')}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

function StateOf({ t, agency, its }: { t: Text; agency: AgencyPack; its: Row }) {
  const state = its.state === 'booked' ? (its.arrivedAt ? 'here' : 'expected') : its.state
  const time = its.arrivedAt ? atOffice(agency, t, its.office).time(its.arrivedAt) : ''
  return (
    <>
      <Tag kind={state === 'attended' ? 'good' : state === 'here' ? 'wait' : 'plain'}>{t(`appointments.office.state.${state}`, { time })}</Tag>
      {its.hasNeeds ? (
        <>
          {' '}
          <Tag kind="wait">{t('appointments.office.needs')}</Tag>
        </>
      ) : null}
    </>
  )
}

const fileLink = (t: Text, { receiptNumber, id }: Appointment) => (
  <a key="case" href={officePaths.caseAppointment({ receiptNumber, appointment: id })}>
    <NumberText t={t} kind="receipt" value={receiptNumber} />
  </a>
)

function Arrive({ t, its, model, csrfToken }: Omit<Shown, 'agency'> & { its: Row }) {
  if (its.state !== 'booked' || its.arrivedAt || Temporal.PlainDate.compare(model.day, model.today) !== 0) return null
  const { receiptNumber, id } = its
  return (
    <FormShell action={`${officePaths.noteArrival({ receiptNumber, appointment: id })}?office=${its.office}&day=${model.day}`} csrfToken={csrfToken} class="inline-form">
      <Button look="quiet">
        {t('appointments.office.arrive')} <HiddenWords>{receiptNumber}</HiddenWords>
      </Button>
    </FormShell>
  )
}

function Expected(props: Shown) {
  const { t, agency, model } = props
  if (model.expected.length === 0)
    return (
      <EmptyState title={t('appointments.office.none.title')}>
        <p>{t('appointments.office.none.body')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('appointments.office.list')}
        head={(['time', 'case', 'what', 'state', 'do'] as const).map((name) => t(`appointments.office.head.${name}`))}
        rows={model.expected.map((its) => [
          atOffice(agency, t, its.office).time(its.startsAt),
          fileLink(t, its),
          kindWords(agency, t, its.kind),
          <StateOf key="state" t={t} agency={agency} its={its} />,
          <Arrive key="do" {...props} its={its} />,
        ])}
      />
    </Card>
  )
}

function ToRebook({ t, agency, model }: Omit<Shown, 'csrfToken'>) {
  if (model.toRebook.length === 0) return null
  return (
    <Card title={t('appointments.office.waiting')}>
      <p>{t('appointments.office.waiting.about')}</p>
      <Table
        caption={t('appointments.office.waiting')}
        head={[t('appointments.office.head.case'), t('appointments.office.head.what'), t('appointments.office.waiting.had')]}
        rows={model.toRebook.map((its) => [fileLink(t, its), kindWords(agency, t, its.kind), whenThere(agency, t, its)])}
      />
    </Card>
  )
}

const saids = ['here', 'not-noted'] as const

/** `/appointments`: who comes to an office on a day, **They are here**, and who waits for another time. */
export const appointmentDayPage = page({
  path: officePaths.appointments,
  access: staffWho('see-appointments'),
  audit: recordsNothing('receipt numbers, kinds and times of appointments only'),
  load: async (context) => {
    const at = asked(context)
    const found = at ? await context.read(appointmentDay, at) : null
    return at && found ? { ...found, ...at } : notFound
  },
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const parts = { t, agency, model, csrfToken: context.csrfToken() }
    const said = saids.find((each) => each === context.query.said)
    return {
      title: t('appointments.office.title'),
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('appointments.office.title') }]} />
          {said ? (
            <Alert kind={said === 'here' ? 'good' : 'warn'} live>
              <p>{t(`appointments.office.said.${said}`)}</p>
            </Alert>
          ) : null}
          <h1>{t('appointments.office.title')}</h1>
          <p class="lead">{t('appointments.office.about')}</p>
          <ChooseDay {...parts} />
          <h2>{t('appointments.office.day-of', { office: officeName(agency, t, model.office), day: t.dayWithWeekday(model.day) })}</h2>
          <Expected {...parts} />
          <ToRebook {...parts} />
          {mayDo(context.actor, 'keep-appointment-times') ? (
            <p>
              <a href={`${officePaths.appointmentTimes()}?office=${model.office}&day=${model.day}`}>{t('appointments.office.times.link')}</a>
            </p>
          ) : null}
        </div>
      ),
    }
  },
})

/** Back to the list of the day on which the button stood. */
const back = (said: (typeof saids)[number]) => (context: Pick<Context, 'query' | 'services'>) => {
  const at = asked(context)
  return seeOther(at ? `${hrefOf(at.office, at.day)}&said=${said}` : officePaths.appointments())
}

export const noteArrivalAction = action({
  path: officePaths.noteArrival,
  access: staffWho('keep-appointments'),
  audit: records(sayHere),
  back: back('not-noted'),
  submit: {
    operation: sayHere,
    input: (_values, { params }) => params,
    shows: { 'not-open': back('not-noted'), 'not-yet': back('not-noted'), 'not-allowed': back('not-noted'), 'too-many-attempts': back('not-noted') },
    then: (_noted, context) => back('here')(context),
  },
})
