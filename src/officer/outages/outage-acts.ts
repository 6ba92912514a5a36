import { declareOutage, endOutage, outageFaults, outageForOffice, outagesForOffice, type OutagesShown, type OutageToDeclare, withdrawOutage } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

export const officeOutages = query({
  name: 'officer.outages',
  allow: (actor, _input: { page: number }) => whoMay('declare-outage')(actor),
  run: (context, { page }): Promise<OutagesShown> => outagesForOffice(context, page),
})

export const officeOutage = query({
  name: 'officer.outage',
  allow: (actor, _input: { outage: string }) => whoMay('declare-outage')(actor),
  run: (context, { outage }) => outageForOffice(context, outage),
})

/** **Declare outage**: anybody reads it from now on, and while it lasts no deadline passes. */
export const declare = operation({
  name: 'officer.declare-outage',
  allow: (actor, _input: OutageToDeclare) => whoMay('declare-outage')(actor),
  refusals: outageFaults,
  async run(context, input) {
    context.audit({ subject: input.press, detail: { parts: input.parts.join(' ') } })
    const declared = await declareOutage(context, input)
    if (declared === 'declared-before') context.recordedBefore()
    else if (typeof declared === 'string') return context.refuse(declared)
    return { outage: input.press }
  },
})

/** **End outage**: the deadlines that it reached begin to move. */
export const end = operation({
  name: 'officer.end-outage',
  allow: (actor, _input: { outage: string; endsAt: Temporal.Instant }) => whoMay('declare-outage')(actor),
  refusals: ['unknown-outage', ...outageFaults],
  async run(context, { outage, endsAt }) {
    context.audit({ subject: outage.slice(0, 40), detail: { ends: endsAt.toString() } })
    const ended = isId(outage) ? await endOutage(context, { outage, endsAt }) : 'unknown-outage'
    if (ended === 'ended-before') context.recordedBefore()
    else if (typeof ended === 'string') return context.refuse(ended)
    return { outage }
  },
})

/** **Withdraw**: it was declared by mistake, and stays to be read so. */
export const withdraw = operation({
  name: 'officer.withdraw-outage',
  allow: (actor, _input: { outage: string }) => whoMay('declare-outage')(actor),
  refusals: ['unknown-outage'],
  async run(context, { outage }) {
    context.audit({ subject: outage.slice(0, 40) })
    const withdrawn = isId(outage) ? await withdrawOutage(context, outage) : 'unknown-outage'
    if (withdrawn === 'withdrawn-before') context.recordedBefore()
    else if (typeof withdrawn === 'string') return context.refuse(withdrawn)
    return { outage }
  },
})
