import { newId } from '../../platform/ids.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { nameFits } from '../../profile/index.ts'
import { type FormWords, formWords } from '../catalogue/forms.ts'
import { type Draft, expiryOf, replayOf } from '../draft/draft.ts'
import { recordExtension } from '../draft/draft-store.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { mayFile } from '../draft/start-draft.ts'
import type { Replay } from '../journey/replay.ts'
import { beginSubmission, type Price } from '../submission/begin-submission.ts'
import { priceOf } from '../submission/price.ts'
import { receiveFiling } from '../submission/receive-filing.ts'
import { type Declaration, declarationColumns, declarationFor, declarationSha256 } from './declaration.ts'
import { type DraftEvidence, evidenceOf, isReadyToSign } from './draft-evidence.ts'
import { helpersMissing } from './helpers.ts'
import { nameInForm } from './name-fits.ts'
import { recentProofOf } from './recent-proof.ts'
import { openSigned, sealSigned } from './signature.ts'
import { findLastSignature, findSignature, insertSignature, type SignatureRow } from './signature-store.ts'
import { sha256Of, shownDocument, signedDocument } from './signed-document.ts'
import { statementOf } from './statement.ts'

export type Signing = {
  readonly draft: string
  readonly fullLegalName: string
  /** The language of the page that was signed. */
  readonly language: string
  /** The hash that the page showed: what is signed must be what was looked at. */
  readonly documentSha256: string
  /** The same of what the page had the person declare. */
  readonly declarationSha256: string
}

/** `submission` null: signed, and a fee is to be paid before it is submitted. */
export type Signed = { readonly submission: string | null }

type Refusal =
  | 'draft-not-open'
  | 'not-ready'
  | 'changed-since-shown'
  | 'helpers-not-signed'
  | 'name-does-not-fit'
  | 'no-recent-proof'

/** A signature that was given, over which document, and what the draft costs now. */
export type GivenSignature = { readonly signature: SignatureRow; readonly price: Price }

/**
 * Signs a locked draft with the full legal name inside the caller's operation: over the document and the words that the page
 * showed, on a recent proof, after everybody who helped. The same press again is the same signature.
 */
export async function signLocked(context: OperationContext, draft: Draft, signing: Signing): Promise<GivenSignature | { refused: Exclude<Refusal, 'draft-not-open'> }> {
  const { tx, now, services } = context
  const replay = replayOf(services.agency, draft, now)
  const evidence = await evidenceOf(context, draft, replay)
  if (!isReadyToSign(replay, evidence)) return { refused: 'not-ready' }
  const document = signedDocument(replay, evidence.files)
  const words = formWords(services.agency, textOf(signing.language, services.agency.timeZone), draft.form, draft.edition)
  const declaration = declarationFor(services, words, draft, statementOf)
  if (sha256Of(document) !== signing.documentSha256) return { refused: 'changed-since-shown' }
  if (declarationSha256(declaration) !== signing.declarationSha256) return { refused: 'changed-since-shown' }
  if ((await helpersMissing(tx, draft.id, replay, signing.documentSha256)).length > 0) return { refused: 'helpers-not-signed' }
  if (!nameFits(signing.fullLegalName, nameInForm(replay))) return { refused: 'name-does-not-fit' }
  const signature = await keepSignature(context, draft, { signing, replay, evidence, document, words, declaration })
  if (!signature) return { refused: 'no-recent-proof' }
  await recordExtension(tx, draft.id, now, expiryOf(services.agency, now))
  return { signature, price: await priceOf(context, draft, replay, signing.language) }
}

/** What the record keeps of a signature: over what, and what it will cost. */
export const recordedOf = ({ signature, price }: GivenSignature) => ({
  ...{ signature: signature.id, document: signature.document_sha256, shown: signature.shown_sha256 },
  ...{ feeCents: price.sumCents, waivedCents: price.waivedCents },
})

