import type { LaterPaper } from '../../../cases/index.ts'
import { isAnswer, notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, ButtonLink } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { paperTaken } from './later-desk.ts'
import { FoundCase, foundCase } from './later-fields.tsx'

async function load(context: Context<{ receiptNumber: string; paper: string }>) {
  const found = await foundCase(context)
  if (isAnswer(found)) return found
  const paper = await context.read(paperTaken, { receiptNumber: found.receiptNumber, paper: context.params.paper })
  return paper ? { found, paper } : notFound
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

/** A paper that was taken in: what came of it. */
export const paperTakenPage = page({
  path: officePaths.paperTaken,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('shows what was just taken in, and nothing that stands on it'),
  load,
  view: ({ t, model: { found, paper }, context }) => ({
    title: t('later-paper.taken.title'),
    body: (
      <div class="stack">
        <h1>{t('later-paper.taken.title')}</h1>
        <Outcome t={t} paper={paper} />
        <FoundCase t={t} found={found} agency={context.services.agency} />
        <p>
          <ButtonLink href={officePaths.later()}>{t('later-paper.next')}</ButtonLink>
        </p>
      </div>
    ),
  }),
})
