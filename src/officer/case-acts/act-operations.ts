import type { CardStep } from '../../agency/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { holdCase, type MotionToRecord, recordCardStep, recordMotion, releaseCase, type StepToRecord, transferCase } from '../../correspondence/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { endAssignment } from '../queues/assignment-store.ts'

const may = (actor: OperationContext['actor']): boolean => whoMay('decide-case')(actor) && actor.sessionId !== null

interface Act {
  readonly receiptNumber: string
  readonly press: string
  readonly note: string
}

/** **Transfer**: another office of the agency has the case from now on. Whoever worked on it here does not any more. */
export const transfer = operation({
  name: 'officer.transfer-case',
  allow: (actor, _input: Act & { toOffice: string; reason: string }) => may(actor),
  refusals: [...notOpened, 'not-a-next-status', 'no-such-office'],
  async run(context, input) {
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    const done = await transferCase(context, input)
    if (typeof done === 'string') return context.refuse(done)
    if (done.isNew) await endAssignment(context.tx, done.caseId, 'moved-on', context.now)
    else context.recordedBefore()
    return { caseId: done.caseId }
  },
})

/** **Put on hold**: the case waits, for a reason that its people read, until a day or until it is released. */
export const hold = operation({
  name: 'officer.hold-case',
  allow: (actor, _input: Act & { kind: string; untilOn: Temporal.PlainDate | null }) => may(actor),
  refusals: [...notOpened, 'not-a-next-status', 'no-such-kind', 'day-gone'],
  async run(context, input) {
    const { services, now, refuse } = context
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (input.untilOn && Temporal.PlainDate.compare(input.untilOn, agencyDay(services.agency, now)) <= 0) return refuse('day-gone')
    const done = await holdCase(context, input)
    if (typeof done === 'string') return refuse(done)
    if (!done.isNew) context.recordedBefore()
    return { caseId: done.caseId }
  },
})

/** **Let it go on**: from where it was when it was held. */
export const release = operation({
  name: 'officer.release-case',
  allow: (actor, _input: { receiptNumber: string; note: string }) => may(actor),
  refusals: [...notOpened, 'not-held'],
  async run(context, input) {
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    const done = await releaseCase(context, input)
    return typeof done === 'string' ? context.refuse(done) : done
  },
})

/** **Record a motion** that came on paper or as a message. It is granted or refused by two people afterwards. */
export const motion = operation({
  name: 'officer.record-motion',
  allow: (actor, _input: MotionToRecord) => may(actor),
  refusals: [...notOpened, 'not-a-next-status', 'no-such-kind', 'day-to-come'],
  async run(context, input: MotionToRecord) {
    const { services, now, refuse } = context
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (Temporal.PlainDate.compare(input.cameOn, agencyDay(services.agency, now)) > 0) return refuse('day-to-come')
    const done = await recordMotion(context, input)
    if (typeof done === 'string') return refuse(done)
    if (!done.isNew) context.recordedBefore()
    return { caseId: done.caseId }
  },
})

/** **Record step** of a card: ordered, made, mailed, brought, come back, destroyed, or ordered anew. */
export const cardStep = operation({
  name: 'officer.record-card-step',
  allow: (actor, _input: StepToRecord & { step: CardStep }) => may(actor),
  refusals: [...notOpened, 'not-a-next-step', 'no-carrier', 'day-to-come'],
  async run(context, input: StepToRecord) {
    const { services, now, refuse } = context
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (Temporal.PlainDate.compare(input.doneOn, agencyDay(services.agency, now)) > 0) return refuse('day-to-come')
    const done = await recordCardStep(context, input)
    if (typeof done === 'string') return refuse(done)
    if (!done.isNew) context.recordedBefore()
    return { caseId: done.caseId }
  },
})
