import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, HiddenWords, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { BarChart } from './bar-chart.tsx'
import { numbers } from './numbers.ts'
import { type Period, periodOf, periods } from './period.ts'
import { cellWords, type Section, sectionIds } from './section.ts'
import { sections } from './sections.ts'
import { shownLeast } from './small-cells.ts'

const asked = ({ days, by }: Period) => `?days=${days}&by=${by}`

const Choice = ({ to, isNow, words }: { to: string; isNow: boolean; words: string }) => (
  <li>{isNow ? <strong aria-current="true">{words}</strong> : <a href={to}>{words}</a>}</li>
)

function PeriodChoice({ t, period }: { t: Text; period: Period }) {
  const to = (change: Partial<Period>) => `${officePaths.numbers()}${asked({ ...period, ...change })}`
  return (
    <nav class="choices-in-line" aria-label={t('numbers.period')}>
      <ul>
        {periods.map((days) => (
          <Choice key={days} to={to({ days })} isNow={days === period.days} words={t('numbers.period.days', { days: `${days}` })} />
        ))}
      </ul>
      <ul>
        {(['week', 'month'] as const).map((by) => (
          <Choice key={by} to={to({ by })} isNow={by === period.by} words={t(`numbers.period.by-${by}`)} />
        ))}
      </ul>
    </nav>
  )
}

const titleOf = (t: Text, { id }: Pick<Section, 'id'>) => t(`numbers.${id}.title` as MessageKey)

function SectionCard({ t, section, period }: { t: Text; section: Section; period: Period }) {
  const { id, head, numeric, rows, chart } = section
  const title = titleOf(t, section)
  return (
    <section class="card" id={id}>
      <h2>{title}</h2>
      <p class="muted">{t(`numbers.${id}.about` as MessageKey, { least: shownLeast })}</p>
      {rows.length === 0 ? (
        <p>{t('numbers.empty')}</p>
      ) : (
        <>
          {chart && chart.bars.length > 0 ? <BarChart t={t} title={title} {...chart} /> : null}
          <Table caption={title} head={head.map((key) => t(key))} numeric={numeric} rows={rows.map((cells) => cells.map((cell) => cellWords(t, cell)))} />
          <p>
            <a href={`${officePaths.numbersFile({ section: id })}${asked(period)}`}>
              {t('numbers.file')} <HiddenWords>{t('numbers.file-of', { title })}</HiddenWords>
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** `/numbers`: what the agency's work comes to. Every number was counted before, so that the page costs the same at a million cases. */
export const numbersPage = page({
  path: officePaths.numbers,
  access: staffWho('see-numbers'),
  audit: recordsNothing('counts over many; nothing of anybody'),
  load: async (context: Context) => (await context.read(numbers, periodOf(context.query))) ?? notFound,
  view: ({ t, model, context }) => ({
    title: t('numbers.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('numbers.title')}</h1>
        <p class="lead">{t('numbers.lead')}</p>
        <PeriodChoice t={t} period={model.period} />
        <Card title={t('numbers.on-page')}>
          <ul class="columns-of-links">
            {sectionIds.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{titleOf(t, { id })}</a>
              </li>
            ))}
          </ul>
          <p class="muted">{t('numbers.small', { least: shownLeast })}</p>
        </Card>
        {sectionIds.map((id) => (
          <SectionCard key={id} t={t} section={sections[id](model, { t, agency: context.services.agency })} period={model.period} />
        ))}
      </div>
    ),
  }),
})
