import { agencyDay, changeStatus, openCase } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { operation, performerFor } from '../../platform/operation.ts'
import type { Deployment } from '../deployment.ts'
import type { DemoCase } from './people.ts'

interface SeededCase extends DemoCase {
  account: string | null
  receiptNumber?: string
}

const openSeeded = operation({
  name: 'demo.open-case',
  allow: (actor) => actor.kind === 'system',
  refusals: [],
  async run(context, opening: Omit<SeededCase, 'course'> & { status: string }) {
    const { form, channel, office, account, status, receiptNumber } = opening
    const receivedOn = agencyDay(context.services.agency, context.now)
    const given = receiptNumber ? { receiptNumber } : {}
    const opened = await openCase(context, { form, channel, office, account, status, receivedOn, ...given })
    context.audit({ subject: opened.caseId })
    return opened
  },
})

const noRequest = { id: null, network: null }

/** Opens a case on its first day and moves it along on the days of its course, as an officer would have. */
export async function openDemoCase(deployment: Deployment, officer: Actor, seeded: SeededCase): Promise<string> {
  const today = deployment.services.clock.now()
  const on = (daysAgo: number, role: 'office' | 'worker', actor: Actor) => {
    const clock = fixedClock(today.subtract({ hours: daysAgo * 24 }))
    const parts = deployment.partsFor(role)
    return performerFor({ ...parts, services: { ...parts.services, clock } }, actor, noRequest)
  }
  const [[firstDay, status] = [0, 'received'], ...later] = seeded.course
  const opened = await on(firstDay, 'worker', systemActor('demo-seed')).perform(openSeeded, { ...seeded, status })
  if (!opened.ok) throw new Error(`The demonstration’s case was refused: ${opened.refusal}`)
  const { receiptNumber } = opened.output
  for (const [daysAgo, next] of later) {
    const moved = await on(daysAgo, 'office', officer).perform(changeStatus, { receiptNumber, status: next, reason: 'Demonstration' })
    if (!moved.ok) throw new Error(`The demonstration’s case cannot become ${next}: ${moved.refusal}`)
  }
  return receiptNumber
}
