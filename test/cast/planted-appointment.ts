import { sealWords } from '../../src/correspondence/appointments/appointment.ts'
import { newId } from '../../src/platform/ids.ts'
import type { DataGround } from './data-ground.ts'

type Ground = Pick<DataGround, 'rows' | 'owner'> & { services: Pick<DataGround['services'], 'keys'> }
/** An appointment has the id of the conversation of the same person: nothing else needs to know it. */
type Person = { caseId: string; thread: string; now: string }

/** What a person did with it. */
export const plantedStep = ({ ground, caseId, thread, now }: Person & { ground: Ground }, id: string) => ({
  appointment: thread, side: 'person', what: 'moved', to_at: now, words_sealed: sealWords(ground.services.keys, caseId, 'words_sealed', id, 'Planted words'),
})

/** A time at which they were to be seen. */
export async function plantAppointment({ owner, rows, services }: Ground, { caseId, thread: id, now }: Person): Promise<void> {
  const [its] = await rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const time = { office: 'support-center-north', kind: 'fingerprints', starts_at: now, minutes: 20 }
  await owner
    .insertInto('correspondence.slot')
    .values({ ...time, id: newId(), capacity: 1, opened_at: now, opened_by: newId() } as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const [slot] = await rows<{ id: string }>('select id from correspondence.slot where office = $1 and kind = $2 and starts_at = $3', [time.office, time.kind, now])
  const needs = sealWords(services.keys, caseId, 'needs_sealed', id, 'A planted ramp')
  const made = { made_at: now, made_by: newId(), changed_at: now }
  const row = { ...time, ...made, id, case: caseId, receipt_number: its?.receipt_number, slot: slot?.id, state: 'cancelled', needs_sealed: needs }
  await owner.insertInto('correspondence.appointment').values(row as never).execute()
}
