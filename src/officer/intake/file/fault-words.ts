import type { Text } from '../../../platform/i18n/text.ts'
import type { FileFault, RowFault } from './faults.ts'

const sentence = (t: Text, { code, column, values }: RowFault<string>): string => {
  const said = t(`intake.fault.${code}`, values)
  return column === '' ? said : `${column}: ${said}`
}

/** Everything that is wrong with a row, and what to do about it. */
export const problemOf = (t: Text, faults: readonly RowFault<string>[]): string => faults.map((fault) => sentence(t, fault)).join(' ')

/** Why nothing of a file was read, and what to do about it. */
export const fileProblem = (t: Text, { code, column }: FileFault): string =>
  code === 'unknown-column' && column === '' ? t('intake.file.nameless-column') : t(`intake.file.${code}`, { column })
