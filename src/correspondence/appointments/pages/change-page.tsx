import { FormPage, signedIn } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Card, idempotencyFieldName } from '../../../ui/index.ts'
import { type CannotMove, whyNotMoved } from '../appointment.ts'
import { changeAppointment } from '../change-appointment.ts'
import { timesToChoose } from '../own-appointments.ts'
import { CannotMoveHere } from './appointment-parts.tsx'
import { receiptIn } from './appointment-page.tsx'
import { kindWords, WhenAndWhere } from './appointment-words.tsx'
import { ChangeForm, wordsCharactersMost } from './change-parts.tsx'

type ChangeContext = Context<{ receiptNumber: string; appointment: string }>

/** The day of the query, where it is one. */
export function dayIn(text: string | undefined): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return null
  try {
    return Temporal.PlainDate.from(text as string, { overflow: 'reject' })
  } catch {
    return null
  }
}

const cannot = (why: CannotMove) => ({ at: '', key: `appointments.cannot.${why}` }) as const

/** Those whose words hold numbers lead back to the page of the appointment, which says them. */
const toAppointment = ({ params }: Pick<ChangeContext, 'params'>) => seeOther(paths.appointment(params))

/** `/cases/<receipt number>/appointments/<id>/change`: the free times of a week at a time, and **Take this time**. */
export const changePage = page({
  path: paths.changeAppointment,
  access: signedIn,
  audit: records(changeAppointment),
  load: async (context: ChangeContext) => {
    const receiptNumber = receiptIn(context)
    if (!receiptNumber) return notFound
    return (await context.read(timesToChoose, { ...context.params, receiptNumber, day: dayIn(context.query.from) })) ?? notFound
  },
  loadsToShow: true,
  fields: {
    why: textField({ empty: 'appointments.change.why.empty', most: 40 }),
    words: longTextField({ empty: 'appointments.change.words', most: wordsCharactersMost, optional: true }),
    slot: textField({ empty: 'appointments.change.slot.empty', most: 40 }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber, kind } = model.appointment
    const title = t('appointments.change.title')
    const parts = { t, model, context, form }
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('appointments.title'), href: paths.appointments({ receiptNumber }) },
              { words: kindWords(agency, t, kind), href: paths.appointment(context.params) },
              { words: t('appointments.change.crumb') },
            ]}
          />
          <FormPage t={t} form={form} title={title}>
            <div class="stack">
              {model.appointment.state === 'booked' ? <WhenAndWhere t={t} agency={agency} its={model.appointment} /> : null}
              {whyNotMoved(agency, model.appointment, model.now) ? (
                <Card>
                  <CannotMoveHere t={t} model={model} context={context} />
                </Card>
              ) : (
                <ChangeForm {...parts} />
              )}
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: changeAppointment,
    input: ({ why, words, slot, [idempotencyFieldName]: press }, { params }) => ({ ...params, why, words, slot, press: press as string }),
    shows: {
      'unknown-appointment': () => notFound,
      'unknown-reason': { at: 'why', key: 'appointments.change.why.empty' },
      'slot-taken': { at: 'slot', key: 'appointments.change.taken' },
      'not-open': cannot('not-open'),
      'in-the-past': cannot('in-the-past'),
      'too-late': toAppointment,
      'moved-too-often': toAppointment,
    },
    then: (_changed, { params }) => seeOther(`${paths.appointment(params)}?said=changed`),
  },
})
