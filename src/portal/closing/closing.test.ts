import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ClosingGround, closingGround } from '../../../test/cast/closing-ground.ts'
import { goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { sealContactAddress, contactHash } from '../../accounts/contact-points/contact-point.ts'
import { setLegalHold } from '../../accounts/index.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { carryOutClosing } from './carry-out-closings.ts'
import { closeAccount } from './close-account.ts'
import { undoClosing } from '../../accounts/closing/undo-closing.ts'
import { askArchive } from '../my-data/ask-archive.ts'

let ground: ClosingGround
before(async () => {
  ground = await closingGround()
})
after(() => ground.end())

const tokenIn = (path: string) => path.split('/').at(-1) ?? ''
const lastFour = (number: string) => number.slice(-4)

async function closed(email: string) {
  const person = await ground.person(email)
  await person.browser.open(paths.closeAccount())
  const seen = await person.browser.press('Close my account', { confirmation: 'CLOSE' })
  assert.equal(seen.url, '/account-closed')
  return person
}

describe('closing an account', () => {
  it('asks for the word or the last four digits, in any letters, and takes nothing else', async () => {
    const { browser, onlineAccountNumber, id } = await ground.person('anna@example.test')
    await browser.open(paths.closeAccount())
    for (const typed of ['', 'CLOS', 'close it', '0000000', onlineAccountNumber]) {
      const seen = await browser.press('Close my account', { confirmation: typed })
      assert.equal(seen.status, 422, typed)
      assert.match(seen.text, /Type CLOSE, or the last four digits|That is not CLOSE/)
    }
    assert.equal((await ground.accountOf('anna@example.test'))?.closed_at, null)
    const fullWidth = [...lastFour(onlineAccountNumber)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join(' ')
    assert.equal((await browser.press('Close my account', { confirmation: fullWidth })).url, '/account-closed')
    assert.equal((await ground.accountOf('anna@example.test'))?.id, id)
  })

  it('signs the person out everywhere and tells every address, with one link that is no sign-in', async () => {
    const person = await ground.person('bea@example.test')
    const { keys, clock } = ground.services
    const point = newId()
    await ground.owner
      .insertInto('accounts.contact_point')
      .values({
        id: point,
        account: person.id,
        kind: 'email',
        purpose: 'recovery',
        address_hash: contactHash(keys, 'bea-second@example.test'),
        address_sealed: sealContactAddress(keys, person.id, point, 'bea-second@example.test'),
        added_at: clock.now(),
        proven_at: clock.now(),
      })
      .execute()
    const elsewhere = ground.browser()
    await signInBy(ground, elsewhere, 'bea@example.test')
    await person.browser.open(paths.closeAccount())
    await person.browser.press('Close my account', { confirmation: 'close' })
    for (const browser of [person.browser, elsewhere]) assert.match((await browser.open(paths.accountData())).url, /^\/sign-in/)
    const paths_ = await Promise.all(['bea@example.test', 'bea-second@example.test'].map((to) => ground.undoPath(to)))
    assert.equal(paths_[0], paths_[1])
    assert.match(String(paths_[0]), /^\/account-closed\/undo\/[\w-]{22}$/)
  })

  it('behind a factor of the last five minutes only, on the page and in the operation', async () => {
    const { browser, id } = await ground.person('cleo@example.test')
    ground.later({ minutes: 6 })
    assert.match((await browser.open(paths.closeAccount())).url, /^\/sign-in\/again\?next=/)
    const refused = await ground.as(await ground.actorOf(id)).perform(closeAccount, {})
    assert.deepEqual(refused, { ok: false, refusal: 'no-recent-proof' })
  })

  it('pressed ten times at once happens once and tells once', async () => {
    const { id } = await ground.person('dora@example.test')
    const actor = await ground.actorOf(id)
    const pressed = await Promise.all(Array.from({ length: 10 }, () => ground.as(actor).perform(closeAccount, {})))
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    assert.deepEqual([...new Set(pressed.flatMap((each) => (each.ok ? [] : each.refusal)))], ['closed-already'])
    assert.equal((await ground.mails('dora@example.test')).filter(({ kind }) => kind === 'accounts.closed').length, 1)
  })

  it('at the moment an archive is asked for: one of the two is refused, whichever comes second', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await ground.person(`round-${round}@example.test`)
      const actor = await ground.actorOf(id)
      const [asked, done] = await Promise.all([
        ground.as(actor).perform(askArchive, {}),
        ground.as(actor).perform(closeAccount, {}),
      ])
      assert.equal(Number(asked.ok) + Number(done.ok), 1)
      assert.equal(asked.ok ? 'something-waits' : 'account-closed', asked.ok ? !done.ok && done.refusal : !asked.ok && asked.refusal)
    }
    await ground.makeArchives()
  })

  it('leaves no way in for a sign-in that was under way', async () => {
    const { id, browser } = await ground.person('elsa@example.test')
    const halfWay = ground.browser()
    ground.later({ seconds: 1 })
    await halfWay.open('/sign-in')
    await halfWay.press('Sign In', { email: 'elsa@example.test', password: goodPassword })
    await browser.open(paths.closeAccount())
    await browser.press('Close my account', { confirmation: 'CLOSE' })
    assert.match((await halfWay.open('/sign-in/verification-code')).url, /^\/sign-in$/)
    const opening = ground.owner.insertInto('accounts.session').values({
      id: newId(), account: id, secret_hash: newId() + newId(), stage: 'full', begun_at: ground.services.clock.now(),
      last_seen_at: ground.services.clock.now(), ends_at: ground.services.clock.now(),
    } as never)
    await assert.rejects(opening.execute(), /no session is opened for a closed account/)
  })
})

