import type { Job } from '../../platform/jobs/job.ts'
import { forgetFileJob } from './bring/forget-file.ts'
import { importBroughtJob } from './bring/import-brought.ts'

export const intakeJobs: readonly Job[] = [importBroughtJob, forgetFileJob]
