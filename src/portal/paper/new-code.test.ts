import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { paperRow } from '../../../test/cast/intake-rows.ts'
import { lettersAbout, takeIn } from '../../../test/cast/paper-case.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { mailKinds, newCodeJob } from '../../cases/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import { performerFor } from '../../platform/operation.ts'
import { portalRoutes } from '../index.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround(portalRoutes(), mailKinds)
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
const born = { 'born-month': '6', 'born-day': '14', 'born-year': '1985' }
let last = 0

async function paperCase(about: Parameters<typeof paperRow>[0] = {}) {
  last += 1
  const receiptNumber = `IOE95000${String(last).padStart(5, '0')}`
  const person = { familyName: `Núñez-${'x'.repeat(last)}`, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') }
  await takeIn(ground, paperRow({ receiptNumber, person, ...about }))
  const [letter] = await lettersAbout(ground, receiptNumber)
  return { receiptNumber, familyName: person.familyName, code: letter?.accessCode ?? '' }
}

/** Works what the page queued, as the worker does. */
async function work() {
  const pool = ground.database.pools.worker
  const actor = systemActor(newCodeJob.task)
  const context = { ...performerFor({ ...ground.parts, pool }, actor, { id: null, network: null }), services: ground.services, pool, log: openLog('silent') }
  const rows = await ground.database.pools.owner?.selectFrom('graphile_worker._private_jobs' as never).selectAll().execute()
  const jobs = ((rows ?? []) as unknown as { id: string; payload: Record<string, unknown> }[]).filter(({ payload }) => 'said' in payload)
  for (const { payload } of jobs) await newCodeJob.run(context, payload)
}

async function ask(typed: { receiptNumber: string; familyName: string; addressee?: string }, day = born) {
  const browser = ground.browser()
  await browser.open('/claim/new-code')
  await browser.press('Ask for a new code', { addressee: 'applicant', ...typed, ...day })
  assert.equal(browser.seen.url, '/claim/new-code?sent=yes')
  await work()
  return browser.seen.text
}

const codesOf = async (receiptNumber: string) =>
  (await owner().selectFrom('cases.access_notice').innerJoin('cases.case', 'cases.case.id', 'cases.access_notice.case').select(['ended_as', 'cause']).where('receipt_number', '=', receiptNumber).orderBy('issued_at').execute()).map(({ ended_as, cause }) => `${cause} ${ended_as ?? 'stands'}`)

test('a new code is mailed to the address on the case, its letter holds the new one, and the old one is dead', async () => {
  const paper = await paperCase()
  await ask({ receiptNumber: paper.receiptNumber, familyName: 'nunez x' })
  assert.deepEqual(await codesOf(paper.receiptNumber), ['intake replaced', 'portal stands'])
  const waiting = await owner().selectFrom('cases.letter').innerJoin('cases.case', 'cases.case.id', 'cases.letter.case').select(['kind', 'withdrawn_at', 'sealed']).where('receipt_number', '=', paper.receiptNumber).orderBy('kind').execute()
  assert.deepEqual(waiting.map(({ kind, withdrawn_at, sealed }) => [kind, withdrawn_at !== null, sealed !== null]), [['access-notice', true, false], ['code-again', false, true]])
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'renewed@example.test')
  await browser.open('/cases/add')
  await browser.press('Add case', { receiptNumber: paper.receiptNumber, accessCode: paper.code, ...born })
  assert.match(browser.seen.html, /do not fit together/)
})

test('whatever does not fit is answered alike and changes nothing: another name, another day, no case, a protected one, one without codes, one that was claimed', async () => {
  const [name, day, hidden, claimed] = [await paperCase(), await paperCase(), await paperCase(), await paperCase()]
  const without = await paperCase({ receiptNumber: 'EAC2190000099' })
  await owner().updateTable('cases.case').set({ protected: true }).where('receipt_number', '=', hidden.receiptNumber).execute()
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'claims-first@example.test')
  await browser.open('/cases/add')
  await browser.press('Add case', { receiptNumber: claimed.receiptNumber, accessCode: claimed.code, ...born })
  const said = new Set([
    await ask({ ...name, familyName: 'Lopez' }),
    await ask(day, { ...born, 'born-day': '15' }),
    await ask({ receiptNumber: 'IOE9999999999', familyName: 'Lopez' }),
    await ask(hidden),
    await ask({ ...without, receiptNumber: 'EAC2190000099' }),
    await ask(claimed),
    await ask({ ...name, addressee: 'representative' }),
  ])
  assert.equal(said.size, 1)
  for (const { receiptNumber } of [name, day, hidden]) assert.deepEqual(await codesOf(receiptNumber), ['intake stands'])
  assert.deepEqual(await codesOf(claimed.receiptNumber), ['intake used'])
})

test('pressed twice, and asked for again within a week, one new code is made; after the week another', async () => {
  const paper = await paperCase()
  await ask(paper)
  await ask(paper)
  ground.services.clock.advance({ hours: 24 * 6 })
  await ask(paper)
  assert.deepEqual(await codesOf(paper.receiptNumber), ['intake replaced', 'portal stands'])
  ground.services.clock.advance({ hours: 25 })
  await ask(paper)
  assert.deepEqual(await codesOf(paper.receiptNumber), ['intake replaced', 'portal replaced', 'portal stands'])
})
