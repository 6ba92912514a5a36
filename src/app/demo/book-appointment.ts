import { bookAppointment, freeTimesForOffice, openTimes } from '../../correspondence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, performerFor } from '../../platform/operation.ts'
import type { Deployment } from '../deployment.ts'

const office = 'support-center-north'

interface ToSee {
  readonly caseId: string
  readonly receiptNumber: string
  readonly status: string
}

/** Opens eight weeks of times, and books one of the later ones for a case. */
const bookSeeded = operation({
  name: 'demo.book-appointment',
  allow: (actor) => actor.kind === 'staff',
  refusals: ['no-time'],
  async run(context, its: ToSee & { kind: string }) {
    context.audit({ subject: its.caseId })
    const from = context.now.toZonedDateTimeISO(context.services.agency.timeZone).toPlainDate()
    await openTimes(context, { office, kind: its.kind, from, until: from.add({ days: 56 }) })
    const { free } = await freeTimesForOffice(context, { office, kind: its.kind, day: from.add({ days: 14 }) })
    const booked = free[4] ? await bookAppointment(context, its, { slot: free[4].id, press: newId() }) : 'slot-taken'
    return typeof booked === 'string' ? context.refuse('no-time') : booked
  },
})

/** The person of this case is asked to come, two weeks from now. */
export async function bookDemoAppointment(deployment: Deployment, officer: Actor, its: ToSee): Promise<void> {
  const by = performerFor(deployment.partsFor('office'), officer, { id: null, network: null })
  const booked = await by.perform(bookSeeded, { ...its, kind: 'fingerprints' })
  if (!booked.ok) throw new Error(`The demonstration’s appointment was refused: ${booked.refusal}`)
}
