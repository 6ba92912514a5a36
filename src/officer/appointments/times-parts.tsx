import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { officeName } from '../../cases/index.ts'
import { atOffice, kindWords, officeOf, type timesOfWeek } from '../../correspondence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, DateField, FormShell, Select, Table } from '../../ui/index.ts'
import { officeChoices } from './day-page.tsx'

type Week = Awaited<ReturnType<typeof timesOfWeek>>
type Time = Week['times'][number]
type Shown = { t: Text; agency: AgencyPack; csrfToken: string; model: Week & { office: string; day: Temporal.PlainDate } }

export const timesHref = (office: string, day: Temporal.PlainDate) => `${officePaths.appointmentTimes()}?office=${encodeURIComponent(office)}&day=${day}`

const countIn = (text: string | undefined) => Math.max(0, Math.min(100_000, Number.parseInt(text ?? '0', 10) || 0))

/** What came of the press before. */
export function SaidOfTimes({ t, query }: { t: Text; query: Readonly<Record<string, string>> }) {
  const [count, moved, waiting] = [query.count, query.moved, query.waiting].map(countIn)
  const good = { opened: t('appointments.times.said.opened', { count: count ?? 0 }), closed: t('appointments.times.said.closed', { count: count ?? 0, moved: moved ?? 0, waiting: waiting ?? 0 }), reopened: t('appointments.times.said.reopened', { count: count ?? 0 }) }
  const warn = { 'no-reason': t('appointments.times.said.no-reason'), unknown: t('appointments.times.said.unknown'), hidden: t('appointments.times.said.hidden') }
  const said = query.said ?? ''
  const words = good[said as keyof typeof good] ?? warn[said as keyof typeof warn]
  if (!words) return null
  return (
    <Alert kind={said in good ? 'good' : 'warn'} live>
      <p>{words}</p>
    </Alert>
  )
}

const parts = (form: FormState, name: string) => ({ month: form.value(`${name}-month`), day: form.value(`${name}-day`), year: form.value(`${name}-year`) })

export function OpenDaysForm({ t, agency, csrfToken, model, form }: Shown & { form: FormState }) {
  return (
    <Card title={t('appointments.times.open')} plate>
      <p>{t('appointments.times.open.about')}</p>
      <FormShell action={timesHref(model.office, model.day)} csrfToken={csrfToken}>
        <Select name="office" label={t('appointments.office.choose')} options={officeChoices(agency, t)} value={form.value('office') || model.office} error={form.error('office')} />
        <Select
          name="kind"
          label={t('appointments.office.kind')}
          prompt={t('appointments.times.kind.empty')}
          options={agency.appointments.kinds.map(({ id }) => ({ value: id, label: kindWords(agency, t, id) }))}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <DateField t={t} name="from" label={t('appointments.times.from')} value={parts(form, 'from')} error={form.error('from-month')} />
        <DateField t={t} name="until" label={t('appointments.times.until')} value={parts(form, 'until')} error={form.error('until-month')} />
        <Button>{t('appointments.times.open.submit')}</Button>
      </FormShell>
    </Card>
  )
}

const dayOf = (time: Time, timeZone: string) => time.starts_at.toZonedDateTimeISO(timeZone).toPlainDate()

function takenWords(t: Text, agency: AgencyPack, { taken, capacity, closed_at, closed_why }: Time): string {
  const why = closed_why ? agencyText(agency, t, 'appointments', `closing.${closed_why}`) : ''
  return closed_at ? t('appointments.times.closed', { why }) : t('appointments.times.taken', { taken, capacity })
}

/** One day's times under one form: a reason, and a button at each time and for the whole day. */
function TimesOfDay({ t, agency, csrfToken, model, day, times }: Shown & { day: Temporal.PlainDate; times: readonly Time[] }) {
  const there = atOffice(agency, t, model.office)
  const at = `?office=${encodeURIComponent(model.office)}&day=${day}`
  const words = (time: Time) => t('appointments.times.close.of', { time: there.time(time.starts_at), kind: kindWords(agency, t, time.kind) })
  return (
    <Card title={t.dayWithWeekday(day)}>
      <details>
        <summary>{t('appointments.times.summary', { count: times.length, taken: times.reduce((sum, { taken }) => sum + taken, 0) })}</summary>
        <FormShell action={`${officePaths.closeTimes()}${at}`} csrfToken={csrfToken}>
          <Select
            id={`why-${day}`}
            name="why"
            label={t('appointments.times.why')}
            hint={t('appointments.times.close.about')}
            prompt={t('appointments.times.why.prompt')}
            options={agency.appointments.closings.map((value) => ({ value, label: agencyText(agency, t, 'appointments', `closing.${value}`) }))}
          />
          <Table
            caption={t('appointments.times.list', { day: t.dayWithWeekday(day) })}
            head={[t('appointments.office.head.time'), t('appointments.office.head.what'), t('appointments.times.head.taken'), t('appointments.times.head.close')]}
            rows={times.map((time) => [
              there.time(time.starts_at),
              kindWords(agency, t, time.kind),
              takenWords(t, agency, time),
              time.closed_at ? null : (
                <Button key="close" look="plain" name="slot" value={time.id}>
                  {words(time)}
                </Button>
              ),
            ])}
          />
          <Button look="danger">{t('appointments.times.close-day')}</Button>
        </FormShell>
        {times.some(({ closed_at }) => closed_at) ? (
          <FormShell action={`${officePaths.reopenTimes()}${at}`} csrfToken={csrfToken} class="inline-form">
            <Button look="quiet">{t('appointments.times.reopen')}</Button>
          </FormShell>
        ) : null}
      </details>
    </Card>
  )
}

export function WeekOfTimes(props: Shown) {
  const { t, agency, model } = props
  const { timeZone } = officeOf(agency, model.office)
  const days = Array.from({ length: 7 }, (_, index) => model.monday.add({ days: index })).flatMap((day) => {
    const times = model.times.filter((time) => dayOf(time, timeZone).equals(day))
    return times.length > 0 ? [{ day, times }] : []
  })
  return (
    <>
      <h2>{t('appointments.times.week', { office: officeName(agency, t, model.office), day: t.day(model.monday) })}</h2>
      <form class="form" method="get" action={officePaths.appointmentTimes()}>
        <input type="hidden" name="day" value={model.monday.toString()} />
        <Select id="shown-office" name="office" label={t('appointments.office.choose')} options={officeChoices(agency, t)} value={model.office} />
        <Button look="quiet">{t('appointments.office.show')}</Button>
      </form>
      <ButtonRow>
        <ButtonLink href={timesHref(model.office, model.monday.subtract({ days: 7 }))} look="quiet">
          {t('appointments.times.previous-week')}
        </ButtonLink>
        <ButtonLink href={timesHref(model.office, model.monday.add({ days: 7 }))} look="quiet">
          {t('appointments.times.next-week')}
        </ButtonLink>
      </ButtonRow>
      {days.length === 0 ? <p>{t('appointments.times.week.none')}</p> : null}
      {days.map(({ day, times }) => (
        <TimesOfDay key={`${day}`} {...props} day={day} times={times} />
      ))}
    </>
  )
}
