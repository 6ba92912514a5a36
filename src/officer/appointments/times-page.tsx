import { FormPage } from '../../accounts/index.ts'
import { dayIn, officeOf, openDaysMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { dayField, textField } from '../../platform/http/field.ts'
import { action, type Context, page, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { appointmentWeek } from './appointment-desk.ts'
import { officesThatSee } from './day-page.tsx'
import { closeTimes, openDays, reopenTimes } from './time-acts.ts'
import { OpenDaysForm, SaidOfTimes, timesHref, WeekOfTimes } from './times-parts.tsx'

function asked({ query, services }: Pick<Context, 'query' | 'services'>) {
  const offices = officesThatSee(services.agency)
  const office = (offices.find(({ id }) => id === query.office) ?? offices[0])?.id
  if (!office) return null
  const today = services.clock.now().toZonedDateTimeISO(officeOf(services.agency, office).timeZone).toPlainDate()
  return { office, day: dayIn(query.day) ?? today }
}

const dayRule = { empty: 'appointments.times.day.empty', impossible: 'appointments.times.day.impossible' } as const

/** `/appointments/times`: the times of a week at an office, and **Open these days**. */
export const appointmentTimesPage = page({
  path: officePaths.appointmentTimes,
  access: staffWho('keep-appointment-times'),
  audit: records(openDays),
  load: async (context) => {
    const at = asked(context)
    const found = at ? await context.read(appointmentWeek, at) : null
    return at && found ? { ...found, ...at } : notFound
  },
  loadsToShow: true,
  fields: {
    office: textField({ empty: 'appointments.times.office.empty', most: 60 }),
    kind: textField({ empty: 'appointments.times.kind.empty', most: 40 }),
    from: dayField(dayRule),
    until: dayField(dayRule),
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const parts = { t, agency, model, csrfToken: context.csrfToken() }
    const title = t('appointments.times.title')
    return {
      title,
      wide: true,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('officer.queues.title'), href: officePaths.queues() },
              { words: t('appointments.office.title'), href: officePaths.appointments() },
              { words: title },
            ]}
          />
          {form.errors.length === 0 ? <SaidOfTimes t={t} query={context.query} /> : null}
          <FormPage t={t} form={form} title={title}>
            <p class="lead">{t('appointments.times.about')}</p>
            <div class="stack">
              <OpenDaysForm {...parts} form={form} />
              <WeekOfTimes {...parts} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: openDays,
    input: ({ office, kind, from, until }) => ({ office, kind, from, until }),
    shows: {
      'not-held-there': { at: 'kind', key: 'appointments.times.not-held-there' },
      'too-long': { at: 'until-month', key: 'appointments.times.too-long', values: { most: openDaysMost } },
    },
    then: ({ opened }, _context, _model, { office, from }) => seeOther(`${timesHref(office, from)}&said=opened&count=${opened}`),
  },
})

const back = (said: string) => (context: Pick<Context, 'query' | 'services'>) => {
  const at = asked(context)
  return seeOther(at ? `${timesHref(at.office, at.day)}&said=${said}` : officePaths.appointmentTimes())
}

/** No office has times on it: what is asked without a day finds nothing. */
const noDay = Temporal.PlainDate.from('2000-01-01')

/** **Close**, at one time or for a whole day. */
const closeTimesAction = action({
  path: officePaths.closeTimes,
  access: staffWho('keep-appointment-times'),
  audit: records(closeTimes),
  fields: {
    why: textField({ empty: 'appointments.times.why.prompt', most: 40, optional: true }),
    slot: textField({ empty: 'appointments.times.why.prompt', most: 40, optional: true }),
  },
  back: back('no-reason'),
  submit: {
    operation: closeTimes,
    input: ({ why, slot }, context) => ({ office: context.query.office ?? '', day: dayIn(context.query.day) ?? noDay, slot: slot === '' ? null : slot, why }),
    shows: {
      'unknown-reason': back('no-reason'),
      'unknown-time': back('unknown'),
      'hidden-from-you': back('hidden'),
      'not-allowed': back('unknown'),
      'too-many-attempts': back('unknown'),
    },
    then: ({ closed, moved, waiting }, context) => back(`closed&count=${closed}&moved=${moved}&waiting=${waiting}`)(context),
  },
})

/** **Open the closed times again**. */
const reopenTimesAction = action({
  path: officePaths.reopenTimes,
  access: staffWho('keep-appointment-times'),
  audit: records(reopenTimes),
  back: back('unknown'),
  submit: {
    operation: reopenTimes,
    input: (_values, context) => ({ office: context.query.office ?? '', day: dayIn(context.query.day) ?? noDay }),
    shows: { 'unknown-time': back('unknown'), 'not-allowed': back('unknown'), 'too-many-attempts': back('unknown') },
    then: ({ opened }, context) => back(`reopened&count=${opened}`)(context),
  },
})

export const timesRoutes: readonly Route[] = [appointmentTimesPage, closeTimesAction, reopenTimesAction]
