/** Where in a record the reading stands; `after-quote`: behind a mark that closes a cell or begins a doubled one. */
export type Standing = 'cell-start' | 'plain' | 'quoted' | 'after-quote' | 'broken'

export interface Skipped {
  readonly standing: Standing
  readonly lines: number
  /** Behind the line break that ended the record; null: it goes on. */
  readonly end: number | null
}

function next(standing: Standing, character: string, delimiter: string): Standing {
  const isMark = character === '"'
  if (standing === 'quoted') return isMark ? 'after-quote' : 'quoted'
  if (standing === 'broken') return 'broken'
  if (character === delimiter) return 'cell-start'
  if (standing === 'after-quote') return isMark ? 'quoted' : 'broken'
  if (!isMark) return 'plain'
  return standing === 'cell-start' ? 'quoted' : 'broken'
}

/**
 * Passes over a record that is not taken, keeping nothing of it. A line break inside a quoted cell does not end it, however
 * long the cell is: what stands in a cell must never be read as a row. Where the quotes are broken, the next line break ends it.
 */
export function skipRecord(text: string, start: number, delimiter: string, from: Standing): Skipped {
  let [standing, lines] = [from, 0]
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] as string
    if (character === '\n') {
      lines += 1
      if (standing !== 'quoted') return { standing, lines, end: at + 1 }
    } else standing = next(standing, character, delimiter)
  }
  return { standing, lines, end: null }
}
