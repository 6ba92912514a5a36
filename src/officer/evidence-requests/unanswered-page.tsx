import { DueText, kindShort } from '../../correspondence/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, EmptyState, NumberText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { unansweredRequests } from './composing.ts'

/** `/evidence-requests`: requests to which no answer came in time, the longest ago first. */
export const unansweredPage = page({
  path: officePaths.unanswered,
  access: staffWho('see-queues'),
  audit: recordsNothing('receipt numbers and deadlines; a file is opened with a reason'),
  load: async (context) => (await context.read(unansweredRequests, {})) ?? notFound,
  view: ({ t, model: requests, context }) => ({
    title: t('office-requests.unanswered.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('office-requests.unanswered.title') }]} />
        <h1>{t('office-requests.unanswered.title')}</h1>
        <p class="lead">{t('office-requests.unanswered.about')}</p>
        {requests.length === 0 ? (
          <EmptyState title={t('office-requests.unanswered.none.title')}>
            <p>{t('office-requests.unanswered.none')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('office-requests.unanswered.list')}
            head={(['case', 'what', 'due'] as const).map((name) => t(`office-requests.unanswered.head.${name}`))}
            rows={requests.map(({ id, receiptNumber, kind, dueAt }) => [
              <a key="case" href={officePaths.request({ receiptNumber, request: id })}>
                <NumberText t={t} kind="receipt" value={receiptNumber} />
              </a>,
              kindShort(context.services.agency, t, kind),
              <DueText key="due" t={t} at={dueAt} />,
            ])}
          />
        )}
      </div>
    ),
  }),
})
