import { isAnswer } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Performer } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { type HeldEvidence, noEvidence } from '../review/readiness.ts'
import { filer } from './access.ts'
import { openDraft } from './open-draft.ts'
import { ReviewView } from './review-view.tsx'

/** Says which documents a draft has; the evidence room knows. */
export type EvidenceOf = (performer: Performer, draft: string) => Promise<HeldEvidence>

/** The review of a draft on one page. */
export const reviewPage = (evidenceOf: EvidenceOf = async () => noEvidence) =>
  page({
    path: paths.draftReview,
    access: filer,
    audit: recordsNothing('a person looks at their own draft'),
    load: async (context) => {
      const open = await openDraft(context)
      if (isAnswer(open)) return open
      const held = await evidenceOf(context, open.draft.id)
      return { ...open, held, agency: context.services.agency }
    },
    view: ({ t, model }) => ({ title: t('filing.review.title'), body: <ReviewView model={model} /> }),
  })
