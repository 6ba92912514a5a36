import type { Actor } from '../platform/actor.ts'

const staffWho =
  (...roles: string[]) =>
  (actor: Actor) =>
    actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role))

/** Decides cases. */
export const mayChangeStatus = staffWho('officer', 'supervisor')

/** Reads a case of anyone's; the office asks for a reason first and records it. */
export const mayReadAnyCase = staffWho('officer', 'supervisor', 'intake', 'support')

/** An account reads the cases it is related to; the store and the row-level security say which those are. */
export const mayReadOwnCases = (actor: Actor): boolean => actor.kind === 'account' && actor.id !== null

/** Sends files to the people of a case. */
export const maySendDocuments = staffWho('officer', 'supervisor')

/** Parts of the system keep papers: the jobs that make them. */
export const mayAddDocuments = (actor: Actor): boolean => actor.kind === 'system'
