import type { Chore, Job } from '../../../platform/jobs/job.ts'
import { forgetBatchJob } from './confirm-batch.ts'
import { makeBatchJob } from './make-batch.ts'
import { placeLettersJob } from './place-letters.ts'
import { postLettersJob } from './post-letters.ts'
import { forgetRejectionsChore } from '../rejecting/forget-rejections.ts'
import { tendNoticesChore } from './print-chores.ts'

export const printJobs: readonly Job[] = [makeBatchJob, forgetBatchJob, placeLettersJob, postLettersJob]
export const printChores: readonly Chore[] = [tendNoticesChore, forgetRejectionsChore]