describe('a closed account', () => {
  it('is told of to its mailbox alone: by sign-up, sign-in, forgotten user name and forgotten password', async () => {
    await closed('fay@example.test')
    ground.later({ minutes: 1 })
    const browser = ground.browser()
    await browser.open('/sign-in')
    const signedIn = await browser.press('Sign In', { email: 'fay@example.test', password: goodPassword })
    await browser.open('/sign-in')
    const unknown = await browser.press('Sign In', { email: 'nobody@example.test', password: goodPassword })
    assert.equal(signedIn.text.replaceAll('fay@', 'nobody@'), unknown.text)
    for (const [path, button] of [['/sign-up', 'Sign Up'], ['/forgot-username', 'Submit'], ['/forgot-password', 'Send link']] as const) {
      ground.later({ seconds: 1 })
      await browser.open(path)
      await browser.press(button, { email: 'fay@example.test' })
    }
    const told = (await ground.mails('fay@example.test')).slice(-4)
    assert.deepEqual(told.map(({ kind }) => kind), [
      'accounts.account-closed',
      'accounts.account-closed',
      'accounts.username-reminder',
      'accounts.password-reset',
    ])
    for (const mail of told) {
      assert.match(mail.paragraphs.join(' '), /was closed on November 23, 2026/)
      assert.doesNotMatch(JSON.stringify(mail), /forgot-password\/|sign-up\/confirm|undo\//)
    }
  })

  it('is told of by the right password a few times a day, however often somebody tries', async () => {
    await closed('gail@example.test')
    for (let time = 0; time < 6; time += 1) {
      ground.later({ minutes: 2 })
      const browser = ground.browser()
      await browser.open('/sign-in')
      await browser.press('Sign In', { email: 'gail@example.test', password: goodPassword })
    }
    assert.equal((await ground.mails('gail@example.test')).filter(({ kind }) => kind === 'accounts.account-closed').length, 3)
  })

  it('comes back by the mailed link: opening it changes nothing, the button does, once', async () => {
    const { browser } = await closed('hana@example.test')
    const path = await ground.undoPath('hana@example.test')
    for (let opened = 0; opened < 3; opened += 1) assert.match((await browser.open(path)).text, /Bring your account back/)
    assert.notEqual((await ground.accountOf('hana@example.test'))?.closed_at, null)
    const seen = await browser.press('Keep my account')
    assert.match(seen.text, /Your account is open again/)
    assert.deepEqual(await ground.as().perform(undoClosing, { token: tokenIn(path) }), { ok: false, refusal: 'link-not-usable' })
    await signInBy(ground, browser, 'hana@example.test')
    assert.equal(browser.seen.url, '/account')
    assert.ok((await ground.mails('hana@example.test')).some(({ kind }) => kind === 'accounts.closing-undone'))
  })

  it('closed again after that has another link, and the first one opens nothing', async () => {
    const { browser } = await closed('ida@example.test')
    const first = await ground.undoPath('ida@example.test')
    await browser.open(first)
    await browser.press('Keep my account')
    await signInBy(ground, browser, 'ida@example.test')
    await browser.open(paths.closeAccount())
    await browser.press('Close my account', { confirmation: 'CLOSE' })
    assert.notEqual(await ground.undoPath('ida@example.test'), first)
    assert.deepEqual(await ground.as().perform(undoClosing, { token: tokenIn(first) }), { ok: false, refusal: 'link-not-usable' })
  })

  it('can be taken back for 72 hours to the second; a token of no shape is nothing', async () => {
    await closed('jane@example.test')
    const token = tokenIn(await ground.undoPath('jane@example.test'))
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, newId()])
      assert.deepEqual(await ground.as().perform(undoClosing, { token: wrong }), { ok: false, refusal: 'link-not-usable' })
    ground.later({ hours: 71, minutes: 59, seconds: 59 })
    await ground.carryOut()
    assert.equal((await ground.accountOf('jane@example.test'))?.emptied_at, null)
    ground.later({ seconds: 1 })
    assert.deepEqual(await ground.as().perform(undoClosing, { token }), { ok: false, refusal: 'link-not-usable' })
    assert.match((await ground.browser().open(`/account-closed/undo/${token}`)).text, /This link cannot be used/)
    await ground.carryOut()
    assert.equal(await ground.accountOf('jane@example.test'), undefined)
  })

  it('undone and carried out at the same moment is one of the two, wholly', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = `both-${round}@example.test`
      const { id } = await closed(email)
      const token = tokenIn(await ground.undoPath(email))
      const { id: closing } = await ground.owner.selectFrom('accounts.closing').select('id').where('account', '=', id).executeTakeFirstOrThrow()
      // At the edge one clock is before it and one after: both believe that it is their turn.
      const ahead = { ...ground.services, clock: { now: () => ground.services.clock.now().add({ hours: 72 }) } }
      const [undone, done] = await Promise.all([
        ground.as().perform(undoClosing, { token }),
        ground.systemWith(ahead as never).perform(carryOutClosing, { id: closing, account: id }),
      ])
      assert.equal(Number(undone.ok) + Number(done.ok), 1, `round ${round}`)
      const row = await ground.owner.selectFrom('accounts.account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      assert.equal(undone.ok, row.closed_at === null)
      assert.equal(done.ok, row.emptied_at !== null)
      const password = await ground.owner.selectFrom('accounts.password').select('account').where('account', '=', id).execute()
      assert.equal(password.length, undone.ok ? 1 : 0)
    }
  })

  it('once emptied lets its person sign up anew with the same address: another account, another number', async () => {
    const { onlineAccountNumber } = await closed('kim@example.test')
    ground.later({ hours: 72 })
    await ground.carryOut()
    const browser = ground.browser()
    await signUpUntil(ground, browser, 'kim@example.test')
    const anew = await ground.accountOf('kim@example.test')
    assert.ok(anew?.online_account_number)
    assert.notEqual(anew?.online_account_number, onlineAccountNumber)
    const old = await ground.owner.selectFrom('accounts.account').selectAll().where('online_account_number', '=', onlineAccountNumber).execute()
    assert.equal(old.length, 1)
  })
})

