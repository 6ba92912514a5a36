import type { Job } from '../../platform/jobs/job.ts'
import { carryOutSupportJob } from '../support/carry-out.ts'
import { openRecoveryJob } from './request/open-recovery.ts'
import { tellOfRecoveryJob } from './request/tell-of-recovery.ts'

/** What goes on by itself: telling every address of a recovery, opening it after the wait, doing what support began. */
export const recoveryJobs: readonly Job[] = [tellOfRecoveryJob, openRecoveryJob, carryOutSupportJob]
