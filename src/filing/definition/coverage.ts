import { parse } from 'csv-parse/sync'
import type { FormDefinition } from './definition.ts'
import { questionsOf } from './layout.ts'

/** One numbered item of the official edition: the questions that answer it, or why none does. */
export type CoveredItem = { readonly item: string; readonly asks: string; readonly answeredBy: string }

/**
 * Reads a `coverage.csv` with the columns `item`, `asks`, `answered by`. The last holds question ids joined by `; `,
 * or `none: ` and the reason. Throws on text that is not CSV.
 */
export const readCoverage = (csv: string): readonly CoveredItem[] =>
  parse<Record<string, string>>(csv, { columns: true, bom: true }).map((row) => ({
    item: row.item?.trim() ?? '',
    asks: row.asks?.trim() ?? '',
    answeredBy: row['answered by']?.trim() ?? '',
  }))

/** The gaps between a form and the items of its official edition, as sentences, looked for in both directions. */
export function coverageFaults(definition: FormDefinition, rows: readonly CoveredItem[]): string[] {
  const questions = new Map(questionsOf(definition).map((question) => [question.id, [question.item].flat()]))
  const items = new Map(rows.map((row) => [row.item, row]))
  const unsaid = [...questions].flatMap(([id, named]) =>
    named
      .filter((item) => !answerersOf(items.get(item)).includes(id))
      .map((item) => `Question ${id} answers ${item}, and the coverage does not say so.`),
  )
  const twice = rows.filter((row) => items.get(row.item) !== row).map(({ item }) => `${item} stands twice.`)
  return [...rows.flatMap((row, index) => rowFaults(row, index + 2, questions)), ...twice, ...unsaid]
}

const answerersOf = (row: CoveredItem | undefined): readonly string[] =>
  row === undefined || row.answeredBy.startsWith('none') ? [] : row.answeredBy.split(/;\s*/)

function rowFaults(row: CoveredItem, line: number, questions: ReadonlyMap<string, readonly string[]>): string[] {
  if (row.item === '' || row.asks === '' || row.answeredBy === '')
    return [`Line ${line} of the coverage has an empty cell.`]
  if (row.answeredBy.startsWith('none') && !/^none: \S/.test(row.answeredBy)) {
    return [`${row.item} is answered by no question, and no reason is given.`]
  }
  return answerersOf(row).flatMap((id) => {
    const named = questions.get(id)
    if (!named) return [`${row.item} is answered by ${id}, which is no question.`]
    return named.includes(row.item) ? [] : [`${row.item} is answered by ${id}, which does not name it.`]
  })
}
