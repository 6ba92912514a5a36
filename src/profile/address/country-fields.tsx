import type { FormState } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { Button, type Choice, Select, TextField } from '../../ui/index.ts'
import type { PostalAddress } from './address.ts'
import { type AddressPart, type CountryShape, shapeOf } from './country-shapes.ts'
import { countryCodes, countryName, usStateCodes } from './places.ts'

/** The first country is the agency's own and stays first; the others stand by their names. */
export function countryChoices(t: Text): Choice[] {
  const [own, ...others] = countryCodes.map((value) => ({ value, label: countryName(t.language, value) }))
  const byName = new Intl.Collator(t.language)
  return own ? [own, ...others.sort((a, b) => byName.compare(a.label, b.label))] : []
}

interface CountryChoiceProps {
  t: Text
  /** The page that shows the fields of the country chosen. */
  action: string
  country: string
}

/**
 * Which country decides which fields. Without a script it is chosen first, by a form of its own; with one the fields
 * change in place. A country alone tells nobody where a person lives: it may stand in the address of the page.
 */
export const CountryChoice = ({ t, action, country }: CountryChoiceProps) => (
  <form method="get" action={action} class="form country-choice" data-country-choice>
    <Select
      name="country"
      id="country-choice"
      label={t('ui.address.country')}
      options={countryChoices(t)}
      value={country}
      prompt={t('contact.address.choose-country')}
      autocomplete="country"
    />
    <Button look="quiet">{t('contact.address.show-fields')}</Button>
  </form>
)

const autocomplete: Record<AddressPart, string> = {
  inCareOf: 'off',
  street: 'address-line1',
  unit: 'address-line2',
  district: 'address-level3',
  city: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
}

function labelKey(part: AddressPart, shape: CountryShape): MessageKey {
  if (part === 'region') return `contact.address.region.${shape.region}`
  if (part === 'district') return `contact.address.district.${shape.district}`
  if (part === 'postalCode') return `contact.address.postal.${shape.postal}`
  return `contact.address.${part}`
}

interface CountryFieldsProps {
  t: Text
  form: FormState
  country: string
  /** What is kept; shown where nothing was typed. */
  kept: PostalAddress | null
  /** Whose address this is does not say how to fill it in for a person who is not the browser's owner. */
  own: boolean
}

/** The parts of an address as the country writes it, in its order. */
export function CountryFields({ t, form, country, kept, own }: CountryFieldsProps) {
  const shape = shapeOf(country)
  const isTyped = form.value('country') !== ''
  // What is kept belongs to its own country: elsewhere a person starts anew.
  const shown = kept?.country === country ? kept : null
  const fieldOf = (part: AddressPart) => ({
    name: part,
    label: t(labelKey(part, shape)),
    note: shape.needed.includes(part) ? undefined : t('ui.optional'),
    error: form.error(part),
    value: isTyped ? form.value(part) : (shown?.[part] ?? ''),
    autocomplete: own ? autocomplete[part] : 'off',
  })
  return (
    <div data-country-fields={country}>
      <input type="hidden" name="country" value={country} />
      {shape.order.map((part) =>
        part === 'region' && country === 'US' ? (
          <Select
            key={part}
            {...fieldOf(part)}
            options={usStateCodes.map((value) => ({ value, label: t(`filing.list.us-states.${value}` as MessageKey) }))}
            prompt={t('ui.address.choose-state')}
          />
        ) : (
          <TextField
            key={part}
            {...fieldOf(part)}
            width={part === 'postalCode' ? 14 : undefined}
            hint={part === 'postalCode' && shape.example ? t('contact.address.example', { example: shape.example }) : undefined}
          />
        ),
      )}
    </div>
  )
}
