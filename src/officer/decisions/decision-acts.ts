import { approve, holdAppointments, proposeDecision, reviewDecision, takeDecisionBack, type ToPropose } from '../../correspondence/index.ts'
import { type CaseBehind, lockForAct } from '../../cases/index.ts'
import { waiverOfCase } from '../../filing/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { checksOf } from '../checks/checks-of-case.ts'
import { checksInWay } from '../checks/check.ts'
import { type Right, whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { endAssignment } from '../queues/assignment-store.ts'
import { queueOf } from '../queues/queue.ts'

const mayInSession = (right: Right) => {
  const may = whoMay(right)
  return (actor: OperationContext['actor']): boolean => may(actor) && actor.sessionId !== null
}

const notDecided = ['moved-on', 'not-a-next-status', 'proposed-already', 'request-to-decide'] as const

/** Such a case says yes or no to a fee, and a draft waits for it: that is decided on a page of its own. */
const isRequest = async (context: Parameters<typeof waiverOfCase.run>[0], { id }: CaseBehind): Promise<boolean> => (await waiverOfCase.run(context, { caseId: id }))?.state === 'asked'

/** Where the agency then waits for the person or for nothing at all, the case is no longer anyone's work. */
async function letGo({ tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>, caseId: string, status: string): Promise<void> {
  if (!queueOf(services.agency, status)?.isWork) await endAssignment(tx, caseId, 'moved-on', now)
}

export type ToApprove = Omit<ToPropose, 'kind' | 'grounds'>

/** **Approve**: by one officer who opened the file, where every check that the form needs is clear and still counts. */
export const approveCase = operation({
  name: 'officer.approve',
  allow: (actor, _input: ToApprove) => mayInSession('decide-case')(actor),
  refusals: [...notOpened, ...notDecided, 'checks-in-way'],
  async run(context, input: ToApprove) {
    const { refuse, recordedBefore, services } = context
    const found = await openedBehind(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (await isRequest(context, found)) return refuse('request-to-decide')
    // The lock comes before the checks are looked at: a hit of the same moment is seen, or comes after the decision.
    await holdAppointments(context, input.receiptNumber)
    await lockForAct(context, input.receiptNumber)
    if (checksInWay(await checksOf(context, found)).length > 0) return refuse('checks-in-way')
    const made = await approve(context, input)
    if (typeof made === 'string') return refuse(made)
    if (!made.isNew) recordedBefore()
    await letGo(context, made.caseId, services.agency.decisions.statuses.approval)
    return { caseId: made.caseId }
  },
})

const proposing = (name: string, kind: ToPropose['kind']) =>
  operation({
    name,
    allow: (actor, _input: Omit<ToPropose, 'kind'>) => mayInSession('decide-case')(actor),
    refusals: [...notOpened, ...notDecided, 'no-grounds'],
    async run(context, input: Omit<ToPropose, 'kind'>) {
      const { refuse, recordedBefore } = context
      const found = await openedBehind(context, input.receiptNumber)
      if (typeof found === 'string') return refuse(found)
      if (await isRequest(context, found)) return refuse('request-to-decide')
      const proposed = await proposeDecision(context, { ...input, kind })
      if (typeof proposed === 'string') return refuse(proposed)
      if (!proposed.isNew) recordedBefore()
      return { decision: proposed.decision }
    },
  })

/** **Propose to deny**: the first of two people, with the grounds and the words that the person is to read. */
export const proposeDenial = proposing('officer.propose-denial', 'denial')

/** **Propose to reopen**: the first of two people, for a case that was decided. */
export const proposeReopening = proposing('officer.propose-reopening', 'reopening')

/** **Propose to refuse the motion**: the first of two people; the decision it was against stands then. */
export const proposeMotionRefusal = proposing('officer.propose-motion-refusal', 'motion-refusal')

export interface NamedDecision {
  readonly receiptNumber: string
  readonly decision: string
}

const reviewing = (name: string, agreed: boolean) =>
  operation({
    name,
    allow: (actor, _input: NamedDecision & { answer: string }) => mayInSession('review-decision')(actor),
    refusals: [...notOpened, 'no-decision', 'no-answer', 'decided-already', 'proposed-by-you'],
    async run(context, { answer, ...named }) {
      const { refuse, services } = context
      const found = await openedBehind(context, named.receiptNumber)
      if (typeof found === 'string') return refuse(found)
      if (!agreed && answer === '') return refuse('no-answer')
      const reviewed = await reviewDecision(context, { ...named, agreed, answer, isMailed: found.channel === 'paper' })
      if (typeof reviewed === 'string') return refuse(reviewed)
      const { caseId, outcome, decision } = reviewed
      if (outcome === 'made') await letGo(context, caseId, services.agency.decisions.statuses[decision.kind as 'denial'])
      return { caseId, outcome }
    },
  })

/** **Agree**: the second of two people, and never the first. Then it is decided, and the person is told. */
export const agreeDecision = reviewing('officer.agree-decision', true)

/** **Return it**: the second of two people does not agree and says why; nothing is decided. */
export const returnDecision = reviewing('officer.return-decision', false)

/** **Take it back**: who proposed it thought better of it. */
export const takeBackDecision = operation({
  name: 'officer.take-decision-back',
  allow: (actor, _input: NamedDecision) => mayInSession('decide-case')(actor),
  refusals: [...notOpened, 'no-decision', 'decided-already', 'not-yours'],
  async run(context, named) {
    const found = await openedBehind(context, named.receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    const taken = await takeDecisionBack(context, named)
    return typeof taken === 'string' ? context.refuse(taken) : taken
  },
})
