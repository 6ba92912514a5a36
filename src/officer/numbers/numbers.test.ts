import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { decidedCases } from '../../../test/cast/decided-cases.ts'
import { officeOver } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { approve } from '../../correspondence/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { countFigures, countUsualTimes } from '../../cases/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { openTally } from '../../platform/figures/index.ts'
import { portalRoutes } from '../../portal/index.ts'
import { withoutSmall } from './small-cells.ts'

let ground: CasesGround
let portal: PortalGround
let office: Awaited<ReturnType<typeof officeOver>>
let admin: PortalBrowser
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, portalRoutes())
  office = await officeOver(ground)
  await office.enrol('admin')
  admin = await office.signedIn('admin')
})
after(async () => {
  await portal.close()
  await office.end()
})

const count = async () => {
  const system = ground.as(systemActor('test'))
  assert.ok((await system.perform(countFigures, {})).ok)
  await system.perform(countUsualTimes, {})
}
/** The decision alone: what has to be there before it is asked for at its own desk. */
const approveForTest = operation({
  name: 'test.approve',
  allow: () => true,
  refusals: ['not-decided'],
  async run(context, { receiptNumber }: { receiptNumber: string }) {
    const decided = await approve(context, { press: newId(), receiptNumber, seen: 'received', words: '', note: 'Eligible' })
    return typeof decided === 'string' ? context.refuse('not-decided') : decided
  },
})

const cases = (many: number, days: number) => Array.from({ length: many }, () => days)

/** The rows of one part of the page, as its file has them. */
async function file(section: string, days = 365): Promise<string[]> {
  const { html, status } = await admin.ask('GET', `/numbers/${section}/numbers.csv?days=${days}&by=month`)
  assert.equal(status, 200)
  return html.trim().split('\r\n')
}
const rowOf = async (section: string, begins: RegExp, days = 365) => (await file(section, days)).find((line) => begins.test(line))

describe('the numbers', () => {
  it('change with the times on the portal and on the case’s page when one case is decided', async () => {
    await decidedCases(ground.database, { form: 'i-90', days: [...cases(15, 20), ...cases(14, 300)] })
    const { receiptNumber } = await ground.openCase({ form: 'i-90', receivedOn: Temporal.PlainDate.from('2026-02-01') })
    const other = await ground.openCase({ form: 'i-90' })
    await count()
    const seen = async () => ({ times: (await portal.get('/processing-times')).body, own: (await portal.get(`/cases/${other.receiptNumber}`, other.account)).body })
    const before = await seen()
    assert.match(before.times, /No times yet/)
    assert.equal(await rowOf('times', /Form I-90/), '"Form I-90, Application to Replace Permanent Resident Card",29,20,20 to 300')
    assert.match((await rowOf('cases', /^All/)) ?? '', /^All,31,29,2$/)
    assert.ok((await ground.as(staffActor('officer')).perform(approveForTest, { receiptNumber })).ok)
    await count()
    const after = await seen()
    assert.match(after.times, /20 days to 10 months/)
    assert.doesNotMatch(before.own, /20 days to 10 months/)
    assert.match(after.own, /20 days to 10 months/)
    assert.match((await rowOf('times', /Form I-90/)) ?? '', /,30,20,20 to 295$|,30,295,20 to 300$|,30,\d+,20 to \d+$/)
    assert.match((await rowOf('cases', /^All/)) ?? '', /^All,31,30,1$/)
  })

  it('tell no count of a form that is small, and none that would give a small one away', async () => {
    assert.deepEqual(withoutSmall([40, 12, 3]), [40, null, null])
    assert.deepEqual(withoutSmall([40, 12, 3, 2]), [40, 12, null, null])
    assert.deepEqual(withoutSmall([40, 0, 10]), [40, 0, 10])
    assert.deepEqual(withoutSmall([4]), [null])
    await decidedCases(ground.database, { form: 'n-400', days: cases(3, 50), isProtected: true })
    await count()
    assert.match((await rowOf('forms', /Form N-400/)) ?? '', /,not shown,not shown,0$/)
    assert.equal(await rowOf('times', /Form N-400/), undefined)
    assert.match((await rowOf('cases', /^All/)) ?? '', /^All,34,33,1$/)
  })

  it('count errors by page, field and code, never what was typed, and only from devices that allow it', async () => {
    const tally = openTally(ground.database.pools.portal, ground.services.clock, 'America/New_York')
    tally.add('error', '/sign-up', 'email accounts.sign-up.email-wrong')
    tally.add('error', '/sign-up', 'email accounts.sign-up.email-wrong')
    await Promise.all([tally.flush(), tally.flush()])
    tally.add('error', '/sign-up', 'email accounts.sign-up.email-wrong')
    await tally.flush()
    assert.deepEqual(await file('errors'), ['Page,Field and error,Shown', '/sign-up,email accounts.sign-up.email-wrong,3'])
  })

  it('keep what could not be written down, and begin nothing new once there is no room', async () => {
    const other = await casesGround()
    const tally = openTally(other.database.pools.portal, ground.services.clock, 'America/New_York')
    tally.add('form-page', 'i-90', 'your-name')
    await other.database.drop()
    await assert.rejects(tally.flush())
    await assert.rejects(tally.flush(), 'it is still there')
  })

  it('show what waits, and are read in a longer language and from right to left, from a few statements', async () => {
    assert.deepEqual((await file('waiting')).map((line) => line.split(',', 1)[0]), ['What', 'Mail', 'Text messages', 'Letters', 'Jobs of the system'])
    for (const language of ['en-XA', 'ar-XB', 'en']) assert.equal((await admin.open(`/numbers?language=${language}`)).status, 200)
    assert.doesNotMatch(admin.seen.html, /style=/)
    assert.match(admin.seen.text, /A protected case counts in every total/)
  })

  it('are nobody’s who is not named, and no part that there is not', async () => {
    assert.equal((await admin.ask('GET', '/numbers/salaries/numbers.csv')).status, 404)
    await office.enrol('officer')
    assert.equal((await (await office.signedIn('officer')).ask('GET', '/numbers')).location, '/')
  })
})
