import { statusEntry } from '../../cases/index.ts'
import type { OfficeDecision } from '../../correspondence/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { ButtonLink, ButtonRow, Card, EmptyState, InstantText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { openDesk } from './approve-page.tsx'
import { CaseTrail } from './case-trail.tsx'
import { CaseFacts, ChecksInWay, DecisionState, SaidAlert, type Shown } from './decision-parts.tsx'
import { saidIn } from './said.ts'

/** `/cases/<receipt number>/decisions`: what can be decided now, and everything that was. */
export const decisionsPage = page({
  path: officePaths.decisions,
  access: staffWho('decide-case'),
  audit: recordsNothing('decisions of a file that was opened with a reason'),
  load: openDesk,
  view: ({ t, model: desk, context }) => {
    const shown = { t, agency: context.services.agency, desk }
    const { receiptNumber } = desk.case
    return {
      title: t('decisions.title'),
      wide: true,
      body: (
        <>
          <CaseTrail t={t} receiptNumber={receiptNumber} here={t('decisions.title')} />
          <SaidAlert t={t} said={saidIn(context.query)} />
          <h1>{t('decisions.title')}</h1>
          <div class="stack">
            <CaseFacts {...shown} />
            <Acts {...shown} />
            <ChecksInWay {...shown} />
            <All t={t} decisions={desk.decisions} names={desk.names} />
          </div>
        </>
      ),
    }
  },
})

/** What the status table lets follow; while a decision waits for its second person, nothing else is begun. */
function Acts({ t, agency, desk }: Shown) {
  const { receiptNumber, status } = desk.case
  const waiting = desk.decisions.find(({ state, fromStatus }) => state === 'proposed' && fromStatus === status)
  const { statuses } = agency.decisions
  const { next } = statusEntry(agency, status)
  if (waiting)
    return (
      <Card title={t('decisions.review.title')} plate>
        <p>{t('decisions.waiting')}</p>
        <p>
          <ButtonLink href={officePaths.decision({ receiptNumber, decision: waiting.id })}>{t('decisions.see')}</ButtonLink>
        </p>
      </Card>
    )
  const acts = [
    ...(next.includes(statuses.approval) ? [{ href: officePaths.approve({ receiptNumber }), words: t('decisions.approve.title') }] : []),
    ...(next.includes(statuses.denial) ? [{ href: officePaths.deny({ receiptNumber }), words: t('decisions.denial.title') }] : []),
    ...(next.includes(statuses.reopening) ? [{ href: officePaths.reopen({ receiptNumber }), words: t('decisions.reopening.title') }] : []),
    ...(next.includes(statuses['motion-refusal']) ? [{ href: officePaths.refuseMotion({ receiptNumber }), words: t('decisions.motion-refusal.title') }] : []),
  ]
  if (acts.length === 0)
    return (
      <EmptyState title={t('decisions.decide')}>
        <p>{t('decisions.form.not-next')}</p>
      </EmptyState>
    )
  return (
    <Card title={t('decisions.decide')} plate>
      <ButtonRow>
        {acts.map(({ href, words }) => (
          <ButtonLink key={href} href={href} look="quiet">
            {words}
          </ButtonLink>
        ))}
      </ButtonRow>
    </Card>
  )
}

function All({ t, decisions, names }: { t: Text; decisions: readonly OfficeDecision[]; names: ReadonlyMap<string, string> }) {
  if (decisions.length === 0)
    return (
      <EmptyState title={t('decisions.all')}>
        <p>{t('decisions.none')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('decisions.all')}
        head={(['kind', 'state', 'by', 'at'] as const).map((name) => t(`decisions.head.${name}`))}
        rows={decisions.map(({ id, receiptNumber, kind, state, proposedBy, proposedAt }) => [
          <a key="kind" href={officePaths.decision({ receiptNumber, decision: id })}>
            {t(`decisions.kind.${kind}`)}
          </a>,
          <DecisionState key="state" t={t} state={state} />,
          names.get(proposedBy) ?? '',
          <InstantText key="at" t={t} at={proposedAt} />,
        ])}
      />
    </Card>
  )
}
