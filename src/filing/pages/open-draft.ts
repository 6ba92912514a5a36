import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { type FormWords, formWords } from '../catalogue/forms.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { draftFor } from '../draft/drafts-of.ts'
import { readDraft } from '../draft/lock-draft.ts'
import { mayFillIn } from '../draft/start-draft.ts'
import type { Replay } from '../journey/replay.ts'
import { type DraftPayment, draftPaymentOf } from '../payment/draft-payment.ts'
import type { EvidenceOf } from '../review/draft-files.ts'
import type { HeldEvidence } from '../review/readiness.ts'
import { type DraftWaiver, draftWaiverOf } from '../waiver/draft-waiver.ts'

/** A draft as every page of it needs it: its answers replayed today, and the form's words. */
export type OpenDraft = { readonly draft: Draft; readonly replay: Replay; readonly words: FormWords }

type DraftContext = Context<{ draft: string }>

function opened(context: DraftContext, draft: Draft): OpenDraft | Answer {
  if (draft.submission) return seeOther(paths.submission({ submission: draft.submission }))
  const { agency, clock } = context.services
  return { draft, replay: replayOf(agency, draft, clock.now()), words: formWords(agency, context.t, draft.form, draft.edition) }
}

/** What is prepared for a client has a page of its own, where both sides see how it stands. */
const toItsPreparation = ({ id }: Draft): Answer => seeOther(paths.preparedDraft({ draft: id }))

const openedToFillIn = (context: DraftContext, draft: Draft): OpenDraft | Answer =>
  draft.frozenAt && !draft.submission ? toItsPreparation(draft) : opened(context, draft)

/** Opens the draft of a request for its pages: not the person's own, 404; submitted, on to its submission; frozen, to its preparation. */
export async function openDraft(context: DraftContext): Promise<OpenDraft | Answer> {
  const draft = await context.read(draftFor, { draft: context.params.draft })
  return draft ? openedToFillIn(context, draft) : notFound
}

/** The same for the pages on which a draft is signed and paid: copies too, and nothing that a representative fills in. */
export async function openDraftToFile(context: DraftContext): Promise<OpenDraft | Answer> {
  const draft = await context.read(draftFor, { draft: context.params.draft })
  if (!draft) return notFound
  return draft.prepared === 'working' ? toItsPreparation(draft) : opened(context, draft)
}

type Opened = OpenDraft & { readonly held: HeldEvidence; readonly payment: DraftPayment; readonly waiver: DraftWaiver }

/** Opens a draft together with what is known of its files, its payment and requests not to pay its fee, in one transaction. */
export function withEvidence(evidenceOf: EvidenceOf) {
  const draftWithEvidence = query({
    name: 'filing.draft-with-evidence',
    allow: (actor, _input: { draft: string }) => mayFillIn(actor),
    run: async (running, { draft }) => {
      const found = await readDraft(running, draft)
      if (!found) return undefined
      const held = await evidenceOf(running, found)
      const waiver = await draftWaiverOf(running, found)
      return { draft: found, held, waiver, payment: await draftPaymentOf(running, found) }
    },
  })
  return async (context: DraftContext): Promise<Opened | Answer> => {
    const found = await context.read(draftWithEvidence, { draft: context.params.draft })
    if (!found) return notFound
    const open = openedToFillIn(context, found.draft)
    return 'answer' in open ? open : { ...open, held: found.held, payment: found.payment, waiver: found.waiver }
  }
}
