import type { AgencyPack } from '../../agency/index.ts'
import { officeName } from '../../cases/index.ts'
import { atOffice, dayThere, type freeTimesForOffice, kindWords, officesFor } from '../../correspondence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, FormShell, RadioGroup, Select } from '../../ui/index.ts'

type Parts = { t: Text; agency: AgencyPack; here: string }

/** What for: asking for the page with it shows free times. */
export const ChooseKind = ({ t, agency, here, kind }: Parts & { kind: string | null }) => (
  <form class="form" method="get" action={here}>
    <Select
      name="kind"
      label={t('appointments.office.kind')}
      prompt={t('appointments.times.kind.empty')}
      options={agency.appointments.kinds.map(({ id }) => ({ value: id, label: kindWords(agency, t, id) }))}
      value={kind ?? undefined}
    />
    <Button look="quiet">{t('appointments.file.see-times')}</Button>
  </form>
)

type FreeProps = Parts & {
  form: FormState
  csrfToken: string
  kind: string
  office: string
  free: Awaited<ReturnType<typeof freeTimesForOffice>>
  submit: string
}

const hrefOf = ({ here, kind, office }: FreeProps, from: Temporal.PlainDate | null) =>
  `${here}?kind=${encodeURIComponent(kind)}&office=${encodeURIComponent(office)}${from ? `&from=${from}` : ''}`

/** The office, its earliest free times, and one press that takes one of them. */
export function FreeTimesForm(props: FreeProps) {
  const { t, agency, here, form, csrfToken, kind, office, free, submit } = props
  const there = atOffice(agency, t, office)
  const options = free.free.map(({ id, starts_at: startsAt }) => ({
    value: id,
    label: t('appointments.change.slot', { day: t.dayWithWeekday(dayThere(agency, { office, startsAt })), time: there.time(startsAt) }),
  }))
  return (
    <>
      <form class="form" method="get" action={here}>
        <input type="hidden" name="kind" value={kind} />
        <Select
          name="office"
          label={t('appointments.office.choose')}
          hint={t('appointments.file.near')}
          options={officesFor(agency, kind).map(({ id }) => ({ value: id, label: officeName(agency, t, id) }))}
          value={office}
        />
        <Button look="quiet">{t('appointments.office.show')}</Button>
      </form>
      {options.length === 0 ? (
        <p>{t('appointments.file.times.none')}</p>
      ) : (
        <FormShell action={hrefOf(props, null)} csrfToken={csrfToken} idempotencyKey={newId()}>
          <RadioGroup name="slot" label={t('appointments.file.times')} options={options} value={form.value('slot')} error={form.error('slot')} />
          {free.later ? (
            <p>
              <a href={hrefOf(props, free.later)}>{t('appointments.file.later')}</a>
            </p>
          ) : null}
          <Button>{submit}</Button>
        </FormShell>
      )}
    </>
  )
}