describe('a legal hold', () => {
  it('keeps everything of a closed account but its address, and lets it go once it is lifted', async () => {
    const { id, onlineAccountNumber } = await closed('lea@example.test')
    const hold = (isHeld: boolean) => ground.system.perform(setLegalHold, { number: onlineAccountNumber, isHeld })
    assert.ok((await hold(true)).ok)
    ground.later({ hours: 100 })
    await ground.carryOut()
    const row = () => ground.owner.selectFrom('accounts.account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    assert.deepEqual([(await row()).email_hash, (await row()).email_sealed === null, (await row()).emptied_at], [null, false, null])
    const questions = () => ground.owner.selectFrom('accounts.reset_answer').select('question').where('account', '=', id).execute()
    assert.equal((await questions()).length, 5)
    await signUpUntil(ground, ground.browser(), 'lea@example.test')
    assert.notEqual((await ground.accountOf('lea@example.test'))?.id, id)
    assert.ok((await hold(false)).ok)
    await ground.carryOut()
    assert.deepEqual([(await row()).email_sealed, await questions()], [null, []])
    assert.deepEqual(await hold(true), { ok: false, refusal: 'already-emptied' })
  })

  it('is for whoever runs the deployment, of a number that there is', async () => {
    const { id, onlineAccountNumber } = await ground.person('mia@example.test')
    const actor = await ground.actorOf(id)
    const refused = await ground.as(actor).perform(setLegalHold, { number: onlineAccountNumber, isHeld: true })
    assert.deepEqual(refused, { ok: false, refusal: 'not-allowed' })
    const unknown = await ground.system.perform(setLegalHold, { number: '100000000000', isHeld: true })
    assert.deepEqual(unknown, { ok: false, refusal: 'unknown-account' })
  })

  it('stands in nobody’s own record: the law can forbid to tell', async () => {
    const { id, onlineAccountNumber } = await ground.person('nora@example.test')
    await ground.system.perform(setLegalHold, { number: onlineAccountNumber, isHeld: true })
    const told = await ground.owner.selectFrom('audit.entry').select('operation').where('account', '=', id).execute()
    assert.ok(!told.some(({ operation }) => operation === 'accounts.set-legal-hold'))
  })
})
