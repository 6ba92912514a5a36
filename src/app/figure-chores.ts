import { countFiguresChore } from '../cases/index.ts'
import { countAskedChore, countMessagesChore } from '../correspondence/index.ts'
import type { Chore } from '../platform/jobs/job.ts'

/** What counts the agency's work for the page of numbers; filing counts its own among its chores. */
export const figureChores: readonly Chore[] = [countFiguresChore, countMessagesChore, countAskedChore]
