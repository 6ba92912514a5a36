/** What stands between cells: a comma, or what spreadsheets of some countries write instead. */
export type Delimiter = ',' | ';' | '\t'

const number = /^-?\d+(\.\d+)?$/
// OWASP, CSV injection: full-width signs are taken for a formula's too.
const formulaSign = '[=+\\-@＝＋－＠\\t\\r\\n]'
const isFormula = new RegExp(`^'*${formulaSign}`)
const isMarked = new RegExp(`^'+${formulaSign}`)

/**
 * A cell that no spreadsheet takes for a formula. A text that looks like such a cell already gets one mark more, so that
 * `withoutTextMark` gives back what was written, whatever it was.
 */
function cell(value: string | number, quoted: RegExp): string {
  const text = typeof value === 'string' && isFormula.test(value) && !number.test(value) ? `'${value}` : String(value)
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of separated values (RFC 4180), with its end. */
export const csvLine = (cells: readonly (string | number)[], delimiter: Delimiter = ','): string =>
  `${cells.map((each) => cell(each, delimiter === ',' ? /[",\n\r]/ : /[",;\t\n\r]/)).join(delimiter)}\r\n`

/** What a cell said before it was written so that no spreadsheet takes it for a formula. */
export const withoutTextMark = (text: string): string => (text.startsWith("'") && isMarked.test(text) ? text.slice(1) : text)
