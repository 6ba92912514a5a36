import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { DateField, TextField } from '../../ui/index.ts'

type MomentProps = { t: Text; form: FormState; name: 'start' | 'finish'; label: string; hint: string; zone: string; usual?: Temporal.Instant | undefined }

/** A day and a time, as the agency's clocks say; `usual` stands in it until somebody types. */
export function MomentInput({ t, form, name, label, hint, zone, usual }: MomentProps) {
  const at = form.errors.length === 0 ? usual?.toZonedDateTimeISO(zone) : undefined
  const parts = at
    ? { month: `${at.month}`, day: `${at.day}`, year: `${at.year}` }
    : { month: form.value(`${name}-month`), day: form.value(`${name}-day`), year: form.value(`${name}-year`) }
  const time = at ? at.toPlainTime().toString({ smallestUnit: 'minute' }) : form.value(`${name}-time`)
  return (
    <>
      <DateField t={t} name={name} label={label} hint={hint} value={parts} error={form.error(`${name}-month`)} />
      <TextField name={`${name}-time`} label={t(`outages.office.time.${name}`)} hint={t('outages.office.time.hint', { zone })} value={time} error={form.error(`${name}-time`)} width={8} numeric />
    </>
  )
}
