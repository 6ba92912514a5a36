import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, right } from '../../platform/http/field.ts'
import { type Context, page, procedure, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { paths } from '../../platform/paths.ts'
import { Button, DraftMark, FormShell, InstantText, Panel, PrintButton } from '../../ui/index.ts'
import { FeesWorkedOut } from '../pages/fee-workings.tsx'
import { openDraftToFile, type OpenDraft } from '../pages/open-draft.ts'
import { type Begun, payDraft, type Paying } from './pay-draft.ts'
import { payableDraft, type PayableDraft } from './payable-draft.ts'
import { WaiverLine } from '../waiver/waiver-line.tsx'
import { waitWhile } from './wait-for-payment.ts'

type PayContext = Context<{ draft: string }>
type Model = OpenDraft & PayableDraft

/** A draft that is signed and has a fee; others lead to the page that is due. */
async function openPayable(context: PayContext): Promise<Model | Answer> {
  const open = await openDraftToFile(context)
  if (isAnswer(open)) return open
  const { draft } = context.params
  const payable = await context.read(payableDraft, { draft, language: context.t.language })
  return payable && payable.price.sumCents > 0 ? { ...open, ...payable } : seeOther(paths.draftSign({ draft }))
}

/** The sum that the page showed; anything else is a sum that no fee ever has. */
const shownCents: Field<number> = {
  echo: true,
  parse: (posted, name) => right(/^\d{1,9}$/.test(postedText(posted, name)) ? Number(postedText(posted, name)) : -1),
}

/** Commits the intent, then waits a little for the job that prepares the provider's page. */
const payAndWait = procedure({
  refusals: payDraft.refusals,
  async call(context: Context, input: Paying) {
    const result = await context.perform(payDraft, input)
    if (!result.ok || !result.output.payment) return result
    await waitWhile(context, result.output.submission, ({ payment }) => payment?.state === 'preparing')
    return result
  },
})

/** To the provider's page where it is ready; that address itself says what else is the case. */
const onward = ({ submission, payment }: Begun): Answer =>
  seeOther(payment ? paths.leaveToPay({ submission }) : paths.submission({ submission }))

function PayView({ model, context }: { model: Model; context: PayContext }) {
  const { words, price, draft, replay, name, signedAt, waiver } = model
  const { t } = words
  const { agency } = context.services
  return (
    <>
      <DraftMark t={t} />
      <p class="lead">{t('filing.pay.lead')}</p>
      <FormShell action={paths.draftPay({ draft: draft.id })} csrfToken={context.csrfToken()} class="card form">
        <FeesWorkedOut agency={agency} words={words} replay={replay} waived={price.waived} />
        <WaiverLine model={{ draft, replay, words, agency, waiver }} />
        <p>
          {t('filing.pay.signed')}: {name}, <InstantText t={t} at={signedAt} />
        </p>
        <Panel title={t('filing.pay.how')}>
          <ul>
            <li>{t('filing.pay.how.provider')}</li>
            <li>{t('filing.pay.how.held')}</li>
            <li>{t('filing.pay.how.bank')}</li>
            <li>{t('filing.pay.how.once')}</li>
          </ul>
        </Panel>
        <p>{t('filing.pay.refunds')}</p>
        <input type="hidden" name="shownCents" value={String(price.sumCents)} />
        <Button>{t('filing.pay.submit')}</Button>
      </FormShell>
      <PrintButton t={t} />
    </>
  )
}

export const payPage = page({
  path: paths.draftPay,
  access: needsRecentProof,
  audit: records(payDraft),
  load: openPayable,
  fields: { shownCents },
  leavesTo: ({ pay }) => [pay.pageOrigin],
  view: ({ t, model, form, context }) => ({
    title: t('filing.pay.title'),
    body: (
      <FormPage t={t} form={form} title={t('filing.pay.title')}>
        <PayView model={model} context={context} />
      </FormPage>
    ),
  }),
  submit: {
    operation: payAndWait,
    input: (values, { params, t }) => ({ draft: params.draft, shownCents: values.shownCents, language: t.language }),
    shows: {
      'draft-not-open': () => notFound,
      'not-signed': ({ params }) => seeOther(paths.draftSign(params)),
      'nothing-to-pay': ({ params }) => seeOther(paths.draftSign(params)),
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
      'fees-changed': { at: '', key: 'filing.pay.fees-changed' },
    },
    then: onward,
  },
})
