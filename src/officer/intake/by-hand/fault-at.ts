import byHand from '../../../../messages/en/by-hand.json' with { type: 'json' }
import type { FieldError } from '../../../platform/http/field.ts'
import type { MessageKey } from '../../../platform/i18n/text.ts'
import type { Column } from '../file/columns.ts'
import type { RowFault, RowFaultCode } from '../file/faults.ts'

/** The words of a file, but where those speak of rows, columns or spreadsheets. */
export const faultKey = (code: RowFaultCode): MessageKey =>
  Object.hasOwn(byHand, `fault.${code}`) ? (`by-hand.fault.${code}` as MessageKey) : `intake.fault.${code}`

/** The control that a column's fault is shown at: of a day its first. */
export const controlOf = (column: Column | ''): string => (column === 'received_on' || column === 'date_of_birth' ? `${column}-month` : column)

/** What is empty is named: of several the summary would say the same. */
const missingKey = ({ code, column }: RowFault): MessageKey | null =>
  (code === 'missing' || code === 'representative-incomplete') && Object.hasOwn(byHand, `missing.${column}`) ? (`by-hand.missing.${column}` as MessageKey) : null

/** What is wrong with a cell, at the control it was typed in. */
export function errorOf(fault: RowFault): FieldError {
  const key = missingKey(fault) ?? faultKey(fault.code)
  return { at: controlOf(fault.column), key, ...(fault.values ? { values: fault.values } : {}) }
}
