/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection): full-width signs are taken for one too. */
function cell(value: string | number): string {
  const isFormula = typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
  const text = isFormula ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of comma-separated values (RFC 4180), with its end. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`
