import { agencyDay, changeStatus, enterApart, lockForAct, openCase, statusEntry } from '../../cases/index.ts'
import { approve, cardSteps, issueNotice, recordCardStep } from '../../correspondence/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import type { Deployment } from '../deployment.ts'
import { bookDemoAppointment } from './book-appointment.ts'
import { onDay } from './on-day.ts'
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
    if (channel === 'online' && account !== null) await issueNotice(context, { ...opened, kind: 'receipt', values: {}, source: 'filing', tells: false })
    context.audit({ subject: opened.caseId })
    return opened
  },
})

type Stepping = Parameters<typeof approve>[0]

/** A step that the office takes by an act of its own, as it was taken on that day. */
async function takeStep(context: Stepping, receiptNumber: string, status: string): Promise<object | string> {
  const { agency } = context.services
  const [press, note] = [newId(), 'Demonstration']
  const found = await lockForAct(context, receiptNumber)
  if (status === agency.decisions.statuses.approval) return approve(context, { press, receiptNumber, seen: found?.status ?? '', words: '', note })
  const step = cardSteps.find((each) => agency.caseActs.cards.steps[each] === status)
  if (!step) return enterApart(context, { receiptNumber, status, reason: note })
  const doneOn = agencyDay(agency, context.now)
  return recordCardStep(context, { press, receiptNumber, step, doneOn, note, carrier: agency.caseActs.cards.carriers[0]?.id ?? '', tracking: '9400 1118 9922 3197 4281 54' })
}

const stepSeeded = operation({
  name: 'demo.take-step',
  allow: (actor) => actor.kind === 'staff',
  refusals: ['not-a-next-status'],
  async run(context, { receiptNumber, status }: { receiptNumber: string; status: string }) {
    const taken = await takeStep(context, receiptNumber, status)
    return typeof taken === 'string' ? context.refuse('not-a-next-status') : undefined
  },
})

/** Opens a case on its first day and moves it along on the days of its course, as an officer would have. */
export async function openDemoCase(deployment: Deployment, officer: Actor, seeded: SeededCase): Promise<{ caseId: string; receiptNumber: string }> {
  const [[firstDay, status] = [0, 'received'], ...later] = seeded.course
  const opened = await onDay(deployment, firstDay, 'worker', systemActor('demo-seed')).perform(openSeeded, { ...seeded, status })
  if (!opened.ok) throw new Error(`The demonstration’s case was refused: ${opened.refusal}`)
  const { caseId, receiptNumber } = opened.output
  for (const [daysAgo, next] of later) {
    const then = onDay(deployment, daysAgo, 'office', officer)
    const isApart = statusEntry(deployment.services.agency, next).apart
    const moved = isApart ? await then.perform(stepSeeded, { receiptNumber, status: next }) : await then.perform(changeStatus, { receiptNumber, status: next, reason: 'Demonstration' })
    if (!moved.ok) throw new Error(`The demonstration’s case cannot become ${next}: ${moved.refusal}`)
  }
  if (seeded.isSeen) await bookDemoAppointment(deployment, officer, { caseId, receiptNumber, status: later.at(-1)?.[1] ?? status })
  return { caseId, receiptNumber }
}
