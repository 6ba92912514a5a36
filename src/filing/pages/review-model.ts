import type { AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import type { HeldEvidence } from '../review/readiness.ts'
import type { OpenDraft } from './open-draft.ts'

/** A draft with everything that its review shows. */
export type ReviewModel = OpenDraft & { readonly held: HeldEvidence; readonly agency: AgencyPack }

/** The address at which an answer is changed: its page, at its control, and back to the review after. */
export const changeAt = ({ draft }: OpenDraft, pageId: string, field: string): string =>
  `${paths.draftPage({ draft: draft.id, page: pageId })}?back=review#${field}`
