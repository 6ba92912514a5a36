import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { paperRow } from '../../../test/cast/intake-rows.ts'
import { lettersAbout, takeIn } from '../../../test/cast/paper-case.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { recordedStatements } from '../../../test/cast/recorded-statements.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { askNewCode, caseFor, claimCase, followCase, mailKinds, publicStatus, tryClaim, unfollowCase } from '../../cases/index.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { type Performer, performerFor } from '../../platform/operation.ts'
import { statusRoutes } from '../../status/index.ts'
import { claimWhatIsCarried, portalRoutes } from '../index.ts'

const unknown = 'IOE9999999999'
const born = Temporal.PlainDate.from('1985-06-14')
const otherDay = Temporal.PlainDate.from('1990-01-02')
const wrongCode = '0000-0000-0000-0'

let ground: AccountsGround
let hidden: string
let somebody: Actor
const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
before(async () => {
  ground = await accountsGround([...portalRoutes(), ...statusRoutes()], mailKinds)
  Object.assign(ground.services, { carriedAlong: claimWhatIsCarried })
  hidden = await paperCase(1)
  await protect(hidden)
  await signUpUntil(ground, ground.browser(), 'somebody@example.test')
  const { id } = await owner().selectFrom('accounts.account').select('id').where('completed_at', 'is not', null).executeTakeFirstOrThrow()
  somebody = { kind: 'account', id, roles: ['applicant'], sessionId: newId() }
})
after(() => ground.end())

async function paperCase(number: number): Promise<string> {
  const receiptNumber = `IOE71000${String(number).padStart(5, '0')}`
  await takeIn(ground, paperRow({ receiptNumber, person: { familyName: `Hidden${'x'.repeat(number)}`, givenName: 'Maria', dateOfBirth: born } }))
  return receiptNumber
}
async function protect(receiptNumber: string) {
  const { account } = await owner().selectFrom('cases.party').innerJoin('cases.case', 'cases.case.id', 'cases.party.case').select('account').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  await owner().updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', account).execute()
}

/** What is answered, and by which statements. */
async function workOf(actor: Actor, work: (by: Performer) => Promise<unknown>) {
  const { pool, statements } = recordedStatements(ground.database.pools.portal)
  const answer = await work(performerFor({ ...ground.parts, pool }, actor, testRequest))
  return { answer, statements }
}

const said = { accessCode: wrongCode, dateOfBirth: otherDay }
const doors: readonly [string, 'visitor' | 'somebody', (by: Performer, receiptNumber: string) => Promise<unknown>][] = [
  ['Check case status', 'visitor', (by, receiptNumber) => by.read(publicStatus, { receiptNumber })],
  ['a claim before signing in, with a wrong code', 'visitor', (by, receiptNumber) => by.perform(tryClaim, { receiptNumber, ...said })],
  ['a claim before signing in, with the right date of birth', 'visitor', (by, receiptNumber) => by.perform(tryClaim, { receiptNumber, accessCode: wrongCode, dateOfBirth: born })],
  ['a new code, asked for by a stranger', 'visitor', (by, receiptNumber) => by.perform(askNewCode, { receiptNumber, familyName: 'Stranger', dateOfBirth: otherDay, addressee: 'applicant' })],
  ['a claim, signed in', 'somebody', (by, receiptNumber) => by.perform(claimCase, { receiptNumber, ...said })],
  ['following by the number alone', 'somebody', (by, receiptNumber) => by.perform(followCase, { receiptNumber })],
  ['following no longer', 'somebody', (by, receiptNumber) => by.perform(unfollowCase, { receiptNumber })],
  ['the case’s own page', 'somebody', (by, receiptNumber) => by.read(caseFor, { receiptNumber })],
]

describe('a protected case and a number that no case has', () => {
  for (const [door, who, open] of doors)
    it(`are answered alike by the same statements: ${door}`, async () => {
      const actor = () => (who === 'visitor' ? visitor : somebody)
      const [ofHidden, ofUnknown] = [await workOf(actor(), (by) => open(by, hidden)), await workOf(actor(), (by) => open(by, unknown))]
      const text = (of: typeof ofHidden) => JSON.stringify(of).replaceAll(hidden, '#').replaceAll(unknown, '#')
      assert.equal(text(ofHidden), text(ofUnknown))
      assert.ok(ofHidden.statements.length > 0 || door === 'Check case status')
    })

  it('are the same page to the byte at every public address that takes a receipt number', async () => {
    const typed = (receiptNumber: string) => ({ receiptNumber, accessCode: wrongCode, 'born-month': '1', 'born-day': '2', 'born-year': '1990' })
    const asked = (receiptNumber: string) => ({ receiptNumber, familyName: 'Stranger', 'born-month': '1', 'born-day': '2', 'born-year': '1990', addressee: 'applicant' })
    const signedIn = ground.browser()
    await signUpUntil(ground, signedIn, 'typist@example.test')
    const pages: readonly ((receiptNumber: string) => Promise<PortalBrowser>)[] = [
      (number) => opened(ground.browser(), `/case-status?receiptNumber=${number}`),
      (number) => opened(ground.browser(), `/case-status.json?receiptNumber=${number}`),
      (number) => pressed(ground.browser(), '/claim', 'Go on', typed(number)),
      (number) => pressed(ground.browser(), '/claim/new-code', 'Ask for a new code', asked(number)),
      (number) => opened(signedIn, `/cases/${number}`),
      (number) => pressed(signedIn, '/cases/add', 'Add case', { receiptNumber: number }),
      (number) => pressed(signedIn, '/cases/add', 'Add case', typed(number)),
    ]
    for (const page of pages) {
      const shown = async (number: string) => {
        const { status, text, url } = (await page(number)).seen
        return JSON.stringify([status, text, url]).replaceAll(number, '#')
      }
      assert.equal(await shown(hidden), await shown(unknown))
    }
  })
})

const opened = async (browser: PortalBrowser, path: string) => {
  await browser.open(path)
  return browser
}
const pressed = async (browser: PortalBrowser, path: string, button: string, values: Record<string, string>) => {
  await browser.open(path)
  await browser.press(button, values)
  return browser
}

describe('who follows a case that becomes protected', () => {
  it('loses it without a word, and begins again as little as at a number that no case has', async () => {
    const receiptNumber = await paperCase(2)
    const follower = ground.browser()
    await signUpUntil(ground, follower, 'follower@example.test')
    await pressed(follower, '/cases/add', 'Add case', { receiptNumber })
    assert.match(follower.seen.html, /Cases you follow/)
    const before = (await ground.mails('follower@example.test')).length
    await protect(receiptNumber)
    assert.doesNotMatch((await opened(follower, '/account')).seen.html, new RegExp(`Cases you follow|${receiptNumber}`))
    assert.equal((await ground.mails('follower@example.test')).length, before)
    assert.equal((await owner().selectFrom('cases.follower').selectAll().execute()).length, 0)
    await pressed(follower, '/cases/add', 'Add case', { receiptNumber })
    assert.match(follower.seen.html, /nothing to show for this receipt number/)
  })

  it('a code that was printed before opens it no more', async () => {
    const receiptNumber = await paperCase(3)
    const [letter] = await lettersAbout(ground, receiptNumber)
    await protect(receiptNumber)
    const claimed = await workOf(visitor, (by) => by.perform(tryClaim, { receiptNumber, accessCode: letter?.accessCode ?? '', dateOfBirth: born }))
    assert.deepEqual(claimed.answer, { ok: false, refusal: 'access-code-not-matched' })
  })
})
