import type { Job } from '../platform/jobs/job.ts'
import { postNoticeJob } from './notices/post/post-notice.ts'
import { issueReceiptJob } from './notices/receipt-notice.ts'
import { setNoticeJob } from './notices/set-notice.ts'
import { tellJoinedJob } from './notices/tell-joined.ts'
import { tellOthersJob } from './telling/tell-others.ts'

export const correspondenceJobs: readonly Job[] = [setNoticeJob, postNoticeJob, issueReceiptJob, tellJoinedJob, tellOthersJob]
