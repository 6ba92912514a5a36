import { query } from '../../platform/operation.ts'
import { listMergedNumbers } from './one-person-store.ts'

/** The Online Account Numbers that lead to the actor's account because their accounts were merged into it, oldest first. */
export const mergedNumbers = query({
  name: 'accounts.merged-numbers',
  gate: true,
  allow: (actor, _input: undefined) => actor.kind === 'account',
  run: ({ tx, actor }): Promise<readonly string[]> => listMergedNumbers(tx, actor.id as string),
})
