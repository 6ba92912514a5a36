import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { pageNumber } from '../../../platform/http/page-number.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Card, EmptyState, Pagination } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { ColumnList } from './column-list.tsx'
import { intakeRoom, intakesOnPage } from './intake-room.ts'
import { IntakeTable } from './intake-table.tsx'
import { sections } from './sections.ts'

function Sections({ t, waiting }: { t: Text; waiting: ReadonlyMap<string, number> }) {
  return (
    <div class="columns">
      {sections.map(({ name, href }) => (
        <section key={name} class="card">
          <h2>
            <a href={href()}>{t(`office-intake.do.${name}`)}</a>
          </h2>
          <p>{t(`office-intake.do.${name}.about`)}</p>
          {waiting.has(name) ? (
            <p>
              <strong>{t('office-intake.waiting', { count: waiting.get(name) ?? 0 })}</strong>
            </p>
          ) : null}
        </section>
      ))}
    </div>
  )
}

const roomOf = async (context: Context) => {
  const current = pageNumber(context.query)
  const found = await context.read(intakeRoom, { page: current })
  return found ? { ...found, current } : notFound
}

/** `/intake`: forms on paper, what can be done with them, and what came of those that were brought. */
export const intakePage = page({
  path: officePaths.intake,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('files and counts of rows, nothing of what they say'),
  load: roomOf,
  view: ({ t, model: { intakes, total, waiting, current } }) => ({
    title: t('office-intake.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('office-intake.title')}</h1>
        <p>{t('office-intake.lead')}</p>
        <Sections t={t} waiting={waiting} />
        {total === 0 ? (
          <EmptyState title={t('office-intake.none.title')}>
            <p>{t('office-intake.none.body')}</p>
          </EmptyState>
        ) : (
          <Card title={t('office-intake.brought')}>
            <IntakeTable t={t} intakes={intakes} />
            <Pagination t={t} current={current} of={Math.ceil(total / intakesOnPage)} hrefOf={(each) => `${officePaths.intake()}?page=${each}`} />
          </Card>
        )}
        <ColumnList t={t} />
      </div>
    ),
  }),
})
