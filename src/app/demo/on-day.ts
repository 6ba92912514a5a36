import type { Actor } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { performerFor } from '../../platform/operation.ts'
import type { Deployment } from '../deployment.ts'

/** Somebody of the demonstration, as they acted on a day gone by. */
export function onDay(deployment: Deployment, daysAgo: number, role: 'portal' | 'office' | 'worker', actor: Actor) {
  const clock = fixedClock(deployment.services.clock.now().subtract({ hours: daysAgo * 24 }))
  const parts = deployment.partsFor(role)
  return performerFor({ ...parts, services: { ...parts.services, clock } }, actor, { id: null, network: null })
}

/** What was done; a refusal means that the seed no longer fits the product. */
export function done<T>(what: string, result: { ok: true; output: T } | { ok: false; refusal: string }): T {
  if (!result.ok) throw new Error(`The demonstration’s ${what} was refused: ${result.refusal}`)
  return result.output
}
