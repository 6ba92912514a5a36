import type { Rejection } from '../../../cases/index.ts'
import { type Field, type FieldError, right, textField } from '../../../platform/http/field.ts'
import { type Posted, postedText } from '../../../platform/http/posted.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { errorOf } from '../by-hand/fault-at.ts'
import { typedCells } from '../by-hand/typed-cells.ts'
import { cellReader } from '../file/cell-reader.ts'
import { readAddress } from '../file/check-address.ts'
import { readReceivedOn } from '../file/check-days.ts'
import { readFee } from '../file/check-numbers.ts'
import { type Checks, readForm } from '../file/check-row.ts'
import type { Column } from '../file/columns.ts'

export const feeReturns = ['none', 'returned', 'kept'] as const
type FeeReturn = (typeof feeReturns)[number]

const nameField = textField({ empty: 'rejecting.name.empty', most: 150, check: (name) => (/\p{L}/u.test(name) ? null : 'rejecting.name.not-a-name') })

const ownColumns: readonly Column[] = ['form', 'received_on', 'fee_cents', 'street', 'city', 'state', 'postal_code', 'country']

/** What became of the fee is asked for always, and the fee with it where there was one. */
function feeFault(feeCents: number | null, becomes: FeeReturn | undefined): FieldError | null {
  if (!becomes) return { at: 'fee_return', key: 'rejecting.fee.choose' }
  if (becomes === 'none') return feeCents === null ? null : { at: 'fee_return', key: 'rejecting.fee.was-there' }
  return feeCents === null || feeCents === 0 ? { at: 'fee_cents', key: 'rejecting.fee.how-much' } : null
}

const reasonsIn = (posted: Posted, { paperRejections }: Pick<AgencyPack, 'paperRejections'>): string[] =>
  paperRejections.map(({ reason }) => reason).filter((reason) => posted.get('reasons')?.includes(reason))

/** The order of the page. */
const pageOrder = ['name', 'country', 'street', 'city', 'state', 'postal_code', 'form', 'received_on-month', 'fee_cents', 'fee_return', 'reasons']

/** A form that is not accepted as it was typed: day, form, fee and address by the rules of files. */
export const rejectionField: Field<Rejection, { readonly checks: Checks; readonly agency: Pick<AgencyPack, 'paperRejections'> }> = {
  echo: true,
  parse(posted, _name, { checks, agency }) {
    const cells = Object.fromEntries(Object.entries(typedCells(posted)).filter(([column]) => ownColumns.includes(column as Column)))
    const reader = cellReader<Column>(cells, [])
    const name = nameField.parse(posted, 'name', undefined)
    const [form, receivedOn, feeCents, address] = [readForm(reader, checks), readReceivedOn(reader, checks.today), readFee(reader), readAddress(reader, '', 'missing')]
    const becomes = feeReturns.find((each) => each === postedText(posted, 'fee_return'))
    const reasons = reasonsIn(posted, agency)
    const ofFee = reader.faults.some(({ column }) => column === 'fee_cents') ? null : feeFault(feeCents, becomes)
    const errors: FieldError[] = [
      ...(name.ok ? [] : name.errors),
      ...reader.faults.map(errorOf),
      ...(ofFee ? [ofFee] : []),
      ...(reasons.length > 0 ? [] : [{ at: 'reasons', key: 'rejecting.reasons.empty' as const }]),
    ]
    if (errors.length > 0 || !name.ok || !receivedOn || !address)
      return { ok: false, errors: errors.toSorted((a, b) => pageOrder.indexOf(a.at) - pageOrder.indexOf(b.at)) }
    const fee = feeCents === null || becomes === 'none' ? null : { cents: feeCents, isReturned: becomes === 'returned' }
    return right({ form, receivedOn, reasons, fee, sender: { name: name.value, address } })
  },
}
