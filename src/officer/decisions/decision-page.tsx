import { agencyDay } from '../../cases/index.ts'
import type { OfficeDecision } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing, type Route } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, ButtonRow, Card, FormShell, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { CaseTrail, toCase } from './case-trail.tsx'
import { agreeDecision, returnDecision, takeBackDecision } from './decision-acts.ts'
import { decisionDesk } from './decision-desk.ts'
import { CaseFacts, LetterPreview, SaidAlert, WhoAndWhy } from './decision-parts.tsx'
import { type Said, saidIn } from './said.ts'

type At = { receiptNumber: string; decision: string }

/** `/cases/<receipt number>/decisions/<decision>`: everything the second person needs on one page, and what they can do. */
const decisionPage = page({
  path: officePaths.decision,
  access: staffWho('decide-case'),
  audit: recordsNothing('a decision of a file that was opened with a reason'),
  load: async (context: Context<At>) => {
    const desk = await context.read(decisionDesk, { receiptNumber: context.params.receiptNumber })
    if (!desk) return notFound
    if (desk.state !== 'open') return toCase(context)
    const decision = desk.decisions.find(({ id }) => id === context.params.decision)
    return decision ? { desk, decision } : notFound
  },
  view: ({ t, model: { desk, decision }, context }) => {
    const { agency } = context.services
    const { receiptNumber } = desk.case
    const title = t(`decisions.kind.${decision.kind}`)
    const shown = { t, agency, desk }
    return {
      title,
      body: (
        <>
          <CaseTrail t={t} receiptNumber={receiptNumber} through={{ words: t('decisions.title'), href: officePaths.decisions({ receiptNumber }) }} here={title} />
          <SaidAlert t={t} said={saidIn(context.query)} />
          <h1>{title}</h1>
          <div class="stack">
            <CaseFacts {...shown} />
            <Card title={t('decisions.why')}>
              <WhoAndWhy t={t} decision={decision} names={desk.names} />
            </Card>
            <LetterPreview
              {...shown}
              status={agency.decisions.statuses[decision.kind]}
              grounds={decision.grounds}
              words={decision.words}
              on={agencyDay(agency, decision.madeAt ?? decision.proposedAt)}
            />
            {decision.state === 'proposed' ? <Review t={t} decision={decision} context={context} /> : null}
          </div>
        </>
      ),
    }
  },
})

function Review({ t, decision, context }: { t: Text; decision: OfficeDecision; context: Context<At> }) {
  const at = { receiptNumber: decision.receiptNumber, decision: decision.id }
  const csrfToken = context.csrfToken()
  if (decision.proposedBy === context.actor.id)
    return (
      <Card title={t('decisions.review.title')} plate>
        <p>{t('decisions.review.yours')}</p>
        <FormShell action={officePaths.takeDecisionBack(at)} csrfToken={csrfToken} class="form">
          <Button look="quiet">{t('decisions.review.take-back')}</Button>
        </FormShell>
      </Card>
    )
  if (!mayDo(context.actor, 'review-decision'))
    return (
      <Card title={t('decisions.review.title')}>
        <p>{t('decisions.review.waits')}</p>
      </Card>
    )
  return (
    <Card title={t('decisions.review.title')} plate>
      <FormShell action={officePaths.agreeDecision(at)} csrfToken={csrfToken}>
        <TextArea name="answer" label={t('decisions.review.answer')} hint={t('decisions.review.answer-hint')} value="" error={undefined} rows={3} />
        <ButtonRow>
          <Button>{t(`decisions.review.agree.${decision.kind as 'denial'}`)}</Button>
          <button class="usa-button usa-button--outline" type="submit" formaction={officePaths.returnDecision(at)}>
            {t('decisions.review.return')}
          </button>
        </ButtonRow>
      </FormShell>
    </Card>
  )
}

const back =
  (said: Said) =>
  ({ params }: Pick<Context, 'params'>) =>
    seeOther(`${officePaths.decision(params as At)}?said=${said}`)

const refusals = {
  'unknown-case': () => notFound,
  'file-not-opened': toCase,
  'no-decision': () => notFound,
  'decided-already': back('decided-already'),
  'not-allowed': back('not-possible'),
  'too-many-attempts': back('not-possible'),
}

const reviewing = (path: typeof officePaths.agreeDecision | typeof officePaths.returnDecision, operation: typeof agreeDecision): Route =>
  action({
    path,
    access: staffWho('review-decision'),
    audit: records(operation),
    fields: { answer: longTextField({ empty: 'decisions.form.note-empty', most: 2000, optional: true }) },
    back: back('not-possible'),
    submit: {
      operation,
      input: ({ answer }, { params }) => ({ ...(params as At), answer }),
      shows: { ...refusals, 'no-answer': back('no-answer'), 'proposed-by-you': back('proposed-by-you') },
      then: ({ outcome }, context) => back(outcome)(context),
    },
  })

export const decisionRoutesOfOne: readonly Route[] = [
  decisionPage,
  reviewing(officePaths.agreeDecision, agreeDecision),
  reviewing(officePaths.returnDecision, returnDecision),
  action({
    path: officePaths.takeDecisionBack,
    access: staffWho('decide-case'),
    audit: records(takeBackDecision),
    back: back('not-possible'),
    submit: {
      operation: takeBackDecision,
      input: (_values, { params }) => params as At,
      shows: { ...refusals, 'not-yours': back('not-possible') },
      then: (_done, context) => back('taken-back')(context),
    },
  }),
]
