import type { Job } from '../../platform/jobs/job.ts'
import { openRecoveryJob } from './request/open-recovery.ts'
import { tellOfRecoveryJob } from './request/tell-of-recovery.ts'

/** What a recovery does by itself: telling every address, and opening after the wait. */
export const recoveryJobs: readonly Job[] = [tellOfRecoveryJob, openRecoveryJob]
