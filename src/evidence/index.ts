import type { Chore, Job } from '../platform/jobs/job.ts'
import { forgetJob } from './forget-job.ts'
import { previewJob } from './preview-job.ts'
import { scanAgain } from './scan-again.ts'
import { scanJob } from './scan-job.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import { dropForgottenTraysChore } from './trays/drop-trays.ts'

export { attachToSubmission, type SubmittedEvidence } from './attach-to-submission.ts'
export { awaySince, checkAgainSeconds } from './check-again.ts'
export { copyFilesOfDraft } from './copy/copy-files.ts'
export { waitAfter } from './record-no-verdict.ts'
export { type CheckRefusal, contentLimits, type EvidenceFile, fileContentType, type FileState, previewKey } from './evidence-file.ts'
export { type DescribedPart, describedParts, type FileDescription, lacking } from './description/description.ts'
export { judgeBytes, type Verdict } from './judge-bytes.ts'
export { heldEvidence } from './held-evidence.ts'
export { evidenceKeys, namedEvidence } from './named-evidence-store.ts'
export {
  type DocumentFiles,
  filesByDocument,
  filesOfDraft,
  filesOfSubmission,
  removeFilesOfDraft,
  type ShownFile,
  shownFile,
} from './files.ts'
export { fromSender, storeUpload } from './store-upload.ts'
export { openStored } from './stored-file.ts'
export { type Measured, NotTaken, type StreamProblem } from './upload-meter.ts'
export { isOriginal, inReadingOrder, type TranslationFinding, translationFinding, translationsOf, withoutRefused } from './translation/translation.ts'
export type { AskedDocument, EvidenceDraft, EvidenceParts, UsedDrafts } from './pages/evidence-draft.ts'
export { descriptionFacts, ExpiryWarning, FileFacts } from './pages/description-words.tsx'
export { FilePages, FilePicture } from './pages/file-pictures.tsx'
export { askedWords, lackingWords, otherwiseWords } from './pages/translation-words.ts'
export { fileFacts, limitValues, refusalWords, whatIsTaken } from './pages/words.ts'
export { evidenceRoutes } from './pages/routes.ts'

export { deleteUnsentTrays } from './trays/drop-trays.ts'
export { type Gathered, gatheredFor, lockGathered } from './trays/gathered.ts'
export { openTray, type TrayToOpen } from './trays/open-tray.ts'
export { type FilledTray, openTrayOf } from './trays/own-tray.ts'
export { filesOfTrays, filesSentAbout, type SentFile, sentFile, type SentTray, sentTraysOf } from './trays/sent-files.ts'
export { submitTray } from './trays/submit-tray.ts'
export { type Tray, type TrayPurpose, trayDays } from './trays/tray.ts'
export { SentFiles } from './trays/pages/sent-files.tsx'
export { TrayFiles, trayProblems } from './trays/pages/tray-files.tsx'

export const evidenceJobs: readonly Job[] = [scanJob, previewJob, forgetJob]
export const evidenceChores: readonly Chore[] = [scanAgain, sweepOrphans, dropForgottenTraysChore]
