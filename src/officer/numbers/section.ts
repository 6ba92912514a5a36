import type { AgencyPack } from '../../agency/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import type { Figure } from '../../platform/figures/index.ts'

/** A number, words, or null: a count that is not told, being small or giving a small one away. */
export type Cell = number | string | null

export interface Bar {
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** One part of the page: the same table on the page and in its file. */
export interface Section {
  readonly id: SectionId
  readonly head: readonly MessageKey[]
  readonly numeric: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** What is drawn above the table: bars on one scale, and what each of a row stands for. */
  readonly chart?: { readonly bars: readonly Bar[]; readonly series: readonly MessageKey[] }
}

export const sectionIds = ['cases', 'forms', 'offices', 'times', 'requests', 'inquiries', 'messages', 'filings', 'pages', 'sign-up', 'errors', 'waiting'] as const
export type SectionId = (typeof sectionIds)[number]

export interface Telling {
  readonly t: Text
  readonly agency: AgencyPack
}

export const sum = (figures: readonly Figure[]): number => figures.reduce((total, { counted }) => total + counted, 0)

export const ofKind = (figures: readonly Figure[], kind: string): Figure[] => figures.filter((each) => each.kind === kind)

/** What was open at the last count among these days. */
export const latest = (figures: readonly Figure[]): Figure[] => {
  const last = figures.map(({ day }) => day).toSorted(Temporal.PlainDate.compare).at(-1)
  return last ? figures.filter(({ day }) => day.equals(last)) : []
}

/** Counts by one of their names, the largest first. */
export function summedBy(figures: readonly Figure[], of: (figure: Figure) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const figure of figures) sums.set(of(figure), (sums.get(of(figure)) ?? 0) + figure.counted)
  return new Map([...sums].toSorted((one, other) => other[1] - one[1]))
}

export const shareOf = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`)

/** A cell in words, for the page and the file alike. */
export const cellWords = (t: Text, cell: Cell): string => (cell === null ? t('numbers.hidden') : typeof cell === 'number' ? t.number(cell) : cell)
