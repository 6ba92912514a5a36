import type { ComponentChildren } from 'preact'

type TableProps = {
  caption: string
  head: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
  /** Columns of amounts and counts, by index: set flush at the end. */
  numeric?: readonly number[]
}

/** A table whose rows become cards on a narrow screen. The first column names the row. */
export function Table({ caption, head, rows, numeric = [] }: TableProps) {
  const cellClass = (column: number) => (numeric.includes(column) ? 'numeric' : undefined)
  return (
    <table class="usa-table usa-table--borderless usa-table--stacked table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((words, column) => (
            <th key={words} scope="col" class={cellClass(column)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row" data-label={head[column]}>
                  {cell}
                </th>
              ) : (
                <td key={column} data-label={head[column]} class={cellClass(column)}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
