import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { bookAppointment, openTimes, type Outcome, recordOutcome } from '../../correspondence/index.ts'
import { newId } from '../../platform/ids.ts'
import { approveCase } from '../decisions/decision-acts.ts'
import { standingChecks } from './check.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
  await acting((context) => openTimes(context, { office: 'support-center-north', kind: 'fingerprints', from: on('2026-12-01'), until: on('2026-12-04') }))
})
after(() => ground.end())

const on = (day: string) => Temporal.PlainDate.from(day)
type Acting = Parameters<typeof bookAppointment>[0]
const actor = () => ({ kind: 'staff', id: ground.staffId('officer'), roles: ['officer'], sessionId: null }) as never
const acting = <T>(act: (context: Acting) => Promise<T>): Promise<T> =>
  ground.asOffice('officer', 1, (tx) => act({ tx, actor: actor(), now: ground.services.clock.now(), services: ground.services, enqueue: async () => undefined }))

type Case = { caseId: string; receiptNumber: string }
async function booked(its: Case): Promise<string> {
  const free = await ground.owner.selectFrom('correspondence.slot').select('id').where('starts_at', '>', ground.services.clock.now().add({ hours: 72 })).whereRef('taken', '<', 'capacity').orderBy('starts_at').execute()
  const made = await acting((context) => bookAppointment(context, its, { slot: free[0]?.id ?? '', press: newId() }))
  if (typeof made === 'string') throw new Error(made)
  return made.appointment
}
async function ended(its: Case, appointment: string, outcome: Outcome) {
  const { starts_at: begins } = await ground.owner.selectFrom('correspondence.appointment').select('starts_at').where('id', '=', appointment).executeTakeFirstOrThrow()
  if (Temporal.Instant.compare(ground.services.clock.now(), begins) < 0) ground.services.clock.advance({ milliseconds: Number(begins.epochMilliseconds) - Number(ground.services.clock.now().epochMilliseconds) })
  const done = await acting((context) => recordOutcome(context, { receiptNumber: its.receiptNumber, appointment, outcome }))
  if (typeof done === 'string') throw new Error(done)
}

describe('the check of fingerprints', () => {
  it('is met by the appointment that was kept, and not by one that is to come or was missed; the officer reads which', async () => {
    const its = await ground.openCase()
    const { receiptNumber, caseId } = its
    const seen = async (page = 'approve') => (await (await ground.at(receiptNumber, 'officer')).open(`/cases/${receiptNumber}/${page}`)).text
    const tried = async () => {
      const { perform } = await ground.acting(receiptNumber, 'officer')
      return perform(approveCase, { receiptNumber, press: newId(), seen: String(await ground.statusOf(caseId)), words: '', note })
    }
    await ground.record(await ground.at(receiptNumber, 'officer'), receiptNumber, 'background')
    assert.match(await seen(), /Fingerprints: No result yet They have no appointment for it\./)
    const first = await booked(its)
    assert.match(await seen(), /Fingerprints: No result yet They are expected on December 1, 2026 ?\./)
    await ended(its, first, 'missed')
    assert.match(await seen(), /Fingerprints: No result yet They did not come on December 1, 2026 ?\./)
    assert.deepEqual(await tried(), { ok: false, refusal: 'checks-in-way' })
    await ended(its, await booked(its), 'attended')
    assert.equal(await ground.statusOf(caseId), 'biometrics-taken')
    assert.match(await seen('checks'), /Fingerprints Clear They came on December 4, 2026 ?\./)
    assert.equal((await tried()).ok, true)
    assert.equal(await ground.statusOf(caseId), 'approved')
  })

  it('is not met by having come once something was found, nor once that is too long ago; a clear result of a later day counts on from it', () => {
    const { agency } = ground.services
    const came = { kind: 'fingerprints', state: 'attended' as const, on: on('2026-03-01') }
    const state = (results: { outcome: 'clear' | 'hit'; doneOn: string }[], day: string, visits = [came]) =>
      standingChecks(agency, 'i-90', { results: results.map(({ outcome, doneOn }) => ({ gate: 'fingerprints', outcome, doneOn: on(doneOn) })), visits }, on(day)).map(({ state: its, expiresOn }) => `${its} ${expiresOn}`)[0]
    assert.equal(state([], '2027-05-31'), 'clear 2027-06-01')
    assert.equal(state([], '2027-06-01'), 'expired 2027-06-01')
    assert.equal(state([{ outcome: 'hit', doneOn: '2026-02-01' }], '2026-03-02'), 'hit 2027-05-01')
    assert.equal(state([{ outcome: 'clear', doneOn: '2026-04-01' }], '2027-06-01'), 'clear 2027-07-01')
    assert.equal(state([{ outcome: 'clear', doneOn: '2025-01-01' }], '2026-04-01'), 'clear 2027-06-01')
    assert.equal(state([], '2026-03-02', [{ ...came, kind: 'interview' }]), 'missing null')
  })
})
