import { type Actor, systemActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { newId } from '../../src/platform/ids.ts'
import { bookAppointment } from '../../src/correspondence/appointments/book-appointment.ts'
import { changeAppointment } from '../../src/correspondence/appointments/change-appointment.ts'
import { openTimes } from '../../src/correspondence/appointments/keep-times.ts'
import { ownAppointment } from '../../src/correspondence/appointments/own-appointments.ts'
import type { Telling } from '../../src/correspondence/appointments/tell.ts'
import { tellOfChange } from '../../src/correspondence/appointments/tell-of-change.ts'
import { type CasesGround, casesGround, staffActor } from './cases-ground.ts'

export const fingerprintsOffice = 'support-center-north'
export const interviewOffice = 'field-office-chicago'

export type AppointmentsGround = Awaited<ReturnType<typeof appointmentsGround>>

export interface Expected {
  readonly maria: Actor
  readonly caseId: string
  readonly receiptNumber: string
  readonly appointment: string
}

/** Cases whose people are seen in person, and what the office does with them once its officer has opened the file. */
export async function appointmentsGround() {
  const ground: CasesGround = await casesGround()
  const { database, services } = ground
  const officer = staffActor('officer')
  const owner = () => {
    if (!database.pools.owner) throw new Error('a test has the owner of its database')
    return database.pools.owner
  }
  const asOffice = <T>(act: (context: Telling) => Promise<T>): Promise<T> =>
    asActor(database.pools.office, officer, {}, (tx) =>
      act({ tx, actor: officer, now: services.clock.now(), services, enqueue: async () => undefined }),
    )
  let people = 0
  const openDays = (office: string, kind: string, from: string, until = from) =>
    asOffice((context) => openTimes(context, { office, kind, from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) }))
  const slots = (office: string, kind: string) =>
    owner().selectFrom('correspondence.slot').selectAll().where('office', '=', office).where('kind', '=', kind).orderBy('starts_at').execute()
  const newCase = async (status = 'received') => {
    people += 1
    const maria = await ground.newAccount(`seen-${people}@example.test`)
    const its = await ground.openCase({ account: String(maria.id) })
    if (status !== 'received') await owner().updateTable('cases.case').set({ status }).where('id', '=', its.caseId).execute()
    return { maria, ...its, email: `seen-${people}@example.test` }
  }
  const book = (its: { caseId: string; receiptNumber: string }, slot: string, press = newId()) =>
    asOffice((context) => bookAppointment(context, its, { slot, press }))
  return {
    ...ground,
    officer,
    owner,
    asOffice,
    openDays,
    slots,
    newCase,
    book,
    /** A person of a case who is booked into this time. */
    async booked(slot: string): Promise<Expected & { email: string }> {
      const its = await newCase()
      const done = await book(its, slot)
      if (typeof done === 'string') throw new Error(done)
      return { ...its, ...done }
    },
    change: ({ maria, receiptNumber, appointment }: Expected, slot: string, more: { press?: string; why?: string; as?: Actor } = {}) =>
      ground.as(more.as ?? maria).perform(changeAppointment, { receiptNumber, appointment, slot, why: more.why ?? 'illness', words: '', press: more.press ?? newId() }),
    read: ({ maria, receiptNumber, appointment }: Expected, as = maria) => ground.as(as).read(ownAppointment, { receiptNumber, appointment }),
    /** What the worker does with a change: the newest that nobody was told of. */
    async tellAll() {
      const untold = await owner().selectFrom('correspondence.appointment_step').select('id').where('told_at', 'is', null).execute()
      for (const { id } of untold) await ground.as(systemActor('worker')).perform(tellOfChange, { step: id })
      return untold.map(({ id }) => id)
    },
    statusOf: async (caseId: string) => (await owner().selectFrom('cases.case').select('status').where('id', '=', caseId).executeTakeFirstOrThrow()).status,
    /** Every time's count held against the appointments that stand in it: one row for each that differs. */
    miscounted: async () => {
      const counted = await owner().selectFrom('correspondence.slot').select(['id', 'taken']).execute()
      const standing = await owner().selectFrom('correspondence.appointment').select('slot').where('state', 'in', ['booked', 'attended', 'missed']).execute()
      return counted.filter(({ id, taken }) => standing.filter(({ slot }) => slot === id).length !== taken)
    },
    end: () => database.drop(),
  }
}
