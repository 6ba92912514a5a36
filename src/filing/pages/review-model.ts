import type { AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import type { ReviewRow } from '../journey/review.ts'
import type { HeldEvidence } from '../review/readiness.ts'
import type { OpenDraft } from './open-draft.ts'

/** A draft with everything that its review shows. */
export type ReviewModel = OpenDraft & { readonly held: HeldEvidence; readonly agency: AgencyPack }

/**
 * The address at which an answer is changed: its page, at its control, and back to the review after. One of an entry is
 * changed on the page of the entry, which leads back to its list.
 */
export function changeAt({ draft }: OpenDraft, { pageId: page, entryId: entry, field }: ReviewRow['change']): string {
  if (entry !== undefined) return `${paths.draftEntry({ draft: draft.id, page, entry })}#${field}`
  return `${paths.draftPage({ draft: draft.id, page })}?back=review#${field}`
}
