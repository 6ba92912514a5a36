import { signedIn } from '../../../accounts/index.ts'
import { formTitle, parseReceiptNumber, statusTitle, statusWords } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, ButtonRow, Card, EmptyState, InstantText, NumberText, PrintButton } from '../../../ui/index.ts'
import { OwnCards, OwnCourse } from '../../case-acts/pages/own-acts.tsx'
import type { Decision } from '../decision.ts'
import { type OwnOutcome, ownOutcome } from '../own-outcome.ts'
import { waysOn } from '../ways-on.ts'
import { Grounds, WaysOn, WordsToPerson } from './decision-words.tsx'

type DecisionContext = Context<{ receiptNumber: string }>
type Shown = { t: Text; model: OwnOutcome; context: DecisionContext }

async function load(context: DecisionContext): Promise<OwnOutcome | typeof notFound> {
  const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
  return (parsed.ok ? await context.read(ownOutcome, { receiptNumber: parsed.number }) : null) ?? notFound
}

/** Where the case stands now, and what the person may still do. */
function Now({ t, model: { own, decisions }, context }: Shown) {
  const { agency } = context.services
  const words = statusWords(agency, t, own)
  const [newest] = decisions
  const isOfNow = newest !== undefined && agency.decisions.statuses[newest.kind] === own.status
  const ways = waysOn(agency, {
    status: own.status,
    form: own.form,
    grounds: isOfNow ? newest.grounds : [],
    at: isOfNow ? newest.madeAt : null,
    isMailed: own.channel === 'paper',
  })
  return (
    <>
      <Card title={words.title}>
        <p>{words.description}</p>
        <p>{words.next}</p>
      </Card>
      {ways.length > 0 ? (
        <Card title={t('decisions.own.ways')}>
          <WaysOn t={t} agency={agency} ways={ways} />
        </Card>
      ) : null}
    </>
  )
}

function Made({ t, context, decision }: Omit<Shown, 'model'> & { decision: Decision }) {
  const { agency } = context.services
  return (
    <Card title={statusTitle(agency, t, agency.decisions.statuses[decision.kind])}>
      {decision.madeAt ? (
        <p class="muted">
          <InstantText t={t} at={decision.madeAt} />
        </p>
      ) : null}
      <Grounds t={t} agency={agency} grounds={decision.grounds} />
      <WordsToPerson t={t} words={decision.words} />
      {decision.grounds.length === 0 && decision.words === '' ? <p>{t('decisions.own.nothing-added')}</p> : null}
    </Card>
  )
}

/** `/cases/<receipt number>/decision`: what was decided and why, and what may still be done, by when. */
export const ownDecisionPage = page({
  path: paths.decision,
  access: signedIn,
  audit: recordsNothing('the person’s own decision'),
  load,
  view: ({ t, model, context }) => ({
    title: t('decisions.own.title'),
    body: (
      <>
        <Breadcrumb t={t} trail={[{ words: t('messages.crumb.case'), href: paths.case({ receiptNumber: model.own.receiptNumber }) }, { words: t('decisions.own.title') }]} />
        <h1>{t('decisions.own.title')}</h1>
        <p class="muted">
          {formTitle(context.services.agency, t, model.own.form)} · <NumberText t={t} kind="receipt" value={model.own.receiptNumber} />
        </p>
        <div class="stack">
          <Now t={t} model={model} context={context} />
          <OwnCourse
            t={t}
            agency={context.services.agency}
            acts={model.acts}
            isHeld={context.services.agency.caseActs.holds.some(({ status }) => status === model.own.status)}
          />
          <OwnCards t={t} agency={context.services.agency} cards={model.acts.cards} receiptNumber={model.own.receiptNumber} />
          {model.decisions.length === 0 ? (
            <EmptyState title={t('decisions.own.none.title')}>
              <p>{t('decisions.own.none.about')}</p>
            </EmptyState>
          ) : (
            <h2>{t('decisions.own.all')}</h2>
          )}
          {model.decisions.map((decision) => (
            <Made key={decision.id} t={t} context={context} decision={decision} />
          ))}
          <ButtonRow>
            <PrintButton t={t} />
          </ButtonRow>
        </div>
      </>
    ),
  }),
})
