import type { Route } from '../../platform/http/page.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { cancelUploadAction } from './cancel-upload.ts'
import { documentsPage } from '../library/pages/documents-page.tsx'
import { reusePage } from '../library/pages/reuse-page.tsx'
import { certificationPage } from './certification-page.tsx'
import { descriptionPage } from './description-page.tsx'
import { evidencePage } from './evidence-page.tsx'
import { moveAction } from './move.ts'
import { removeAction } from './remove.ts'
import { replacePage } from './replace-page.tsx'
import { restoreEndpoint } from './restore.ts'
import { downloadEndpoint, previewEndpoint } from './serve-file.ts'
import { translationPage } from './translation-page.tsx'
import { tusEndpoints } from './tus-endpoints.ts'
import { sentFileEndpoint } from '../trays/pages/serve-sent-file.ts'
import { withTrays } from '../trays/pages/tray-as-draft.ts'
import { uploadEndpoint } from './upload.ts'

/** Everything under the evidence of a draft or of a case's tray; what is known of the draft itself is handed in. */
export const evidenceRoutes = (handedIn: EvidenceParts): readonly Route[] => {
  const parts = withTrays(handedIn)
  return [
  evidencePage(parts),
  uploadEndpoint(parts),
  downloadEndpoint,
  previewEndpoint,
  descriptionPage(parts),
  translationPage(parts),
  certificationPage(parts),
  moveAction,
  replacePage(parts),
  restoreEndpoint(parts),
  removeAction,
  cancelUploadAction,
  documentsPage(parts),
  reusePage(parts),
  ...tusEndpoints(parts),
  sentFileEndpoint,
  ]
}
