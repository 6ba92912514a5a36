import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo } from '../../../test/cast/sign-up-in-browser.ts'
import {
  appCode, atTheCodeOf, codeTextedTo, otherThan, phoneOf, signUpByApp, signUpByText,
} from '../../../test/cast/ways-in-browser.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { emailHash } from '../email-address.ts'
import { sendCodeBy } from '../one-time-password/send-another-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { signIn } from './give-code.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'

const texting = 'texting@example.test'
const byApp = 'app@example.test'
const phone = phoneOf(21)

let ground: AccountsGround
let key: string
before(async () => {
  ground = await accountsGround()
  await signUpByText(ground, texting, phone)
  key = (await signUpByApp(ground, byApp)).key
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})
/** Everyone comes back two days later for each rule, at the beginning of a step of the apps' clock. */
beforeEach(() => {
  const { clock } = ground.services
  clock.set(clock.now().toZonedDateTimeISO('UTC').add({ days: 2 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toInstant())
})

const textsTo = async (to: string) => (await ground.texts(to)).length
const mailsTo = async (to: string) => (await ground.mails(to)).length
const later = (seconds: number) => ground.services.clock.advance({ seconds })

async function provedBy(browser: PortalBrowser) {
  assert.equal(browser.seen.url, '/account')
  const owner = ground.database.pools.owner
  const newest = await owner?.selectFrom('accounts.session').selectAll().where('stage', '=', 'full').orderBy('begun_at', 'desc').execute()
  return newest?.[0]?.proved_by
}

describe('a sign-in by authentication app', () => {
  it('sends nothing, asks for what the app shows, and the session keeps how it was proven', async () => {
    const before = await mailsTo(byApp)
    const browser = await atTheCodeOf(ground, byApp)
    assert.match(browser.seen.text, /Open your authentication app/)
    assert.doesNotMatch(browser.seen.text, /request a new one-time password/)
    assert.equal(await mailsTo(byApp), before)
    await browser.press('Submit', { code: appCode(ground, key) })
    assert.equal(await provedBy(browser), 'app')
  })

  it('takes a code typed with spaces, full-width or Arabic-Indic digits, and no letters', async () => {
    const writings = [
      (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
      (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    ]
    for (const write of writings) {
      const browser = await atTheCodeOf(ground, byApp)
      assert.equal((await browser.press('Submit', { code: write(appCode(ground, key)) })).url, '/account')
      later(30)
    }
    const browser = await atTheCodeOf(ground, byApp)
    for (const typed of ['12345O', 'abcdef', '12345', '1234567', '<b>1</b>'])
      assert.match((await browser.press('Submit', { code: typed })).text, /not the code your app shows now/, typed)
    assert.match((await browser.press('Submit', { code: appCode(ground, key) })).text, /There were 5 wrong codes/)
  })

  it('takes the step before and the one after now, and none beyond', async () => {
    for (const [drift, isTaken] of [[-60, false], [-30, true], [30, true], [60, false]] as const) {
      const browser = await atTheCodeOf(ground, byApp)
      const seen = await browser.press('Submit', { code: appCode(ground, key, drift) })
      assert.equal(seen.url, isTaken ? '/account' : '/sign-in/verification-code', String(drift))
      later(180)
    }
  })

  it('takes a step once: a replay within it is refused on any sign-in, and says to wait for the next', async () => {
    const first = await atTheCodeOf(ground, byApp)
    const second = await atTheCodeOf(ground, byApp)
    const code = appCode(ground, key)
    assert.equal((await first.press('Submit', { code })).url, '/account')
    const refused = await second.press('Submit', { code })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /This code was used before\. Wait until your app shows the next one/)
    later(30)
    assert.match((await second.press('Submit', { code })).text, /This code was used before/)
    assert.equal((await second.press('Submit', { code: appCode(ground, key) })).url, '/account')
  })

  it('takes no older step after a newer one', async () => {
    const first = await atTheCodeOf(ground, byApp)
    await first.press('Submit', { code: appCode(ground, key, 30) })
    const second = await atTheCodeOf(ground, byApp)
    assert.match((await second.press('Submit', { code: appCode(ground, key) })).text, /This code was used before/)
  })

  it('of ten sign-ins with one code at the same time lets one in', async () => {
    const browsers = await Promise.all(Array.from({ length: 10 }, (_, each) => atTheCodeOf(ground, byApp, `192.0.2.${each + 1}`)))
    const code = appCode(ground, key)
    const seen = await Promise.all(browsers.map((browser) => browser.press('Submit', { code })))
    assert.equal(seen.filter(({ url }) => url === '/account').length, 1)
  })

  it('looks at five of forty parallel guesses, and the right code comes too late', async () => {
    const browser = await atTheCodeOf(ground, byApp)
    const code = appCode(ground, key)
    // None of the forty may be one that drift would take.
    const taken = new Set([-30, 0, 30].map((drift) => appCode(ground, key, drift)))
    const { hidden } = browser.formOf('Submit')
    const codes = Array.from({ length: 60 }, (_, by) => otherThan(code, by + 1)).filter((each) => !taken.has(each)).slice(0, 40)
    const answers = await Promise.all(codes.map((each) => browser.ask('POST', '/sign-in/verification-code', { ...hidden, code: each })))
    assert.equal(answers.filter(({ text }) => /not the code your app shows now/.test(text)).length, 5)
    assert.equal(answers.filter(({ text }) => /There were 5 wrong codes/.test(text)).length, 35)
    assert.match((await browser.press('Submit', { code })).text, /There were 5 wrong codes/)
  })

  it('counts its wrong codes among the thirty a day after which codes wait an hour', async () => {
    for (let wrong = 0; wrong < 6; wrong += 1) {
      const browser = await atTheCodeOf(ground, byApp)
      for (let each = 0; each < 5; each += 1) await browser.press('Submit', { code: 'abcdef' })
      later(1)
    }
    const browser = await atTheCodeOf(ground, byApp)
    assert.match((await browser.press('Submit', { code: appCode(ground, key) })).text, /Codes work again in an hour/)
    later(3600)
    assert.equal((await browser.press('Submit', { code: appCode(ground, key) })).url, '/sign-in')
  })

  it('looks at the thirtieth wrong code of a day and at no other, of ten sign-ins that try one at the same moment', async () => {
    const actors: Actor[] = []
    for (let each = 0; each < 10; each += 1) {
      await atTheCodeOf(ground, byApp)
      later(1)
    }
    const { owner } = ground.database.pools
    const account = emailHash(ground.services.keys, byApp)
    await owner?.updateTable('accounts.account').set({ wrong_codes: 29, wrong_codes_since: ground.services.clock.now() }).where('email_hash', '=', account).execute()
    const waiting = await owner
      ?.selectFrom('accounts.session')
      .innerJoin('accounts.account', 'accounts.account.id', 'accounts.session.account')
      .select('accounts.session.id')
      .where('email_hash', '=', account)
      .where('stage', '=', 'password-given')
      .where('ended_at', 'is', null)
      .orderBy('accounts.session.begun_at', 'desc')
      .limit(10)
      .execute()
    for (const { id } of waiting ?? []) actors.push({ ...visitor, sessionId: id })
    assert.equal(actors.length, 10)
    // The app's row is held until every one of them waits for a lock: then all are as far as they can get.
    const looks = await owner?.transaction().execute(async (tx) => {
      await tx.selectFrom('accounts.authenticator_app').select('id').forUpdate().execute()
      const trying = actors.map((actor) => ground.as(actor).perform(tryCode, { typed: 'abcdef' }))
      // Of those who wait for one row, the first waits for a transaction and the others for the row.
      const waitingNow = sql<{ count: number }>`select count(*)::int from pg_locks where not granted and locktype = 'tuple'
        and database = (select oid from pg_database where datname = current_database())`
      while (((await waitingNow.execute(tx)).rows[0]?.count ?? 0) < 8) await nextTurn()
      return { trying }
    })
    assert.ok(looks)
    const ends = await Promise.all(looks.trying)
    assert.equal(ends.filter(({ ok }) => ok).length, 1)
    assert.equal(ends.filter((look) => !look.ok && look.refusal === 'codes-wait').length, 9)
  })

  it('takes no code of another account’s app, and no mailed code while the app is asked', async () => {
    const other = await signUpByApp(ground, 'other-app@example.test')
    const browser = await atTheCodeOf(ground, byApp)
    assert.match((await browser.press('Submit', { code: appCode(ground, other.key) })).text, /not the code your app shows now/)
    later(1)
    await browser.press('Send a code by email')
    const mailed = await codeMailedTo(ground, byApp)
    await browser.press('Use your authentication app')
    assert.match((await browser.press('Submit', { code: mailed })).text, /not the code your app shows now/)
    assert.equal((await browser.press('Submit', { code: appCode(ground, key) })).url, '/account')
  })

  it('signs nobody in by a code that was looked at before another way was asked', async () => {
    const browser = await atTheCodeOf(ground, byApp)
    later(1)
    await browser.press('Send a code by email')
    const owner = ground.database.pools.owner
    const session = await owner?.selectFrom('accounts.session').select('id').where('stage', '=', 'password-given').orderBy('begun_at', 'desc').executeTakeFirst()
    const by = ground.as({ ...visitor, sessionId: session?.id ?? '' })
    const looked = await by.perform(tryCode, { typed: await codeMailedTo(ground, byApp) })
    assert.ok(looked.ok && looked.output.fits)
    await by.perform(sendCodeBy, { way: 'app' })
    assert.deepEqual(await by.perform(signIn, { look: looked.output, next: undefined }), { ok: false, refusal: 'no-code' })
  })

  it('gives no code that was mailed before another way was chosen back its life', async () => {
    const browser = await atTheCodeOf(ground, byApp)
    later(1)
    await browser.press('Send a code by email')
    const first = await codeMailedTo(ground, byApp)
    await browser.press('Use your authentication app')
    later(1)
    await browser.press('Send a code by email')
    const second = await codeMailedTo(ground, byApp)
    assert.notEqual(first, second)
    assert.match((await browser.press('Submit', { code: first })).text, /That is not the newest code/)
    assert.equal((await browser.press('Submit', { code: second })).url, '/account')
  })
})

describe('step-up', () => {
  it('takes whatever factor the account has', async () => {
    const texted = await atTheCodeOf(ground, texting)
    await texted.press('Submit', { code: await codeTextedTo(ground, phone) })
    later(1)
    await texted.open('/sign-in/again?next=%2Faccount%2Fsecurity')
    assert.match(texted.seen.text, /by text message to •••• 21/)
    assert.equal((await texted.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/account/security')

    const withApp = await atTheCodeOf(ground, byApp)
    await withApp.press('Submit', { code: appCode(ground, key) })
    await withApp.open('/sign-in/again?next=%2Faccount%2Fsecurity')
    assert.match(withApp.seen.text, /Open your authentication app/)
    assert.match((await withApp.press('Submit', { code: appCode(ground, key) })).text, /This code was used before/)
    later(30)
    assert.equal((await withApp.press('Submit', { code: appCode(ground, key) })).url, '/account/security')
  })

  it('asks once and not again at a reload, and takes another way', async () => {
    const browser = await atTheCodeOf(ground, texting)
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    later(1)
    const before = await textsTo(phone)
    await browser.open('/sign-in/again')
    await browser.open('/sign-in/again')
    assert.equal(await textsTo(phone), before + 1)
    later(1)
    await browser.press('Send a code by email')
    assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, texting) })).url, '/account')
  })
})
