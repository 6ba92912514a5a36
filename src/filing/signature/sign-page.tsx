import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { awaySince, checkAgainSeconds, filesOfDraft } from '../../evidence/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { formWords } from '../catalogue/forms.ts'
import { replayOf } from '../draft/draft.ts'
import { draftFor } from '../draft/drafts-of.ts'
import { mayFile } from '../draft/start-draft.ts'
import { openDraftToFile, type OpenDraft } from '../pages/open-draft.ts'
import { readinessOf } from '../review/readiness.ts'
import type { Price } from '../submission/begin-submission.ts'
import { priceOf } from '../submission/price.ts'
import { type Declaration, declarationFor } from './declaration.ts'
import { type DraftEvidence, evidenceIn } from './draft-evidence.ts'
import { listHelperSignatures } from './helper-signature-store.ts'
import { type HelpersState, helpersState } from './helpers-state.ts'
import { signDraft } from './sign-draft.ts'
import { SignView, StillChecking } from './sign-view.tsx'
import { sha256Of, signedDocument } from './signed-document.ts'
import { statementOf } from './statement.ts'

export type SignModel = OpenDraft & {
  readonly evidence: DraftEvidence
  readonly price: Price
  /** Who helped, and their signatures over this document. */
  readonly helpers: HelpersState
  readonly declaration: Declaration
  /** Of the document that the page shows. */
  readonly sha256: string
}

type SignContext = Context<{ draft: string }>
type ToSign = Pick<OpenDraft, 'draft' | 'replay'> & { readonly language: string }

/**
 * What a draft is signed with, in one look: its files, the helpers' signatures over the document they make, and what it
 * costs. Row-level security leaves out all that is not the actor's. Null: something is missing from it.
 */
const draftToSign = query({
  name: 'filing.draft-to-sign',
  allow: (actor, _input: ToSign) => mayFile(actor),
  async run(context, { draft, replay, language }) {
    const evidence = evidenceIn(replay, await filesOfDraft.run(context, draft.id))
    if (!readinessOf(replay, evidence.held).ready) return null
    const sha256 = sha256Of(signedDocument(replay, evidence.files))
    const signatures = await listHelperSignatures(context.tx, draft.id, sha256)
    const helpers = helpersState(context.services.keys, replay, signatures)
    return { evidence, sha256, helpers, price: await priceOf(context, draft, replay, language) }
  },
})

/** All that the page shows of an open draft that nothing is missing from; null: something is. */
async function signModel(context: Pick<Context, 'read' | 'services' | 't'>, open: OpenDraft): Promise<SignModel | null> {
  const { draft, replay, words } = open
  const toSign = await context.read(draftToSign, { draft, replay, language: context.t.language })
  return toSign && { ...open, ...toSign, declaration: declarationFor(context.services, words, draft, statementOf) }
}

/** The same of a copy that a client signs; null: there is none of theirs that can be. */
export async function copyToSign(context: Pick<Context, 'read' | 'services' | 't'>, id: string): Promise<SignModel | null> {
  const draft = await context.read(draftFor, { draft: id })
  if (draft?.prepared !== 'copy' || draft.submission) return null
  const { agency, clock } = context.services
  const words = formWords(agency, context.t, draft.form, draft.edition)
  return signModel(context, { draft, replay: replayOf(agency, draft, clock.now()), words })
}

/** A draft that nothing is missing from; else back to the review, which says what is. */
async function openComplete(context: SignContext): Promise<SignModel | Answer> {
  const open = await openDraftToFile(context)
  if (isAnswer(open)) return open
  const { draft } = open
  if (draft.prepared === 'copy') return seeOther(paths.preparedDraft({ draft: draft.id }))
  return (await signModel(context, open)) ?? seeOther(paths.draftReview({ draft: draft.id }))
}

export const signFields = {
  fullLegalName: textField({ empty: 'filing.sign.name-empty', most: 300 }),
  documentSha256: textField({ empty: 'filing.sign.changed', most: 64 }),
  declarationSha256: textField({ empty: 'filing.sign.changed', most: 64 }),
}

const refreshing = (seconds: number | undefined) => (seconds === undefined ? {} : { refreshSeconds: seconds })

export const signPage = page({
  path: paths.draftSign,
  access: needsRecentProof,
  audit: records(signDraft),
  load: openComplete,
  fields: signFields,
  view: ({ t, model, form, context }) => ({
    title: t('filing.sign.title'),
    body: (
      <FormPage t={t} form={form} title={t('filing.sign.title')}>
        {model.evidence.waiting ? (
          <StillChecking t={t} draft={model.draft.id} awaySince={awaySince(model.evidence.unchecked)} />
        ) : (
          <SignView model={model} form={form} csrfToken={context.csrfToken()} />
        )}
      </FormPage>
    ),
    ...refreshing(checkAgainSeconds(model.evidence.unchecked, context.services.clock.now())),
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
