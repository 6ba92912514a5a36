import type { AgencyPack } from '../../../../agency/index.ts'
import { formTitle } from '../../../../cases/index.ts'
import type { FormState } from '../../../../platform/http/page.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { countryChoices } from '../../../../profile/index.ts'
import { DateField, Select, TextField } from '../../../../ui/index.ts'
import type { AddressName, AddressPrefix, Column } from '../../file/columns.ts'
import type { Cells } from '../../file/intake-row.ts'
import { shownOf } from '../typed-cells.ts'

/** What the controls of a form on paper show, and what is wrong at each; a control has the name of its column. */
export interface Controls {
  readonly t: Text
  readonly agency: AgencyPack
  value(name: string): string
  error(name: string): string | undefined
}

/** Shows what was sent wrong, or else what is kept. */
export const controlsOf = (t: Text, agency: AgencyPack, form: FormState, kept: Cells): Controls => ({
  t,
  agency,
  value: (name) => (form.errors.length > 0 ? form.value(name) : shownOf(kept, name)),
  error: form.error,
})

type OwnWords = Exclude<Column, `representative_${AddressName}`>

/** A control with its label, its value and what is wrong with it. */
export const control = ({ t, value, error }: Controls, name: OwnWords) => ({
  name,
  label: t(`by-hand.${name}`),
  value: value(name),
  error: error(name),
  autocomplete: 'off',
})

export function Day({ controls, name }: { controls: Controls; name: 'received_on' | 'date_of_birth' }) {
  const { t, value, error } = controls
  const [month = '', day = '', year = ''] = ['month', 'day', 'year'].map((part) => value(`${name}-${part}`))
  return <DateField t={t} name={name} label={t(`by-hand.${name}`)} value={{ month, day, year }} error={error(`${name}-month`)} />
}

export function WhichForm({ controls }: { controls: Controls }) {
  const { t, agency } = controls
  const options = agency.forms.map(({ code }) => ({ value: code, label: formTitle(agency, t, code) }))
  return <Select {...control(controls, 'form')} prompt={t('by-hand.form.prompt')} options={options} />
}

/** One set of parts for every country: which of them its addresses have is checked by its own rules. */
export function Address({ controls, prefix }: { controls: Controls; prefix: AddressPrefix }) {
  const { t } = controls
  const part = (name: AddressName) => ({ ...control(controls, name), name: `${prefix}${name}`, value: controls.value(`${prefix}${name}`), error: controls.error(`${prefix}${name}`) })
  return (
    <>
      <Select {...part('country')} options={countryChoices(t)} prompt={t('by-hand.country.prompt')} />
      <TextField {...part('street')} hint={t('by-hand.street.hint')} />
      <TextField {...part('city')} />
      <TextField {...part('state')} hint={t('by-hand.state.hint')} />
      <TextField {...part('postal_code')} width={14} />
    </>
  )
}
