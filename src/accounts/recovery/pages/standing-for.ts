import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import type { Context } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { type ResetStanding, resetStanding } from '../reset-standing.ts'
import { mayTake, resetStepPath, type ResetStep } from '../reset-way.ts'

/** Where a reset goes on; where nothing of the account's is left to show, the way out of that. */
export const stepOrWayOut = (step: ResetStep | null): string => (step ? resetStepPath(step) : paths.recovery())

/** How far the reset of this browser has come, for the page of one step; else the way to where it is. */
export async function standingFor(step: ResetStep, context: Pick<Context, 'read'>): Promise<ResetStanding | Answer> {
  const standing = await context.read(resetStanding, undefined)
  if (!standing) return seeOther(`${paths.forgotPassword()}?ended=yes`)
  return mayTake(step, standing.facts) ? standing : seeOther(stepOrWayOut(standing.next))
}
