import { isAnswer } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { type EvidenceOf, heldEvidence } from '../review/draft-files.ts'
import { fillsIn } from './access.ts'
import { withEvidence } from './open-draft.ts'
import { ReviewView } from './review-view.tsx'

/** The review of a draft on one page. */
export function reviewPage(evidenceOf: EvidenceOf = heldEvidence) {
  const open = withEvidence(evidenceOf)
  return page({
    path: paths.draftReview,
    access: fillsIn,
    audit: recordsNothing('a person looks at their own draft'),
    load: async (context) => {
      const model = await open(context)
      return isAnswer(model) ? model : { ...model, agency: context.services.agency }
    },
    view: ({ t, model }) => ({ title: t('filing.review.title'), body: <ReviewView model={model} /> }),
  })
}
