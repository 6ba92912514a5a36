import assert from 'node:assert/strict'
import { saveDraftPage, submissionFor } from '../../src/filing/index.ts'
import { deleteDraft } from '../../src/filing/draft/delete-draft.ts'
import { replayOf } from '../../src/filing/draft/draft.ts'
import { readDraft } from '../../src/filing/draft/lock-draft.ts'
import { restoreDraft } from '../../src/filing/draft/restore-draft.ts'
import { formWords } from '../../src/filing/catalogue/forms.ts'
import { payableDraft } from '../../src/filing/payment/payable-draft.ts'
import { payDraft } from '../../src/filing/payment/pay-draft.ts'
import { declarationFor, declarationSha256 } from '../../src/filing/signature/declaration.ts'
import { evidenceOf } from '../../src/filing/signature/draft-evidence.ts'
import { signDraft, type Signing } from '../../src/filing/signature/sign-draft.ts'
import { sha256Of, signedDocument } from '../../src/filing/signature/signed-document.ts'
import { statementOf } from '../../src/filing/signature/statement.ts'
import { findSignature } from '../../src/filing/signature/signature-store.ts'
import { signatureCovers } from '../../src/filing/submission/receive-filing.ts'
import { findSubmission } from '../../src/filing/submission/submission-store.ts'
import type { Standing } from '../../src/filing/submission/submission-for.ts'
import { textOf } from '../../src/platform/i18n/text.ts'
import { query } from '../../src/platform/operation.ts'
import type { Ground } from './ground.ts'
import { idAt } from './provider.ts'

export type Person = Awaited<ReturnType<typeof personWithDraft>>

const names = ['Maria', 'Marta']

/** What the sign page shows: the hashes of the document and of the declaration, as of now. */
const shownToSign = query({
  name: 'test.shown-to-sign',
  allow: () => true,
  async run(context, { draft: id }: { draft: string }): Promise<Omit<Signing, 'fullLegalName' | 'draft'> | null> {
    const { services, now } = context
    const draft = await readDraft(context, id)
    if (!draft) return null
    const replay = replayOf(services.agency, draft, now)
    const { files } = await evidenceOf(context, draft, replay)
    const words = formWords(services.agency, textOf('en', services.agency.timeZone), draft.form, draft.edition)
    const declaration = declarationFor(services, words, draft, statementOf)
    return { language: 'en', documentSha256: sha256Of(signedDocument(replay, files)), declarationSha256: declarationSha256(declaration) }
  },
})

const asSigned = query({
  name: 'test.as-signed',
  allow: () => true,
  async run(context, { draft: id, submission: of }: { draft: string; submission: string }): Promise<boolean> {
    const draft = await readDraft(context, id)
    const submission = await findSubmission(context.tx, of)
    const signature = submission?.signature && (await findSignature(context.tx, submission.signature))
    return Boolean(draft && signature && (await signatureCovers(context, draft, signature)))
  },
})

/** Somebody with a filled draft, who remembers what pages told them: receipts, and addresses of the provider's pages. */
export async function personWithDraft(ground: Ground) {
  const { people, rows, as, clock } = ground
  const actor = await people.person()
  const me = as(actor)
  const draft = await people.filledDraft(actor)
  const told = { submission: null as string | null, receipts: new Set<string>(), tabs: [] as string[], name: 0 }

  const prove = () => rows("update accounts.session set proved_at = $2, last_seen_at = $2, ends_at = $2::timestamptz + interval '12 hours' where id = $1", [actor.sessionId, clock.now().toString()])

  /** Opens the page of the submission and remembers what it says. */
  async function look(): Promise<Standing | null> {
    if (!told.submission) return null
    const standing = await me.read(submissionFor, { submission: told.submission })
    if (standing?.received) told.receipts.add(standing.received.receiptNumber)
    const tab = standing?.payment?.url && idAt(standing.payment.url)
    if (tab && !told.tabs.includes(tab)) told.tabs.push(tab)
    return standing
  }

  async function sign(): Promise<void> {
    await prove()
    const shown = await me.read(shownToSign, { draft })
    if (!shown) return
    const signed = await me.perform(signDraft, { draft, fullLegalName: `${names[told.name]} Example`, ...shown })
    if (signed.ok && signed.output.submission) told.submission = signed.output.submission
  }

  /** Presses Pay and submit on a page that shows this sum; left out: on the page as it is now. */
  async function pay(shownCents?: number): Promise<void> {
    await prove()
    const shown = shownCents ?? (await me.read(payableDraft, { draft, language: 'en' }))?.price.sumCents
    if (shown === undefined) return
    const begun = await me.perform(payDraft, { draft, shownCents: shown, language: 'en' })
    if (!begun.ok) return
    told.submission = begun.output.submission
    const [payment] = await rows<{ amount_cents: number }>('select amount_cents from filing.payment where id = $1', [begun.output.payment])
    if (payment) assert.equal(payment.amount_cents, shown, 'nobody pays another sum than the page showed')
  }

  return {
    actor,
    draft,
    told,
    look,
    sign,
    pay,
    async edit(): Promise<void> {
      const name = 1 - told.name
      const saved = await me.perform(saveDraftPage, { draft, page: 'your-name', answers: { givenName: names[name] as string } })
      if (saved.ok) told.name = name
    },
    addFile: () => ground.holding(draft, () => people.addFile(actor, draft, 'lost-card-copy')),
    /** Whether the answers and files that were received are those of the signature it was received with. */
    isAsSigned: () => me.read(asSigned, { draft, submission: told.submission ?? '' }),
    delete: () => me.perform(deleteDraft, { draft }),
    restore: () => me.perform(restoreDraft, { draft }),
  }
}
