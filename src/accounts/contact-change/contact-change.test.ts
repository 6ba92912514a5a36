import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ContactGround, contactGround } from '../../../test/cast/contact-ground.ts'
import { recordedStatements } from '../../../test/cast/recorded-statements.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { performerFor } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { askUserNameChange } from './ask-change.ts'
import { ownContact } from './own-changes.ts'
import { proveChange } from './prove-change.ts'
import { undoChange } from './undo-change.ts'

let ground: ContactGround
before(async () => {
  ground = await contactGround()
})
after(() => ground.end())

const tokenIn = (path: string) => path.split('/').at(-1) ?? ''
const later = (duration: Temporal.DurationLike) => ground.services.clock.advance(duration)

describe('a change of the user name', () => {
  it('changes nothing until the mailed link is confirmed; opening it spends nothing', async () => {
    const browser = await ground.person('anna@example.test')
    await ground.ask(browser, 'anna-new@example.test')
    assert.match(browser.seen.text, /Look in the mailbox of the new address/)
    assert.equal(await ground.signsIn('anna-new@example.test'), await ground.signsIn('nobody@example.test'))
    const proof = await ground.proofPath('anna-new@example.test')
    for (let opened = 0; opened < 3; opened += 1) await browser.open(proof)
    const seen = await browser.press('Confirm email address')
    assert.equal(seen.url, '/account/contact?done=user-name')
    assert.deepEqual([await ground.signsIn('anna-new@example.test'), (await ground.actorOf('anna@example.test')).kind], [true, 'visitor'])
    assert.match((await browser.open(proof)).text, /This link cannot be used/)
  })

  it('tells the old address at once, with a link that undoes and without naming the new one', async () => {
    const [mail] = (await ground.mails('anna@example.test')).filter(({ kind }) => kind === 'accounts.contact-changed')
    assert.match(mail?.links?.[0]?.url ?? '', /\/account\/contact\/undo\/[\w-]{22}$/)
    assert.doesNotMatch(JSON.stringify(mail), /anna-new/)
    const [plain] = (await ground.mails('anna-new@example.test')).filter(({ kind }) => kind === 'accounts.contact-changed')
    assert.doesNotMatch(JSON.stringify(plain), /undo\//)
  })

  it('is confirmed by the account that asked and by nobody else', async () => {
    const browser = await ground.person('bea@example.test')
    const stranger = await ground.person('stranger@example.test')
    await ground.ask(browser, 'bea-new@example.test')
    const proof = await ground.proofPath('bea-new@example.test')
    assert.match((await stranger.open(proof)).text, /This link cannot be used/)
    const result = await ground.as(await ground.actorOf('stranger@example.test')).perform(proveChange, { token: tokenIn(proof) })
    assert.deepEqual(result, { ok: false, refusal: 'link-not-usable' })
    assert.match((await ground.browser().open(proof)).url, /^\/sign-in\?next=/)
    assert.equal((await ground.actorOf('bea@example.test')).kind, 'account')
  })

  it('lives 24 hours, and a newer wish kills it', async () => {
    const browser = await ground.person('cleo@example.test')
    await ground.ask(browser, 'cleo-1@example.test')
    const first = await ground.proofPath('cleo-1@example.test')
    await ground.ask(browser, 'cleo-2@example.test')
    assert.match((await browser.open(first)).text, /cannot be used/)
    const actor = await ground.actorOf('cleo@example.test')
    later({ hours: 24 })
    const token = tokenIn(await ground.proofPath('cleo-2@example.test'))
    assert.deepEqual(await ground.as(actor).perform(proveChange, { token }), { ok: false, refusal: 'link-not-usable' })
  })

  it('is refused to who gave no factor within five minutes, on the page and in the operation', async () => {
    const browser = await ground.person('dora@example.test')
    const actor = await ground.actorOf('dora@example.test')
    later({ minutes: 6 })
    assert.match((await browser.open(paths.changeEmail())).url, /^\/sign-in\/again\?next=/)
    const asked = await ground.as(actor).perform(askUserNameChange, { email: 'dora-new@example.test' })
    assert.deepEqual(asked, { ok: false, refusal: 'no-recent-proof' })
  })

  it('to the address it has already is refused in words', async () => {
    const browser = await ground.person('elsa@example.test')
    const seen = await ground.ask(browser, ' Elsa@EXAMPLE.test ')
    assert.equal(seen.status, 422)
    assert.match(seen.text, /That is your user name already/)
  })

  it('to what is no address, too long or hides a sign is refused beside the field', async () => {
    const browser = await ground.person('bad@example.test')
    for (const [typed, words] of [
      ['', /Enter your email address/],
      ['no address', /Enter an email address such as/],
      ['a\u202eb@example.test', /hidden characters/],
      [`${'x'.repeat(300)}@example.test`, /254/],
    ] as const) {
      const seen = await ground.ask(browser, typed)
      assert.equal(seen.status, 422, typed)
      assert.match(seen.text, words)
    }
  })

  it('signs out every other device and keeps this one', async () => {
    const browser = await ground.person('faye@example.test')
    const other = ground.browser('192.0.2.9')
    await signInBy(ground, other, 'faye@example.test')
    await ground.change(browser, 'faye-new@example.test')
    assert.match((await other.open(paths.changeEmail())).url, /^\/sign-in/)
    assert.equal((await browser.open(paths.changeEmail())).url, paths.changeEmail())
  })
})

describe('an address that is somebody else’s', () => {
  it('is answered like a free one, in words, statements and mails; its holder is told and nothing changes', async () => {
    const browser = await ground.person('gina@example.test')
    await ground.person('holder@example.test')
    const free = await ground.ask(browser, 'free@example.test')
    const [pageOfFree, mailsOfFree] = [free.text, (await ground.mails()).length]
    const taken = await ground.ask(browser, 'holder@example.test')
    assert.equal(taken.text, pageOfFree)
    assert.equal((await ground.mails()).length, mailsOfFree + 1)
    const told = await ground.lastMail('holder@example.test', 'address-in-use')
    assert.doesNotMatch(JSON.stringify(told), /gina/)
    assert.equal((await ground.mails('holder@example.test')).filter(({ kind }) => kind === 'accounts.prove-email').length, 0)
    const actor = await ground.actorOf('gina@example.test')
    const workFor = async (email: string) => {
      const { pool, statements } = recordedStatements(ground.database.pools.portal)
      const answer = await performerFor({ ...ground.parts, pool }, actor, testRequest).perform(askUserNameChange, { email })
      const changes = (await ground.as(actor).read(ownContact, {}))?.changes.map(({ what, state }) => ({ what, state }))
      return { answer, statements, changes }
    }
    const work = await workFor('nobody-yet@example.test')
    assert.ok(work.statements.length > 5)
    assert.deepEqual(await workFor('holder@example.test'), work)
  })

  it('taken between the wish and the proof is not taken away: of two accounts that prove it at once one gets it', async () => {
    const [one, two] = [await ground.person('hana@example.test'), await ground.person('hope@example.test')]
    await ground.ask(one, 'shared@example.test')
    const first = tokenIn(await ground.proofPath('shared@example.test'))
    await ground.ask(two, 'shared@example.test')
    const second = tokenIn(await ground.proofPath('shared@example.test'))
    const actors = [await ground.actorOf('hana@example.test'), await ground.actorOf('hope@example.test')] as const
    const results = await Promise.all([
      ground.as(actors[0]).perform(proveChange, { token: first }),
      ground.as(actors[1]).perform(proveChange, { token: second }),
    ])
    assert.deepEqual(results.map(({ ok }) => ok).toSorted(), [false, true])
    assert.deepEqual(ground.faults, [])
  })

  it('of a sign-up that was never finished gives way to who proves the mailbox', async () => {
    const half = ground.browser()
    await signUpUntil(ground, half, 'begun@example.test', 'password')
    const browser = await ground.person('iris@example.test')
    const seen = await ground.change(browser, 'begun@example.test')
    assert.equal(seen.url, '/account/contact?done=user-name')
    assert.equal(await ground.signsIn('begun@example.test'), true)
  })

  it('that was a user name until lately is held: nobody signs up with it while the change can be undone', async () => {
    const browser = await ground.person('june@example.test')
    await ground.change(browser, 'june-new@example.test')
    later({ seconds: 1 })
    const newcomer = ground.browser()
    await newcomer.open('/sign-up')
    await newcomer.press('Sign Up', { email: 'june@example.test' })
    const kinds = (await ground.mails('june@example.test')).map(({ kind }) => kind)
    assert.equal(kinds.at(-1), 'accounts.address-held')
    const other = await ground.person('judy@example.test')
    await ground.ask(other, 'june@example.test')
    await ground.lastMail('june@example.test', 'address-in-use')
    await ground.browser().open(await ground.undoPath('june@example.test'))
    const result = await ground.as().perform(undoChange, { token: tokenIn(await ground.undoPath('june@example.test')) })
    assert.equal(result.ok, true)
  })
})

it('a person’s eleventh wish in a day is refused, and the mailbox is not bombed', async () => {
  const browser = await ground.person('uma@example.test')
  const actor = await ground.actorOf('uma@example.test')
  for (let wish = 0; wish < 5; wish += 1) await ground.as(actor).perform(askUserNameChange, { email: 'bombed@example.test' })
  const sixth = await ground.as(actor).perform(askUserNameChange, { email: 'bombed@example.test' })
  assert.deepEqual(sixth, { ok: false, refusal: 'too-many-attempts' })
  assert.equal((await ground.mails('bombed@example.test')).length, 5)
  for (let wish = 0; wish < 4; wish += 1) await ground.as(actor).perform(askUserNameChange, { email: `uma-${wish}@example.test` })
  const eleventh = await ground.ask(browser, 'uma-last@example.test')
  assert.equal(eleventh.status, 422)
})
