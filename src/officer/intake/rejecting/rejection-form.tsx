import { agencyText } from '../../../agency/index.ts'
import type { Rejection } from '../../../cases/index.ts'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import type { Services } from '../../../platform/services.ts'
import { CheckboxGroup, RadioGroup, TextField } from '../../../ui/index.ts'
import { Address, control, controlsOf, Day, WhichForm } from '../by-hand/pages/controls.tsx'
import { Part } from '../by-hand/pages/typed-form.tsx'
import type { Cells } from '../file/intake-row.ts'
import { feeReturns } from './rejection-field.ts'

type RejectionFormProps = {
  t: Text
  agency: Services['agency']
  form: FormState
  /** What was typed before; null: nothing. */
  kept: KeptRejection | null
}

/** What the page shows of a rejection that was typed before, or of a form that was typed to be taken in. */
export interface KeptRejection {
  readonly name: string
  readonly cells: Cells
  readonly feeReturn: string
  readonly reasons: readonly string[]
}

export function keptOf({ form, receivedOn, fee, reasons, sender: { name, address } }: Rejection): KeptRejection {
  const { country, street = '', city = '', region = '', postalCode = '' } = address
  const cells = { form, received_on: receivedOn.toString(), ...(fee ? { fee_cents: String(fee.cents) } : {}), country, street, city, state: region, postal_code: postalCode }
  return { name, cells, feeReturn: fee ? (fee.isReturned ? 'returned' : 'kept') : 'none', reasons }
}

/** A form that was typed to be taken in, and is not accepted. */
export const keptOfTyped = (cells: Cells): KeptRejection => ({
  ...{ name: `${cells.given_name ?? ''} ${cells.family_name ?? ''}`.trim(), cells, feeReturn: '', reasons: [] },
})

/** Who sent a form that is not accepted, which, and why. */
export function RejectionForm({ t, agency, form, kept }: RejectionFormProps) {
  const controls = controlsOf(t, agency, form, kept?.cells ?? {})
  const isSent = form.errors.length > 0
  return (
    <>
      <Part title={t('rejecting.part.sender')}>
        <TextField name="name" label={t('rejecting.name')} hint={t('rejecting.name.hint')} value={isSent ? form.value('name') : kept?.name} error={form.error('name')} autocomplete="off" />
        <Address controls={controls} prefix="" />
      </Part>
      <Part title={t('by-hand.part.form')}>
        <WhichForm controls={controls} />
        <Day controls={controls} name="received_on" />
        <TextField {...control(controls, 'fee_cents')} note={t('ui.optional')} hint={t('by-hand.fee_cents.hint')} inputmode="decimal" width={14} />
        <RadioGroup
          name="fee_return"
          label={t('rejecting.fee')}
          options={feeReturns.map((value) => ({ value, label: t(`rejecting.fee.${value}`) }))}
          value={isSent ? form.value('fee_return') : (kept?.feeReturn ?? '')}
          error={form.error('fee_return')}
        />
      </Part>
      <Part title={t('rejecting.part.reasons')}>
        <CheckboxGroup
          name="reasons"
          label={t('rejecting.reasons')}
          hint={t('rejecting.reasons.hint')}
          options={agency.paperRejections.map(({ reason }) => ({ value: reason, label: agencyText(agency, t, 'paper', `rejection.${reason}.why`) }))}
          values={isSent ? form.values('reasons') : (kept?.reasons ?? [])}
          error={form.error('reasons')}
        />
      </Part>
    </>
  )
}
