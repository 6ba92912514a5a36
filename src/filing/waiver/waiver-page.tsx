import { agencyText } from '../../agency/index.ts'
import { FormPage } from '../../accounts/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, FactsList, FormShell, InstantText } from '../../ui/index.ts'
import { formWords } from '../catalogue/forms.ts'
import type { Draft } from '../draft/draft.ts'
import { mayFile } from '../draft/start-draft.ts'
import { filer } from '../pages/access.ts'
import { FeesWorkedOut } from '../pages/fee-workings.tsx'
import { openDraftToFile, type OpenDraft } from '../pages/open-draft.ts'
import { type DraftWaiver, draftWaiverOf, type Waiver } from './draft-waiver.ts'
import { requestWaiver } from './request-waiver.ts'
import { hasWaivableFee, waivableCodes } from './waiver.ts'

type WaiverContext = Context<{ draft: string }>
type Model = OpenDraft & { readonly waiver: DraftWaiver }
type Props = { model: Model; context: WaiverContext }

const waiverOfDraft = query({
  name: 'filing.fee-waiver-of-draft',
  allow: (actor, _input: { draft: Draft }) => mayFile(actor),
  run: (running, { draft }) => draftWaiverOf(running, draft),
})

/** A draft of a form whose fee can be waived, or on which a request was begun; others have no such page. */
async function openWaivable(context: WaiverContext): Promise<Model | Answer> {
  const open = await openDraftToFile(context)
  if (isAnswer(open)) return open
  const { agency } = context.services
  if (!hasWaivableFee(agency, open.draft.form)) return notFound
  const waiver = await context.read(waiverOfDraft, { draft: open.draft })
  return waiver ? { ...open, waiver } : notFound
}

function Facts({ model: { words }, last }: { model: Model; last: Waiver }) {
  const { t } = words
  const { askedAt, decidedAt } = last
  return (
    <FactsList
      facts={[
        ...(askedAt ? [{ name: t('waiver.asked-at'), value: <InstantText t={t} at={askedAt} /> }] : []),
        ...(decidedAt ? [{ name: t('waiver.decided-at'), value: <InstantText t={t} at={decidedAt} /> }] : []),
      ]}
    />
  )
}

/** How the last request stands, and the one thing to do now. */
function Standing({ model, context, last }: Props & { last: Waiver }) {
  const { words, draft } = model
  const { t } = words
  const { agency } = context.services
  const { state, reason, request } = last
  // Leads to its receipt once it was sent.
  const toRequest = paths.draft({ draft: request })
  return (
    <Alert kind={state === 'granted' ? 'good' : state === 'refused' || state === 'outdated' ? 'warn' : 'info'} title={t(`waiver.title.${state}`)}>
      <p>{t(`waiver.line.${state}`)}</p>
      {reason ? <p>{agencyText(agency, t, 'agency', `waiver.refused.${reason}`)}</p> : null}
      <Facts model={model} last={last} />
      <p>
        {state === 'begun' ? <ButtonLink href={toRequest}>{t('waiver.go-on')}</ButtonLink> : <a href={toRequest}>{t('waiver.see')}</a>}
      </p>
      <p>
        {state === 'granted' || state === 'refused' ? (
          <ButtonLink href={paths.draftReview({ draft: draft.id })} look={state === 'granted' ? 'main' : 'quiet'}>
            {t('waiver.go-review')}
          </ButtonLink>
        ) : null}
      </p>
    </Alert>
  )
}

function Ask({ model, context }: Props) {
  const { words, draft, waiver } = model
  const { t } = words
  const { agency } = context.services
  const title = formWords(agency, t, agency.feeWaiver?.form ?? '').get('form.title')
  return (
    <Card title={t(waiver.last?.state === 'refused' ? 'waiver.again' : 'waiver.how')}>
      <ol>
        <li>{t('waiver.how.form', { form: title })}</li>
        <li>{t('waiver.how.office')}</li>
        <li>{t('waiver.how.then')}</li>
      </ol>
      <Alert kind="warn">
        <p>{t('waiver.not-filed')}</p>
      </Alert>
      <p class="muted">{agencyText(agency, t, 'agency', 'waiver.about')}</p>
      <FormShell action={paths.draftWaiver({ draft: draft.id })} csrfToken={context.csrfToken()}>
        <Button>{t('waiver.ask')}</Button>
      </FormShell>
    </Card>
  )
}

function WaiverView({ model, context }: Props) {
  const { words, draft, replay, waiver } = model
  const { t } = words
  const { agency } = context.services
  const canAsk = waivableCodes(agency, replay, waiver.waived).length > 0
  const isOver = !waiver.last || ['refused', 'granted', 'outdated'].includes(waiver.last.state)
  return (
    <>
      <p class="lead">{t('waiver.lead', { form: words.get('form.title') })}</p>
      {waiver.last ? <Standing model={model} context={context} last={waiver.last} /> : null}
      {canAsk && isOver && replay.complete ? <Ask model={model} context={context} /> : null}
      {canAsk && isOver && !replay.complete ? (
        <Alert kind="info">
          <p>{t('waiver.answers-first')}</p>
        </Alert>
      ) : null}
      {canAsk || waiver.last ? null : <p>{t('waiver.nothing')}</p>}
      <Card title={t('fees.title')}>
        <FeesWorkedOut agency={agency} words={words} replay={replay} waived={waiver.waived} />
      </Card>
      <p>
        <a href={paths.draft({ draft: draft.id })}>{t('waiver.back')}</a>
      </p>
    </>
  )
}

/** `/drafts/<id>/fee-waiver`: for who cannot pay the fee of a draft. What it takes, how a request stands, and what is next. */
export const waiverPage = page({
  path: paths.draftWaiver,
  access: filer,
  audit: records(requestWaiver),
  load: openWaivable,
  fields: {},
  view: ({ t, model, form, context }) => ({
    title: t('waiver.title'),
    body: (
      <FormPage t={t} form={form} title={t('waiver.title')}>
        <WaiverView model={model} context={context} />
      </FormPage>
    ),
  }),
  submit: {
    operation: requestWaiver,
    input: (_values, { params, t }) => ({ ...params, language: t.language }),
    shows: {
      'draft-not-open': () => notFound,
      'answers-missing': { at: '', key: 'waiver.answers-first' },
      'nothing-to-waive': { at: '', key: 'waiver.nothing' },
      'already-asked': { at: '', key: 'waiver.line.asked' },
    },
    then: ({ request }) => seeOther(paths.draft({ draft: request })),
  },
})
