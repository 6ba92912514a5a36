import { byNearest, type ListedCase, type OpenTask } from '../../cases/index.ts'

/** What is asked on all of a person's cases, the nearest deadline first. */
export const tasksOfAll = (cases: readonly ListedCase[]): { one: ListedCase; task: OpenTask }[] =>
  cases.flatMap((one) => one.tasks.map((task) => ({ one, task }))).sort((first, second) => byNearest(first.task, second.task))
