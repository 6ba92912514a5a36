import type { RepresentativeKind } from '../../../accounts/index.ts'
import { dayField, type Field, right, textField } from '../../../platform/http/field.ts'
import type { FormState } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { DateField, TextField } from '../../../ui/index.ts'
import type { Licence } from '../licence.ts'

const lastDay = dayField({ empty: 'practice.licence.expires.impossible', impossible: 'practice.licence.expires.impossible' })

/** A day, or nothing in all three of its controls. */
const dayOrNone: Field<Temporal.PlainDate | null> = {
  echo: true,
  parse: (posted, name, model) =>
    ['month', 'day', 'year'].every((part) => postedText(posted, `${name}-${part}`).trim() === '') ? right(null) : lastDay.parse(posted, name, model),
}

/** A number is letters, digits and what stands between them, as bars write theirs. */
const isNumber = (text: string) => (/^[\p{L}\p{N}][\p{L}\p{N} ./#-]*$/u.test(text) ? null : 'practice.licence.number.wrong')

export const licenceFields = {
  number: textField({ empty: 'practice.licence.number.wrong', most: 40, optional: true, check: isNumber }),
  admitted: dayField({ empty: 'practice.licence.admitted.empty', impossible: 'practice.licence.admitted.impossible' }),
  expires: dayOrNone,
}

/** Where each refusal of what is stated is shown. */
export const licenceFaultsShown = {
  'unknown-authority': { at: 'authority', key: 'practice.licence.authority.empty' },
  'admitted-later': { at: 'admitted-month', key: 'practice.licence.admitted.later' },
  'ends-before': { at: 'expires-month', key: 'practice.licence.expires.before' },
} as const

const partsOf = (day: Temporal.PlainDate | null | undefined) => (day ? { month: String(day.month), day: String(day.day), year: String(day.year) } : {})

interface FieldsProps {
  t: Text
  form: FormState
  kind: RepresentativeKind
  kept?: Licence
}

/** Number, since when, and until when. */
export function LicenceFields({ t, form, kind, kept }: FieldsProps) {
  const isTyped = form.errors.length > 0 || form.parked
  const typed = (name: string) => ({ month: form.value(`${name}-month`), day: form.value(`${name}-day`), year: form.value(`${name}-year`) })
  return (
    <>
      <TextField
        name="number"
        label={t(`practice.licence.number.${kind}`)}
        hint={t(`practice.licence.number.${kind}.hint`)}
        note={t('ui.optional')}
        value={isTyped ? form.value('number') : (kept?.number ?? '')}
        error={form.error('number')}
        autocomplete="off"
        width={24}
        numeric
      />
      <DateField
        t={t}
        name="admitted"
        label={t(`practice.licence.admitted.${kind}`)}
        value={isTyped ? typed('admitted') : partsOf(kept?.admittedOn)}
        error={form.error('admitted-month')}
      />
      <DateField
        t={t}
        name="expires"
        label={t('practice.licence.expires')}
        hint={t('practice.licence.expires.hint')}
        note={t('ui.optional')}
        value={isTyped ? typed('expires') : partsOf(kept?.expiresOn)}
        error={form.error('expires-month')}
      />
    </>
  )
}
