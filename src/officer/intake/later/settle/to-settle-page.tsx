import { notFound } from '../../../../platform/http/answer.ts'
import { page, recordsNothing } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Breadcrumb, DayText, EmptyState, InstantText, NumberText, Table } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { papersToSettle } from './settle.ts'

const heads = ['case', 'what', 'why', 'received', 'since'] as const

/** Paper that came by mail and waits for an officer: an address of a protected person, or what came after a decision. */
export const papersToSettlePage = page({
  path: officePaths.papersToSettle,
  access: staffWho('settle-paper'),
  audit: recordsNothing('receipt numbers and kinds of paper only'),
  load: async (context) => (await context.read(papersToSettle, {})) ?? notFound,
  view: ({ t, model: { papers, total } }) => ({
    title: t('later-paper.settle.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('later-paper.settle.title') }]} />
        <h1>{t('later-paper.settle.title')}</h1>
        <p class="lead">{t('later-paper.settle.about')}</p>
        {papers.length === 0 ? (
          <EmptyState title={t('later-paper.settle.none')}>
            <p>{t('later-paper.settle.none.body')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('later-paper.settle.list', { count: total })}
            head={heads.map((name) => t(`later-paper.settle.head.${name}`))}
            rows={papers.map(({ receiptNumber, kind, outcome, receivedOn, takenAt }) => [
              <a key="case" href={officePaths.case({ receiptNumber })}>
                <NumberText t={t} kind="receipt" value={receiptNumber} />
              </a>,
              t(`later-paper.kind.${kind}`),
              t(`later-paper.settle.why.${outcome}`),
              <DayText key="received" t={t} day={receivedOn} />,
              <InstantText key="since" t={t} at={takenAt} />,
            ])}
          />
        )}
      </div>
    ),
  }),
})