/**
 * Signs a draft with the full legal name. When nothing is to be paid it is submitted in the same transaction; of
 * parallel presses one submits and all get that submission; the same press again is the same signature.
 */
export const signDraft = operation({
  name: 'filing.sign',
  allow: (actor, _input: Signing) => mayFile(actor),
  refusals: ['draft-not-open', 'not-ready', 'changed-since-shown', 'helpers-not-signed', 'name-does-not-fit', 'no-recent-proof'],
  async run(context, signing): Promise<Signed | { refused: Refusal }> {
    const { actor, refuse, audit } = context
    const draft = await lockDraftToFile(context, signing.draft)
    // A copy is signed where its notice of appearance is answered too.
    if (!draft || draft.prepared === 'copy') return refuse('draft-not-open')
    if (draft.submission) return { submission: draft.submission }
    const given = await signLocked(context, draft, signing)
    if ('refused' in given) return refuse(given.refused)
    audit({ subject: draft.id, account: actor.id as string, detail: recordedOf(given) })
    if (given.price.sumCents > 0) return { submission: null }
    const submission = await submitFree(context, draft, given)
    audit({ detail: { ...recordedOf(given), submission } })
    return { submission }
  },
})

/** Receives a signed filing for which nothing is to be paid, in the caller's transaction. */
export async function submitFree(context: OperationContext, draft: Draft, { signature, price }: GivenSignature): Promise<string> {
  const submission = await beginSubmission(context, draft, price)
  await receiveFiling(context, { draft, signature, submission })
  await context.enqueue('filing.make-fee-receipt', { submission })
  return submission
}

type ToKeep = {
  signing: Signing
  replay: Replay
  evidence: DraftEvidence
  document: string
  words: FormWords
  declaration: Declaration
}

/** What one press signs: sent again, it is the signature that it gave the first time. */
type Act = Pick<SignatureRow, 'document_sha256' | 'shown_sha256' | 'session' | 'factor' | 'proved_at'> & { fullLegalName: string }

/** The newest signature under the draft where this same press gave it: the same name over the same words, on the same proof. */
async function givenAlready({ tx, services }: OperationContext, draft: string, act: Act): Promise<SignatureRow | null> {
  const last = await findLastSignature(tx, draft)
  const isSame =
    last?.document_sha256 === act.document_sha256 &&
    last.shown_sha256 === act.shown_sha256 &&
    last.session === act.session &&
    last.factor === act.factor &&
    Temporal.Instant.compare(last.proved_at, act.proved_at) === 0 &&
    openSigned(services.keys, last).name === act.fullLegalName
  return isSame ? last : null
}

/** Keeps all a signature rests on; null when the person has not proved who they are just now. */
async function keepSignature(
  context: OperationContext,
  draft: Draft,
  { signing, replay, evidence, document, words, declaration }: ToKeep,
): Promise<SignatureRow | null> {
  const { tx, actor, now, services } = context
  const proof = await recentProofOf(context)
  if (!proof) return null
  const { keys } = services
  const shown = JSON.stringify(shownDocument(services.agency, words, replay, { files: evidence.files, declaration }))
  const act = {
    document_sha256: sha256Of(document),
    shown_sha256: sha256Of(shown),
    session: actor.sessionId as string,
    factor: proof.factor,
    proved_at: proof.provedAt,
  }
  const given = await givenAlready(context, draft.id, { ...act, fullLegalName: signing.fullLegalName })
  if (given) return given
  const owned = { id: newId(), account: draft.account }
  await insertSignature(tx, {
    ...owned,
    draft: draft.id,
    ...declarationColumns(declaration),
    name_sealed: sealSigned(keys, owned, 'name_sealed', signing.fullLegalName),
    judged_on: Temporal.PlainDate.from(replay.today),
    document_sealed: sealSigned(keys, owned, 'document_sealed', document),
    shown_sealed: sealSigned(keys, owned, 'shown_sealed', shown),
    ...act,
    signed_at: now,
  })
  return (await findSignature(tx, owned.id)) ?? null
}
