import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { askForLink, personWithCode } from '../../../test/cast/reset-in-browser.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { askForReset } from './ask-for-reset.ts'
import { openReset, twoOf } from './open-reset.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

test('opening the link spends nothing, however often; its button does, and a second press is told so', async () => {
  const email = 'opened@example.test'
  await personWithCode(ground, email)
  const browser = ground.browser()
  const link = await askForLink(ground, browser, email)
  for (let time = 0; time < 3; time += 1) assert.match((await ground.browser().open(link)).text, /Press the button to go on/)
  await browser.open(link)
  const { hidden } = browser.formOf('Go on')
  const pressed = await Promise.all(Array.from({ length: 5 }, () => browser.ask('POST', link, hidden)))
  assert.equal(pressed.filter(({ location }) => location === '/reset-password/backup-code').length, 1)
  const seen = await ground.browser().open(link)
  assert.match(seen.text, /This link no longer works/)
  assert.match(seen.text, /on another device/)
})

test('a link lives 30 minutes and not a second more; a newer one ends it', async () => {
  const email = 'aged@example.test'
  await personWithCode(ground, email)
  const first = await askForLink(ground, ground.browser(), email)
  ground.services.clock.advance({ minutes: 29, seconds: 59 })
  assert.match((await ground.browser().open(first)).text, /Press the button/)
  ground.services.clock.advance({ seconds: 1 })
  assert.match((await ground.browser().open(first)).text, /no longer works/)
  const second = await askForLink(ground, ground.browser(), email)
  const third = await askForLink(ground, ground.browser(), email)
  assert.match((await ground.browser().open(second)).text, /no longer works/)
  assert.match((await ground.browser().open(third)).text, /Press the button/)
})

test('invented, cut and foreign tokens are one page, and so are their posts', async () => {
  const email = 'tokens@example.test'
  await personWithCode(ground, email)
  const link = await askForLink(ground, ground.browser(), email)
  const browser = ground.browser()
  await browser.open(link)
  const { hidden } = browser.formOf('Go on')
  for (const token of ['x', `${link.slice(17, -1)}`, 'A'.repeat(22), encodeURIComponent('../sign-in'), 'é'.repeat(22)]) {
    const seen = await browser.open(`/forgot-password/${encodeURIComponent(token)}`)
    assert.match(seen.text, /no longer works/, token)
    const posted = await browser.ask('POST', `/forgot-password/${encodeURIComponent(token)}`, hidden)
    assert.equal(posted.location, `/forgot-password/${encodeURIComponent(token)}`)
  }
  assert.match((await browser.open(link)).text, /Press the button/, 'none of it spent the right one')
})

test('a confirmation link opens no reset, and a reset link confirms no address', async () => {
  const email = 'mixed@example.test'
  await personWithCode(ground, email)
  const token = (await askForLink(ground, ground.browser(), email)).split('/').at(-1)
  assert.match((await ground.browser().open(`/sign-up/confirm/${token}`)).text, /This link cannot be used/)
  const half = ground.browser()
  await signUpUntil(ground, half, 'half-mixed@example.test', 'sign-up')
  const confirm = new URL((await ground.lastMail('half-mixed@example.test', 'confirm-email')).links?.[0]?.url ?? '').pathname
  assert.match((await half.open(`/forgot-password/${confirm.split('/').at(-1)}`)).text, /no longer works/)
})

test('five links an hour go to an address and ten a day; the page says the same beyond', async () => {
  const email = 'bombed@example.test'
  await personWithCode(ground, email)
  ground.services.clock.set('2026-12-08T00:00:00Z')
  const ask = async () => {
    const browser = ground.browser()
    await browser.open('/forgot-password')
    return (await browser.press('Send link', { email })).text
  }
  const sent = async () => (await ground.mails(email)).filter(({ kind }) => kind === 'accounts.password-reset').length
  const texts = new Set<string>()
  for (let time = 0; time < 7; time += 1) texts.add(await ask())
  assert.equal(await sent(), 5)
  for (let hour = 1; hour < 4; hour += 1) {
    ground.services.clock.advance({ hours: 1 })
    for (let time = 0; time < 4; time += 1) texts.add(await ask())
  }
  assert.equal(await sent(), 10)
  assert.equal(texts.size, 1)
})

test('60 links a minute are asked for from one network, and 60 opened', async () => {
  const { perform } = ground.as()
  ground.services.clock.set('2026-12-09T00:00:00Z')
  const asked: boolean[] = []
  const opened: string[] = []
  for (let time = 0; time < 61; time += 1) {
    asked.push((await perform(askForReset, { email: `n${time}@example.test`, language: 'en' })).ok)
    const result = await perform(openReset, { token: 'A'.repeat(22) })
    opened.push(result.ok ? 'opened' : result.refusal)
  }
  assert.equal(asked.filter(Boolean).length, 60)
  assert.equal(opened.filter((each) => each === 'link-not-usable').length, 60)
  assert.equal(opened.at(-1), 'too-many-attempts')
})

test('two questions are drawn from all five, never one twice', () => {
  const five = ['a', 'b', 'c', 'd', 'e']
  const drawn = new Set(Array.from({ length: 400 }, () => twoOf(five).join('')))
  assert.equal(drawn.size, 10)
  for (const pair of drawn) assert.notEqual(pair[0], pair[1])
  assert.deepEqual(twoOf(['a']), [])
})
