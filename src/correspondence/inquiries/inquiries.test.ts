import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { changeStatus, type UsualTime } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { askInquiry, ownInquiries } from './ask-inquiry.ts'
import { notYet, workingDaysAfter } from './inquiry.ts'
import { answerInquiry } from './office-inquiries.ts'

let ground: CasesGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let people = 0
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())
beforeEach(async () => {
  people += 1
  maria = await ground.newAccount(`maria-${people}@example.test`)
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

const ask = (reason: string, { by = maria, press = newId() } = {}) => ground.as(by).perform(askInquiry, { receiptNumber, reason, text: 'My name is written wrong', press })
const refusalOf = (result: Awaited<ReturnType<typeof ask>>) => (result.ok ? 'asked' : result.refusal)
const own = () => ground.as(maria).read(ownInquiries, { receiptNumber })
const officer = staffActor('officer')
const answer = (id: string, text = 'It is corrected.') =>
  asActor(ground.database.pools.office, officer, {}, (tx) =>
    answerInquiry(
      { tx, actor: officer, now: ground.services.clock.now(), services: ground.services, enqueue: async () => {} },
      { id, caseId, outcome: 'corrected', text },
    ),
  )

describe('a question about a case', () => {
  it('waits with the day by which an answer is due, sealed, and once however often it is pressed', async () => {
    const press = newId()
    assert.deepEqual((await Promise.all([ask('typo', { press }), ask('typo', { press })])).map(refusalOf).toSorted()[0], 'asked')
    const { asked = [] } = (await own()) ?? {}
    assert.equal(asked.length, 1)
    assert.equal(asked[0]?.text, 'My name is written wrong')
    const today = ground.services.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
    assert.equal(`${asked[0]?.expectedOn}`, `${workingDaysAfter(today, 15)}`)
  })

  it('is refused for the same reason while one waits, and can be asked again once that is answered', async () => {
    assert.equal(refusalOf(await ask('typo')), 'asked')
    assert.equal(refusalOf(await ask('typo')), 'asked-already')
    assert.equal(refusalOf(await ask('expedite')), 'asked')
    assert.equal(await answer((await own())?.asked.find(({ reason }) => reason === 'typo')?.id ?? ''), null)
    assert.equal(refusalOf(await ask('typo')), 'asked')
  })

  it('is refused where it is too early, of no reason of the agency, or about somebody else’s case', async () => {
    assert.equal(refusalOf(await ask('no-notice')), 'too-early')
    assert.equal(refusalOf(await ask('no-card')), 'too-early')
    assert.equal(refusalOf(await ask('why-not')), 'unknown-reason')
    assert.equal(refusalOf(await ask('typo', { by: await ground.newAccount(`other-${people}@example.test`) })), 'unknown-case')
    ground.services.clock.advance({ hours: 24 * 31 })
    assert.equal(refusalOf(await ask('no-notice')), 'asked')
  })

  it('that only fits an open case is refused once it is over', async () => {
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'closed', reason: 'For the test' })
    assert.equal(refusalOf(await ask('expedite')), 'too-early')
    assert.equal(refusalOf(await ask('typo')), 'asked')
  })

  it('is answered once, of two officers by the first, with what came of it; everybody on the case is told', async () => {
    await ask('typo')
    const id = (await own())?.asked[0]?.id ?? ''
    assert.deepEqual((await Promise.all([answer(id, 'One.'), answer(id, 'Two.')])).toSorted(), ['answered-before', null].toSorted())
    const answered = (await own())?.asked[0]?.answer
    assert.ok(['One.', 'Two.'].includes(answered?.text ?? ''))
    assert.equal(answered?.outcome, 'corrected')
    assert.deepEqual((await ground.mailsTo(`maria-${people}@example.test`)).map(({ kind }) => kind), ['cases.news'])
  })
})

describe('whether it is too early', () => {
  const day = Temporal.PlainDate.from
  const usual = new Map([['i-90', { decided: 50, lowerDays: 60, upperDays: 100 } as UsualTime]])
  const standing = { form: 'i-90', status: { code: 'received', group: 'received', next: [] }, statusOn: day('2026-01-01'), receivedOn: day('2026-01-01') }
  const reason = { id: 'past-usual-time', answerDays: 30, usualTime: true, pending: true } as const

  it('is counted from what most cases of the form took, and not guessed where that is not known', () => {
    assert.deepEqual(notYet(reason, standing, { usual, today: day('2026-03-01') }), { because: 'usual-time', until: day('2026-04-11'), days: 100 })
    assert.equal(notYet(reason, standing, { usual, today: day('2026-04-11') }), null)
    assert.equal(notYet(reason, { ...standing, form: 'n-400' }, { usual, today: day('2026-01-02') }), null)
  })

  it('an answer’s days are working days', () => {
    assert.equal(`${workingDaysAfter(day('2026-11-27'), 1)}`, '2026-11-30')
    assert.equal(`${workingDaysAfter(day('2026-11-27'), 5)}`, '2026-12-04')
  })
})
