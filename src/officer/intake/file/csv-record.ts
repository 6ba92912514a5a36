/** One record told apart; `end` is where the next one begins. `open`: its end is not here yet. `broken`: its quotes are wrong. */
export type CsvRecord = { readonly cells: readonly string[]; readonly end: number } | 'open' | 'broken'

const quoteMark = '"'

function quotedCell(text: string, start: number): { cell: string; end: number } | 'open' {
  let cell = ''
  for (let from = start + 1; ; ) {
    const mark = text.indexOf(quoteMark, from)
    if (mark < 0) return 'open'
    cell += text.slice(from, mark)
    if (text[mark + 1] !== quoteMark) return { cell, end: mark + 1 }
    cell += quoteMark
    from = mark + 2
  }
}

const plainCells = new Map<string, RegExp>()

function plainCell(text: string, start: number, delimiter: string): { cell: string; end: number } {
  const known = plainCells.get(delimiter) ?? new RegExp(`[^${delimiter}\\n"]*`, 'y')
  plainCells.set(delimiter, known)
  known.lastIndex = start
  const cell = known.exec(text)?.[0] ?? ''
  return { cell, end: start + cell.length }
}

/**
 * Reads the record that begins at `start`, as RFC 4180 writes one: a cell with quotes in it is quoted and doubles them.
 * Anything else is broken, and not mended: two readings of it would be two filings.
 */
export function readRecord(text: string, start: number, delimiter: string): CsvRecord {
  const cells: string[] = []
  for (let at = start; ; at += 1) {
    const read = text[at] === quoteMark ? quotedCell(text, at) : plainCell(text, at, delimiter)
    // Whether a mark at the very end closes its cell, only the next character says.
    if (read === 'open' || read.end === text.length) return 'open'
    cells.push(read.cell)
    at = read.end
    if (text[at] === '\n') return { cells, end: at + 1 }
    if (text[at] !== delimiter) return 'broken'
  }
}
