import type { Route } from '../../platform/http/page.ts'
import { allPagesPage } from './all-pages-page.tsx'
import { entryAutosave, pageAutosave } from './autosave.ts'
import { cataloguePage } from './catalogue-page.tsx'
import { deleteDraftPage, extendDraftAction, restoreDraftAction } from './delete-draft-page.tsx'
import { draftPage } from './draft-page.tsx'
import { moveDraftAction } from './edition-notice.tsx'
import { entryPage, removeEntryAction, restoreEntryAction } from './entry-page.tsx'
import { formPage } from './form-page.tsx'
import type { EvidenceOf } from '../review/draft-files.ts'
import { reviewPage } from './review-page.tsx'
import { exportDraftPage } from '../draft-file/pages/export-page.tsx'
import { importDraftEndpoint, importDraftPage } from '../draft-file/pages/import-page.tsx'
import { taskListPage } from './task-list-page.tsx'

/** The pages from the catalogue to the review; `evidenceOf` tells which documents are there. */
export const draftRoutes = (evidenceOf?: EvidenceOf): readonly Route[] => [
  cataloguePage,
  formPage,
  allPagesPage,
  taskListPage(evidenceOf),
  exportDraftPage,
  importDraftPage,
  importDraftEndpoint,
  deleteDraftPage,
  extendDraftAction,
  restoreDraftAction,
  moveDraftAction,
  draftPage,
  pageAutosave,
  entryAutosave,
  entryPage,
  removeEntryAction,
  restoreEntryAction,
  reviewPage(evidenceOf),
]
