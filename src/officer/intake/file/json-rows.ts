import { jsonCells } from './json-cells.ts'
import { rowCharactersMost } from './limits.ts'
import { type RawRow, refusedWhole, type RowReader } from './raw-row.ts'

const tooLong = (line: number): RawRow => refusedWhole(line, { code: 'row-too-long', values: { most: rowCharactersMost } })

function rowOf(line: number, text: string): RawRow {
  if (text.length > rowCharactersMost) return tooLong(line)
  const read = jsonCells(text)
  return read ? { line, ...read } : refusedWhole(line, { code: 'not-json' })
}

/** Rows of JSON lines: one object a line. Its closing brace says that it is whole, so the last line needs no end. */
export function jsonRows(firstLine: number): RowReader {
  const state = { rest: '', line: firstLine, isTooLong: false }

  const take = (text: string): RawRow[] => {
    const [line, isTooLong] = [state.line, state.isTooLong]
    state.line += 1
    state.isTooLong = false
    if (isTooLong) return [tooLong(line)]
    return text.trim() === '' ? [] : [rowOf(line, text)]
  }

  return {
    push(text) {
      const whole = state.rest + text
      const rows: RawRow[] = []
      let at = 0
      for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', at)) {
        rows.push(...take(whole.slice(at, end)))
        at = end + 1
      }
      // Of a line that is too long anyway nothing is kept but that it was.
      state.isTooLong ||= whole.length - at > rowCharactersMost
      state.rest = state.isTooLong ? '' : whole.slice(at)
      return rows
    },
    end: () => (state.isTooLong || state.rest !== '' ? take(state.rest) : []),
  }
}
