import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { filesOfDraft } from '../../evidence/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { openDraft, type OpenDraft } from '../pages/open-draft.ts'
import { readinessOf } from '../review/readiness.ts'
import type { Price } from '../submission/begin-submission.ts'
import { priceOf } from '../submission/price.ts'
import { type DraftEvidence, evidenceIn } from './draft-evidence.ts'
import { helperSignaturesOf, type HelpersState, helpersState } from './helpers-state.ts'
import { signDraft } from './sign-draft.ts'
import { SignView, StillChecking } from './sign-view.tsx'
import { sha256Of, signedDocument } from './signed-document.ts'

export type SignModel = OpenDraft & {
  readonly evidence: DraftEvidence
  readonly price: Price
  /** Who helped, and their signatures over this document. */
  readonly helpers: HelpersState
  /** Of the document that the page shows. */
  readonly sha256: string
}

type SignContext = Context<{ draft: string }>

/** A draft that nothing is missing from; else back to the review, which says what is. */
async function openComplete(context: SignContext): Promise<SignModel | Answer> {
  const open = await openDraft(context)
  if (isAnswer(open)) return open
  const { draft, replay } = open
  const evidence = evidenceIn(replay, (await context.read(filesOfDraft, draft.id)) ?? [])
  if (!readinessOf(replay, evidence.held).ready) return seeOther(paths.draftReview({ draft: draft.id }))
  const price = priceOf(context.services, replay, context.t.language)
  const sha256 = sha256Of(signedDocument(replay, evidence.files))
  const signatures = (await context.read(helperSignaturesOf, { draft: draft.id, documentSha256: sha256 })) ?? []
  return { ...open, evidence, price, helpers: helpersState(context.services.keys, replay, signatures), sha256 }
}

const fields = {
  fullLegalName: textField({ empty: 'filing.sign.name-empty', most: 300 }),
  documentSha256: textField({ empty: 'filing.sign.changed', most: 64 }),
}

export const signPage = page({
  path: paths.draftSign,
  access: needsRecentProof,
  audit: records(signDraft),
  load: openComplete,
  fields,
  view: ({ t, model, form, context }) => ({
    title: t('filing.sign.title'),
    body: (
      <FormPage t={t} form={form} title={t('filing.sign.title')}>
        {model.evidence.waiting ? (
          <StillChecking t={t} draft={model.draft.id} />
        ) : (
          <SignView model={model} form={form} csrfToken={context.csrfToken()} />
        )}
      </FormPage>
    ),
    ...(model.evidence.waiting ? { refreshSeconds: 3 } : {}),
  }),
  submit: {
    operation: signDraft,
    input: (values, { params, t }) => ({ ...params, ...values, language: t.language }),
    shows: {
      'draft-not-open': () => notFound,
      'not-ready': ({ params }) => seeOther(paths.draftReview(params)),
      'changed-since-shown': { at: '', key: 'filing.sign.changed' },
      'helpers-not-signed': { at: '', key: 'helpers-sign.missing' },
      'name-does-not-fit': { at: 'fullLegalName', key: 'filing.sign.name-does-not-fit' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
    },
    then: ({ submission }, { params }) =>
      seeOther(submission ? paths.submission({ submission }) : paths.draftPay(params)),
  },
})
