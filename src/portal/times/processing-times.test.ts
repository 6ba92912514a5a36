import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { decidedCases } from '../../../test/cast/decided-cases.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { countUsualTimes } from '../../cases/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { portalRoutes } from '../index.ts'

let ground: CasesGround
let portal: PortalGround
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, portalRoutes())
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

const count = () => ground.as(systemActor('test')).perform(countUsualTimes, {})
const cases = (many: number, days: number) => Array.from({ length: many }, () => days)

/** The row of a form in the table, as words with a bar between the cells; undefined for one without a time. */
function rowOf(body: string, form: string): string | undefined {
  const row = new RegExp(`<tr><th[^>]*><a href="/file/${form}">.*?</tr>`, 's').exec(body)?.[0]
  return row?.replace(/<\/t[hd]>/g, ' | ').replace(/<[^>]*>/g, '')
}

test('before enough cases were decided there is no time and no bar, and the page says what it waits for', async () => {
  await decidedCases(ground.database, { form: 'i-90', days: cases(29, 100) })
  await count()
  const { status, body } = await portal.get('/processing-times')
  assert.equal(status, 200)
  assert.match(body, /No times yet<\/h2><p>We say how long a form takes once 30 cases of it were decided here/)
  assert.doesNotMatch(body, /<table|range-bar/)
})

test('the time of a form appears and changes as its cases are decided, with how many and when; others say why not', async () => {
  await decidedCases(ground.database, { form: 'i-90', days: cases(11, 200) })
  await count()
  const first = await portal.get('/processing-times')
  assert.match(rowOf(first.body, 'i-90') ?? '', /3 to 7 months \| 40 \| November 1, 2026 and November 1, 2026/)
  assert.match(first.body, /Not enough cases to say<\/h2><p>Of these forms, fewer than 30 cases/)
  assert.match(first.body, /<li><a href="\/file\/n-400">Form N-400/)
  assert.match(first.body, /Counted on <time/)
  await decidedCases(ground.database, { form: 'i-90', days: cases(80, 20), decidedOn: '2026-11-20' })
  await count()
  const then = await portal.get('/processing-times')
  assert.match(rowOf(then.body, 'i-90') ?? '', /20 days to 4 months \| 120 \| November 1, 2026 and November 20, 2026/)
})

test('protected cases are not counted: a form of theirs alone has no time', async () => {
  await decidedCases(ground.database, { form: 'n-400', days: cases(40, 300), isProtected: true })
  await count()
  const { body } = await portal.get('/processing-times')
  assert.equal(rowOf(body, 'n-400'), undefined)
  assert.match(body, /<li><a href="\/file\/n-400">/)
})

test('the bars are drawn on the server on one scale, without a style of their own, and the table says what they show', async () => {
  await decidedCases(ground.database, { form: 'i-130', days: [...cases(20, 304), ...cases(20, 608)] })
  await count()
  const { body } = await portal.get('/processing-times')
  assert.match(rowOf(body, 'i-130') ?? '', /10 to 20 months \| 40/)
  const bars = [...body.matchAll(/<rect class="range-span" x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(([, x, width]) => [x, width])
  assert.deepEqual(bars, [['3.3', '13.2'], ['50', '50']])
  assert.match(body, /<div class="ranges" aria-hidden="true">/)
  assert.doesNotMatch(body, /style=/)
})

test('it is read in a longer language and from right to left, from a few statements', async () => {
  for (const language of ['en-XA', 'ar-XB']) assert.equal((await portal.get(`/processing-times?language=${language}`)).status, 200)
  portal.statements()
  await portal.get('/processing-times')
  assert.ok(portal.statements() <= 5)
})
