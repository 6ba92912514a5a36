import type { Chore, Job } from '../platform/jobs/job.ts'
import { publishKeysChore } from './notices/index.ts'
import { takeAnswerJob } from './evidence-requests/copy-of-answer.ts'
import { lapseRequestsChore } from './evidence-requests/lapse-requests.ts'
import { moveDeadlinesJob } from './outages/move-deadlines.ts'

export const requestJobs: readonly Job[] = [takeAnswerJob, moveDeadlinesJob]
export const requestChores: readonly Chore[] = [lapseRequestsChore, publishKeysChore]
