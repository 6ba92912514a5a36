import { agencyText } from '../../../agency/index.ts'
import type { Context, FormState } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell, RadioGroup, Select, TextArea } from '../../../ui/index.ts'
import type { TimesToChoose } from '../own-appointments.ts'
import { atOffice, dayThere } from './appointment-words.tsx'

interface Parts {
  readonly t: Text
  readonly model: TimesToChoose
  readonly context: Context<{ receiptNumber: string; appointment: string }>
  readonly form: FormState
}

export const wordsCharactersMost = 500

const changeHref = ({ context }: Pick<Parts, 'context'>, day: Temporal.PlainDate) => `${paths.changeAppointment(context.params)}?from=${day}`

type Free = TimesToChoose['free'][number]

/** One day's times under its name, folded but for the first: a week of them is not read through for one. */
function TimesOfDay({ t, model, context, form, day, times, isFirst }: Parts & { day: Temporal.PlainDate; times: readonly Free[]; isFirst: boolean }) {
  const there = atOffice(context.services.agency, t, model.appointment.office)
  const chosen = form.value('slot')
  return (
    <details open={isFirst || times.some(({ id }) => id === chosen)}>
      <summary>{t('appointments.change.day', { day: t.dayWithWeekday(day), count: times.length })}</summary>
      <RadioGroup
        id={isFirst ? 'slot' : `slot-${day}`}
        name="slot"
        label={t.dayWithWeekday(day)}
        options={times.map(({ id, starts_at: at }) => ({ value: id, label: there.time(at) }))}
        value={chosen}
        error={isFirst ? form.error('slot') : undefined}
      />
    </details>
  )
}

/** Free times of a week by the clock of the office, by day. */
function FreeTimes(props: Parts) {
  const { t, model, context, form } = props
  const { agency } = context.services
  const { office } = model.appointment
  const days = Map.groupBy(model.free, ({ starts_at: startsAt }) => dayThere(agency, { office, startsAt }).toString())
  return (
    <>
      <h3>{t('appointments.change.times', { from: t.day(model.monday), until: t.day(model.monday.add({ days: 6 })) })}</h3>
      {[...days].map(([day, times], index) => (
        <TimesOfDay key={day} {...props} day={Temporal.PlainDate.from(day)} times={times} isFirst={index === 0} />
      ))}
      {days.size > 0 ? null : (
        <>
          {form.error('slot') ? <p id="slot">{form.error('slot')}</p> : null}
          <p>{t(model.earlier || model.later ? 'appointments.change.none' : 'appointments.change.none-at-all')}</p>
        </>
      )}
    </>
  )
}

/** A reason, the times of one week, and the ways to other weeks that have any. What was typed is kept only by sending. */
export function ChangeForm(props: Parts) {
  const { t, model, context, form } = props
  const { agency } = context.services
  return (
    <Card plate>
      <p>{t('appointments.change.keeps')}</p>
      <FormShell action={changeHref(props, model.monday)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
        <FreeTimes {...props} />
        <ButtonRow>
          {model.earlier ? (
            <ButtonLink href={changeHref(props, model.earlier)} look="quiet">
              {t('appointments.change.earlier')}
            </ButtonLink>
          ) : null}
          {model.later ? (
            <ButtonLink href={changeHref(props, model.later)} look="quiet">
              {t('appointments.change.later')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
        {model.free.length === 0 ? null : (
          <>
            <Select
              name="why"
              label={t('appointments.change.why')}
              hint={t('appointments.change.why.hint')}
              prompt={t('appointments.change.why.prompt')}
              options={agency.appointments.reasons.map((value) => ({ value, label: agencyText(agency, t, 'appointments', `reason.${value}`) }))}
              value={form.value('why')}
              error={form.error('why')}
            />
            <TextArea
              name="words"
              label={t('appointments.change.words')}
              hint={t('appointments.change.words.hint', { most: t.number(wordsCharactersMost) })}
              value={form.value('words')}
              error={form.error('words')}
              rows={3}
            />
            <Button>{t('appointments.change.submit')}</Button>
          </>
        )}
      </FormShell>
    </Card>
  )
}
