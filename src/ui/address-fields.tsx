import type { Text } from '../platform/i18n/text.ts'
import { Select, type Choice } from './select.tsx'
import { TextField } from './text-field.tsx'

export type AddressPart = 'street' | 'unit' | 'city' | 'state' | 'postalCode' | 'country'

type AddressFieldsProps = {
  t: Text
  legend: string
  /** The name of each part is this, a joint and the part: `mailing-street`. */
  name: string
  joint?: '-' | '.'
  value: (part: AddressPart) => string
  error: (part: AddressPart) => string | undefined
  states: readonly Choice[]
  /** Left out: an address in the United States only. */
  countries?: readonly Choice[]
  /** The value of the country whose addresses have a state. */
  domestic?: string
}

/** An address in the order of an envelope; the country first, since it decides the rest. */
export function AddressFields({ t, legend, name, joint = '-', value, error, states, countries, domestic = 'US' }: AddressFieldsProps) {
  const part = (of: AddressPart) => ({ name: `${name}${joint}${of}`, value: value(of), error: error(of) })
  const country = part('country')
  const onlyAtHome = countries ? { control: country.name, value: domestic, is: true } : undefined
  return (
    <fieldset class="usa-fieldset address">
      <legend class="usa-legend">{legend}</legend>
      {countries ? (
        <Select {...country} label={t('ui.address.country')} options={countries} autocomplete="country" />
      ) : null}
      <TextField {...part('street')} label={t('ui.address.street')} autocomplete="address-line1" />
      <TextField
        {...part('unit')}
        label={t('ui.address.unit')}
        note={t('ui.optional')}
        width={14}
        autocomplete="address-line2"
      />
      <TextField {...part('city')} label={t('ui.address.city')} autocomplete="address-level2" />
      <Select
        {...part('state')}
        label={t('ui.address.state')}
        options={states}
        prompt={t('ui.address.choose-state')}
        autocomplete="address-level1"
        shownWhen={onlyAtHome}
      />
      <TextField {...part('postalCode')} label={t('ui.address.postal-code')} width={14} autocomplete="postal-code" />
    </fieldset>
  )
}
