import type { LaterPaper } from '../../../../cases/index.ts'
import { isAnswer, notFound } from '../../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../../platform/i18n/text.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Alert, ButtonLink, Card } from '../../../../ui/index.ts'
import { AddScan, isChecking, ScanOutcomeNote, scanRefreshSeconds } from '../../../scans/scan-form.tsx'
import { ScanList } from '../../../scans/scan-words.tsx'
import { scansOfCase } from '../../../scans/scans-of-case.ts'
import { staffWho } from '../../../sessions/access.ts'
import { paperTaken } from './later-desk.ts'
import { CaseFacts, foundCase } from './later-fields.tsx'

async function load(context: Context<{ receiptNumber: string; paper: string }>) {
  const found = await foundCase(context)
  if (isAnswer(found)) return found
  const paper = await context.read(paperTaken, { receiptNumber: found.receiptNumber, paper: context.params.paper })
  if (!paper) return notFound
  const scans = (await context.read(scansOfCase, { caseId: found.id })) ?? []
  // Of this paper: what was scanned for another stands on its own page.
  return { found, paper, scans: scans.filter(({ kind, receivedOn }) => kind === paper.kind && receivedOn.equals(paper.receivedOn)) }
}

/** What came of it, and what happens next. */
function Outcome({ t, paper: { kind, outcome, receivedOn } }: { t: Text; paper: LaterPaper }) {
  const isSettled = outcome !== 'waits' && outcome !== 'after-decision'
  return (
    <Alert kind={isSettled ? 'good' : 'info'} live title={t('later-paper.taken', { what: t(`later-paper.kind.${kind}`), on: t.day(receivedOn) })}>
      <p>{t(`later-paper.outcome.${kind}.${outcome}` as MessageKey)}</p>
    </Alert>
  )
}

/** A paper that was taken in: what came of it, and its scan. */
export const paperTakenPage = page({
  path: officePaths.paperTaken,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('shows what was just taken in, and nothing that stands on it'),
  load,
  view: ({ t, model: { found, paper, scans }, context }) => ({
    title: t('later-paper.taken.title'),
    ...(isChecking(scans) ? { refreshSeconds: scanRefreshSeconds } : {}),
    body: (
      <div class="stack">
        <h1>{t('later-paper.taken.title')}</h1>
        <Outcome t={t} paper={paper} />
        <ScanOutcomeNote t={t} context={context} scans={scans} />
        <Card title={t('later-paper.scan.title')} plate={scans.length === 0}>
          <p>{t(`later-paper.scan.${paper.kind}`)}</p>
          <AddScan t={t} action={officePaths.paperTaken(context.params)} csrfToken={context.csrfToken()} />
          {scans.length > 0 ? <ScanList t={t} scans={scans} /> : null}
        </Card>
        <Card title={t('later-paper.case.its')}>
          <CaseFacts t={t} found={found} agency={context.services.agency} />
        </Card>
        <p>
          <ButtonLink href={officePaths.later()}>{t('later-paper.next')}</ButtonLink>
        </p>
      </div>
    ),
  }),
})
