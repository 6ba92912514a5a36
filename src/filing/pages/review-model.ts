import type { AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import { partWith } from '../definition/entry-pages.ts'
import { outlineOf } from '../journey/outline.ts'
import type { ReviewRow } from '../journey/review.ts'
import type { HeldEvidence } from '../review/readiness.ts'
import { entryAddress } from './entry-address.ts'
import type { DraftWaiver } from '../waiver/draft-waiver.ts'
import type { OpenDraft } from './open-draft.ts'

/** A draft with everything that its review shows. */
export type ReviewModel = OpenDraft & { readonly held: HeldEvidence; readonly agency: AgencyPack; readonly waiver: DraftWaiver }

/**
 * The address at which an answer is changed: its page, at its control, and back to the review after. One of an entry is
 * changed on the page of the entry, which leads back to its list.
 */
export function changeAt({ draft, replay }: OpenDraft, { pageId: page, entryId: entry, field }: ReviewRow['change']): string {
  if (entry !== undefined) {
    const list = outlineOf(replay.definition).listOfQuestion.get(field)
    return `${entryAddress({ draft: draft.id, page, entry }, list && partWith(list, field))}#${field}`
  }
  return `${paths.draftPage({ draft: draft.id, page })}?back=review#${field}`
}
