import { bookAppointment, askIdentity, openTimes } from '../../src/correspondence/index.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { newId } from '../../src/platform/ids.ts'
import { type CasesGround, staffActor } from './cases-ground.ts'
import { sendForTest, wordsAsk } from './requests-ground.ts'

const office = 'support-center-north'
const kind = 'fingerprints'
let days = 0

export interface OpenOnCase {
  readonly appointment: string
  readonly slot: string
  /** Another time that the person could take. */
  readonly later: string
  readonly request: string
  readonly check: string
}

/** Everything that the office can want of the people of a case at once: an appointment, an answer, and a proof of who they are. */
export async function openOnCase(ground: Pick<CasesGround, 'as' | 'database' | 'services'>, its: { caseId: string; receiptNumber: string }): Promise<OpenOnCase> {
  const { database, services } = ground
  const officer = staffActor('officer')
  const now = services.clock.now()
  const [appointment, check] = [newId(), newId()]
  // A day of its own, so that nobody else has its times.
  days += 7
  const day = now.toZonedDateTimeISO(services.agency.timeZone).toPlainDate().add({ days: days + 14 })
  const slots = await asActor(database.pools.office, officer, {}, async (tx) => {
    const context = { tx, actor: officer, now, services, enqueue: async () => undefined }
    await openTimes(context, { office, kind, from: day, until: day.add({ days: 4 }) })
    const from = day.toZonedDateTime(services.agency.timeZone).toInstant()
    const free = await tx.selectFrom('correspondence.slot').select('id').where('office', '=', office).where('starts_at', '>=', from).orderBy('starts_at').limit(2).execute()
    const booked = await bookAppointment(context, its, { slot: free[0]?.id ?? '', press: appointment })
    const asked = await askIdentity(context, { ...its, reason: 'names-differ', press: check })
    if (typeof booked === 'string' || asked) throw new Error(`${JSON.stringify(booked)} ${asked}`)
    return free.map(({ id }) => id)
  })
  const sent = await ground.as(officer).perform(sendForTest, { ...its, kind: 'additional', asks: [wordsAsk()], isMailed: false })
  if (!sent.ok) throw new Error(sent.refusal)
  return { appointment, slot: String(slots[0]), later: String(slots[1]), request: sent.output.id, check }
}

/** How each of them stands, and what is still asked. */
export async function standsOnCase({ database: { pools } }: Pick<CasesGround, 'database'>, caseId: string, its: OpenOnCase) {
  const { owner } = pools
  if (!owner) throw new Error('A test has the owner of its database')
  const appointment = await owner.selectFrom('correspondence.appointment').select(['state', 'why', 'sequence']).where('id', '=', its.appointment).executeTakeFirstOrThrow()
  const slot = await owner.selectFrom('correspondence.slot').select('taken').where('id', '=', its.slot).executeTakeFirstOrThrow()
  const request = await owner.selectFrom('correspondence.evidence_request').select(['state', 'ended_with']).where('id', '=', its.request).executeTakeFirstOrThrow()
  const check = await owner.selectFrom('correspondence.identity_check').select('outcome').where('id', '=', its.check).executeTakeFirstOrThrow()
  const tasks = await owner.selectFrom('cases.task').select('kind').where('case', '=', caseId).where('ended_at', 'is', null).execute()
  return { appointment: [appointment.state, appointment.why], taken: slot.taken, request: [request.state, request.ended_with], check: check.outcome, tasks: tasks.map(({ kind: each }) => each) }
}

export const allEnded = (end: 'withdrawal' | 'decision' | 'closing') => ({
  appointment: ['cancelled', `case-${end}`],
  taken: 0,
  request: ['withdrawn', end],
  check: 'withdrawn',
  tasks: [],
})
