import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, page, records, recordsNothing, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { placeFrom } from '../pages/queue.tsx'
import { staffWho } from '../sessions/access.ts'
import { evidenceQueue, seeEvidence } from './additional-acts.ts'

/** `/sent-evidence`: evidence that people sent unasked and nobody has looked at. */
const evidenceQueuePage = page({
  path: officePaths.sentEvidence,
  access: staffWho('read-messages'),
  audit: recordsNothing('receipt numbers and times only'),
  load: async (context) => {
    const after = placeFrom(context.query.after)
    const found = await context.read(evidenceQueue, { after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { sent, next, isFirst } }) => ({
    title: t('additional.office.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('additional.office.title') }]} />
        <h1>{t('additional.office.title')}</h1>
        <p class="lead">{t('additional.office.about')}</p>
        {sent.length === 0 ? (
          <EmptyState title={t('additional.office.none.title')}>
            <p>{t('additional.office.none.body')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('additional.office.list')}
            head={(['case', 'by', 'at'] as const).map((name) => t(`additional.office.head.${name}`))}
            rows={sent.map(({ id, receiptNumber, side, at }) => [
              <a key="case" href={`${officePaths.case({ receiptNumber })}#evidence-${id}`}>
                <NumberText t={t} kind="receipt" value={receiptNumber} />
              </a>,
              t(`additional.office.by.${side === 'representative' ? 'representative' : 'person'}`),
              <InstantText key="at" t={t} at={at} />,
            ])}
          />
        )}
        <ButtonRow>
          {isFirst ? null : (
            <ButtonLink href={officePaths.sentEvidence()} look="quiet">
              {t('additional.office.first-page')}
            </ButtonLink>
          )}
          {next ? (
            <ButtonLink href={`${officePaths.sentEvidence()}?after=${encodeURIComponent(`${next.since}~${next.id}`)}`} look="quiet">
              {t('additional.office.next-page')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </div>
    ),
  }),
})

const toCase = ({ params: { receiptNumber } }: { params: { receiptNumber: string } }) => seeOther(officePaths.case({ receiptNumber }))

/** **I have looked at it**. */
const seeEvidenceAction = action({
  path: officePaths.seeEvidence,
  access: staffWho('read-file'),
  audit: records(seeEvidence),
  back: toCase,
  submit: {
    operation: seeEvidence,
    input: (_values, { params }) => params,
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'not-allowed': toCase, 'too-many-attempts': toCase },
    then: (_seen, context) => toCase(context),
  },
})

export const additionalRoutes: readonly Route[] = [evidenceQueuePage, seeEvidenceAction]
