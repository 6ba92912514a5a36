/** One line of the table: what was done, what it cost, what stands beside it, and whether that is within reach. */
export interface Row {
  work: string
  rate?: string
  cpu?: string
  jobsCpu?: string
  postgresCpu?: string
  /** What was measured beside it in the same run. */
  floor?: string
  ratio?: string
  reach: string
  /** Null: nothing was asked of it, or it could not be measured. */
  reached: boolean | null
  note?: string
}

const columns = [
  ['work', (row: Row) => row.work],
  ['rate', (row: Row) => row.rate],
  ['server CPU', (row: Row) => row.cpu],
  ['jobs CPU', (row: Row) => row.jobsCpu],
  ['PostgreSQL CPU', (row: Row) => row.postgresCpu],
  ['measured beside it', (row: Row) => row.floor],
  ['ratio', (row: Row) => row.ratio],
  ['reach', (row: Row) => row.reach],
  [
    '',
    (row: Row) =>
      row.reached === null
        ? (row.note ?? '–')
        : `${row.reached ? 'reached' : '**falls short**'}${row.note ? `; ${row.note}` : ''}`,
  ],
] as const

export function markdownTable(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(([name]) => name)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row) ?? '–'))),
  ].join('\n')
}

/** Milliseconds with as many places as they deserve. */
export const milliseconds = (value: number | null): string => {
  if (value === null) return 'not measured'
  return `${value < 1 ? value.toFixed(3) : value < 20 ? value.toFixed(2) : value.toFixed(0)} ms`
}

export const rate = (perSecond: number, unit = ''): string => {
  const shown = perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en-US')
  return `${shown}${unit}/s`
}

export const times = (ratio: number): string => `${ratio.toFixed(1)} ×`
