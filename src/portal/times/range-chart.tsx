import { usualSpan } from '../../filing/index.ts'
import type { Text } from '../../platform/i18n/text.ts'

export interface ShownRange {
  readonly name: string
  readonly lowerDays: number
  readonly upperDays: number
}

const daysInMonth = 30.4
const inDaysUpTo = 60

/** The end of the line that all bars share, in days and in words: whole tens of days, or whole months. */
function lineEnd(t: Text, upperDays: number) {
  if (upperDays <= inDaysUpTo) {
    const days = Math.max(10, Math.ceil(upperDays / 10) * 10)
    return { days, words: t('times.chart.days', { days }) }
  }
  const months = Math.ceil(upperDays / daysInMonth)
  return { days: months * daysInMonth, words: t('times.chart.months', { months }) }
}

/** A case of a day or two still has a bar that can be seen. */
const widthLeast = 1.5

function Bar({ range, days }: { range: ShownRange; days: number }) {
  const share = (of: number) => Math.round((of / days) * 1000) / 10
  const width = Math.max(widthLeast, share(range.upperDays - range.lowerDays))
  const x = Math.min(share(range.lowerDays), 100 - width)
  return (
    <svg class="range-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="range-line" x="0" y="4" width="100" height="2" />
      <rect class="range-span" x={x} y="0" width={width} height="10" />
    </svg>
  )
}

/** Ranges of days one under the other on one scale, for the eye alone: the page says the same in a table beside it. */
export function RangeChart({ t, ranges }: { t: Text; ranges: readonly ShownRange[] }) {
  const end = lineEnd(t, Math.max(...ranges.map(({ upperDays }) => upperDays)))
  return (
    <div class="ranges" aria-hidden="true">
      {ranges.map((range) => (
        <div class="range" key={range.name}>
          <span class="range-name">{range.name}</span>
          <span class="range-words">{usualSpan(t, range.lowerDays, range.upperDays)}</span>
          <Bar range={range} days={end.days} />
        </div>
      ))}
      <div class="range-scale">
        <span>{t('times.chart.none')}</span>
        <span>{end.words}</span>
      </div>
    </div>
  )
}
