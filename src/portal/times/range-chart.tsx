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

type BarProps = { range: Omit<ShownRange, 'name'>; days: number; mark?: number | undefined }

function Bar({ range, days, mark }: BarProps) {
  const share = (of: number) => Math.round((of / days) * 1000) / 10
  const width = Math.max(widthLeast, share(range.upperDays - range.lowerDays))
  const x = Math.min(share(range.lowerDays), 100 - width)
  return (
    <svg class="range-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="range-line" x="0" y="4" width="100" height="2" />
      <rect class="range-span" x={x} y="0" width={width} height="10" />
      {mark === undefined ? null : <rect class="range-mark" x={Math.min(share(mark), 100 - markWidth)} y="0" width={markWidth} height="10" />}
    </svg>
  )
}

const markWidth = 1

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
      <Scale t={t} end={end.words} />
    </div>
  )
}

const Scale = ({ t, end }: { t: Text; end: string }) => (
  <div class="range-scale">
    <span>{t('times.chart.none')}</span>
    <span>{end}</span>
  </div>
)

/** One range and how far a case is on it, for the eye alone: the page says the same in words beside it. */
export function OneRange({ t, range, elapsed }: { t: Text; range: ShownRange; elapsed: number }) {
  const end = lineEnd(t, Math.max(range.upperDays, elapsed))
  return (
    <div class="ranges" aria-hidden="true">
      <div class="range">
        <span class="range-key range-key--span">{range.name}</span>
        <span class="range-key range-key--mark">{t('times.case.today')}</span>
        <Bar range={range} days={end.days} mark={elapsed} />
      </div>
      <Scale t={t} end={end.words} />
    </div>
  )
}
