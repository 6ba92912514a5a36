import type { Actor } from '../../platform/actor.ts'

export const mayPrepare = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.includes('representative')
