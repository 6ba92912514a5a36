import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { type Bar, cellWords } from './section.ts'

interface Props {
  readonly t: Text
  readonly title: string
  readonly bars: readonly Bar[]
  readonly series: readonly MessageKey[]
}

const widthOf = (value: number | null, most: number) => Math.round(((value ?? 0) / most) * 1000) / 10

/** Bars on one scale, each with its number beside it: drawn on the server, of shapes and classes alone. The table under it says the same. */
export function BarChart({ t, title, bars, series }: Props) {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return (
    <figure class="bars" role="img" aria-label={t('numbers.chart', { title })}>
      {series.length > 1 ? (
        <p class="bars-key">
          {series.map((key, index) => (
            <span key={key}>
              <svg class="bars-sign" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect class={`bar bar--${index}`} x="0" y="0" width="10" height="10" />
              </svg>{' '}
              {t(key)}
            </span>
          ))}
        </p>
      ) : null}
      {bars.map(({ label, values }) => (
        <div class="bars-row" key={label}>
          <span class="bars-label">{label}</span>
          {values.map((value, index) => (
            <span class="bars-line" key={series[index]}>
              <svg class="bars-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar-ground" x="0" y="9" width="100" height="1" />
                <rect class={`bar bar--${index}`} x="0" y="0" width={widthOf(value, most)} height="10" />
              </svg>
              <span class="bars-value">{cellWords(t, value)}</span>
            </span>
          ))}
        </div>
      ))}
    </figure>
  )
}
