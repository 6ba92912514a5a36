import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ContactGround, contactGround } from '../../../test/cast/contact-ground.ts'
import { askForLink } from '../../../test/cast/reset-in-browser.ts'
import { linkPathIn, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { paths } from '../../platform/paths.ts'
import { proveChange } from './prove-change.ts'
import { undoChange } from './undo-change.ts'

let ground: ContactGround
before(async () => {
  ground = await contactGround()
})
after(() => ground.end())

const tokenIn = (path: string) => path.split('/').at(-1) ?? ''
const later = (duration: Temporal.DurationLike) => ground.services.clock.advance(duration)

describe('undoing', () => {
  it('opening the link changes nothing; the button brings the old user name back, ends all sessions, tells every address', async () => {
    const browser = await ground.person('kate@example.test')
    await ground.change(browser, 'kate-new@example.test')
    const undo = await ground.undoPath('kate@example.test')
    const anywhere = ground.browser('192.0.2.30')
    for (let opened = 0; opened < 3; opened += 1) await anywhere.open(undo)
    assert.equal(await ground.signsIn('kate-new@example.test'), true)
    await anywhere.open(undo)
    const seen = await anywhere.press('Undo this change')
    assert.match(seen.text, /The change is undone/)
    assert.match((await browser.open(paths.changeEmail())).url, /^\/sign-in/)
    assert.equal(await ground.isUserName('kate@example.test'), true)
    for (const to of ['kate@example.test', 'kate-new@example.test']) await ground.lastMail(to, 'contact-change-undone')
    const again = await ground.as().perform(undoChange, { token: tokenIn(undo) })
    assert.deepEqual(again, { ok: false, refusal: 'link-not-usable' })
  })

  it('works for 72 hours and not a second more', async () => {
    const browser = await ground.person('lena@example.test')
    await ground.change(browser, 'lena-new@example.test')
    const token = tokenIn(await ground.undoPath('lena@example.test'))
    later({ seconds: 72 * 3600 - 1 })
    assert.notEqual((await ground.browser().open(`/account/contact/undo/${token}`)).text.indexOf('Undo this change'), -1)
    later({ seconds: 1 })
    assert.deepEqual(await ground.as().perform(undoChange, { token }), { ok: false, refusal: 'link-not-usable' })
  })

  it('of the first change wins over a second one: who took the account keeps nothing of it', async () => {
    const browser = await ground.person('mona@example.test')
    await ground.change(browser, 'thief-1@example.test')
    const first = tokenIn(await ground.undoPath('mona@example.test'))
    await ground.change(browser, 'thief-2@example.test')
    await ground.change(browser, 'thief-recovery@example.test', paths.recoveryEmail())
    const second = tokenIn(await ground.undoPath('thief-1@example.test'))
    await ground.ask(browser, 'thief-3@example.test')
    const waiting = tokenIn(await ground.proofPath('thief-3@example.test'))
    const thief = await ground.actorOf('thief-2@example.test')
    assert.equal((await ground.as().perform(undoChange, { token: first })).ok, true)
    assert.equal(await ground.isUserName('mona@example.test'), true)
    assert.deepEqual(await ground.as().perform(undoChange, { token: second }), { ok: false, refusal: 'link-not-usable' })
    assert.deepEqual(await ground.as(thief).perform(proveChange, { token: waiting }), { ok: false, refusal: 'link-not-usable' })
    const left = await ground.database.pools.owner
      ?.selectFrom('accounts.contact_point')
      .selectAll()
      .where('account', '=', thief.id)
      .where('purpose', '=', 'recovery')
      .where('removed_at', 'is', null)
      .execute()
    assert.deepEqual(left, [])
  })

  it('against a change in the same moment leaves one of the two, never a mixture', async () => {
    const browser = await ground.person('nora@example.test')
    await ground.change(browser, 'nora-1@example.test')
    const undo = tokenIn(await ground.undoPath('nora@example.test'))
    await ground.ask(browser, 'nora-2@example.test')
    const proof = tokenIn(await ground.proofPath('nora-2@example.test'))
    const actor = await ground.actorOf('nora-1@example.test')
    const [undone] = await Promise.all([
      ground.as().perform(undoChange, { token: undo }),
      ground.as(actor).perform(proveChange, { token: proof }),
    ])
    assert.equal(undone.ok, true)
    assert.equal(await ground.isUserName('nora@example.test'), true)
    const open = await ground.database.pools.owner
      ?.selectFrom('accounts.contact_change')
      .select('id')
      .where('account', '=', actor.id)
      .where('made_at', 'is not', null)
      .where('undone_at', 'is', null)
      .execute()
    assert.deepEqual(open, [])
  })

  it('pressed ten times at once undoes once', async () => {
    const browser = await ground.person('olga@example.test')
    await ground.change(browser, 'olga-new@example.test')
    const token = tokenIn(await ground.undoPath('olga@example.test'))
    const results = await Promise.all(Array.from({ length: 10 }, () => ground.as().perform(undoChange, { token })))
    assert.equal(results.filter(({ ok }) => ok).length, 1)
    assert.equal((await ground.mails('olga@example.test')).filter(({ kind }) => kind === 'accounts.contact-change-undone').length, 1)
  })

  it('shuts the account until it has a new password: the old one and a reset of the one who was in it open nothing', async () => {
    const browser = await ground.person('vera@example.test')
    await ground.change(browser, 'vera-thief@example.test')
    await askForLink(ground, ground.browser(), 'vera-thief@example.test')
    const reset = linkPathIn(await ground.lastMail('vera-thief@example.test', 'password-reset'))
    await ground.as().perform(undoChange, { token: tokenIn(await ground.undoPath('vera@example.test')) })
    assert.equal(await ground.signsIn('vera@example.test'), false)
    assert.match((await ground.browser().open(reset)).text, /no longer works/)
    await askForLink(ground, ground.browser(), 'vera@example.test')
    const own = linkPathIn(await ground.lastMail('vera@example.test', 'password-reset'))
    assert.match((await ground.browser().open(own)).text, /Press the button/)
    await ground.reopen('vera@example.test')
    assert.equal(await ground.signsIn('vera@example.test'), true)
  })

  it('is not had by an invented link', async () => {
    const seen = await ground.browser().open('/account/contact/undo/AAAAAAAAAAAAAAAAAAAAAA?done=yes')
    assert.match(seen.text, /This link cannot be used/)
  })
})

describe('a recovery address', () => {
  it('counts once it is proven; user name and old recovery address can each undo, the new one cannot', async () => {
    const browser = await ground.person('pola@example.test')
    await ground.ask(browser, 'pola-r1@example.test', paths.recoveryEmail())
    assert.match((await browser.open(paths.recoveryEmail())).text, /Your recovery address now None/)
    await ground.change(browser, 'pola-r1@example.test', paths.recoveryEmail())
    assert.match((await browser.open(paths.recoveryEmail())).text, /now pola-r1@example\.test/)
    await ground.change(browser, 'pola-r2@example.test', paths.recoveryEmail())
    const [byName, byOld] = [await ground.undoPath('pola@example.test'), await ground.undoPath('pola-r1@example.test')]
    assert.equal(byName, byOld)
    await assert.rejects(ground.undoPath('pola-r2@example.test'), /an undo link/)
    await ground.as().perform(undoChange, { token: tokenIn(byOld) })
    await ground.reopen('pola@example.test')
    await signInBy(ground, browser, 'pola@example.test')
    assert.match((await browser.open(paths.recoveryEmail())).text, /now pola-r1@example\.test/)
  })

  it('is told of a change of the user name, and cannot undo it', async () => {
    const browser = await ground.person('rosa@example.test')
    await ground.change(browser, 'rosa-r@example.test', paths.recoveryEmail())
    await ground.change(browser, 'rosa-new@example.test')
    const told = (await ground.mails('rosa-r@example.test')).filter(({ kind }) => kind === 'accounts.contact-changed').at(-1)
    assert.match(JSON.stringify(told), /sign in with was changed/)
    assert.doesNotMatch(JSON.stringify(told), /undo\//)
  })

  it('is removed by a press, told, and brought back by the undo', async () => {
    const browser = await ground.person('sara@example.test')
    await ground.change(browser, 'sara-r@example.test', paths.recoveryEmail())
    await browser.open(paths.recoveryEmail())
    later({ seconds: 1 })
    const seen = await browser.press('Remove recovery address')
    assert.equal(seen.url, '/account/contact?done=recovery-removed')
    assert.match((await browser.open(paths.recoveryEmail())).text, /now None/)
    await ground.as().perform(undoChange, { token: tokenIn(await ground.undoPath('sara-r@example.test')) })
    await ground.reopen('sara@example.test')
    await signInBy(ground, browser, 'sara@example.test')
    assert.match((await browser.open(paths.recoveryEmail())).text, /now sara-r@example\.test/)
  })

  it('is never the user name, and the user name never the recovery address', async () => {
    const browser = await ground.person('tess@example.test')
    const same = await ground.ask(browser, 'tess@example.test', paths.recoveryEmail())
    assert.match(same.text, /That is your user name/)
    await ground.change(browser, 'tess-r@example.test', paths.recoveryEmail())
    const recovery = await ground.ask(browser, 'tess-r@example.test')
    assert.match(recovery.text, /That is your recovery email address/)
  })
})
