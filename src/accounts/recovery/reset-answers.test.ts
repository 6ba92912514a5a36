import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { beginReset, personWithCode, questionsOn, rightAnswers } from '../../../test/cast/reset-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

test('five wrong backup codes end their use in this reset; the right one comes too late, and what is no code is not counted', async () => {
  const email = 'guess@example.test'
  const code = await personWithCode(ground, email)
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  for (const typed of ['', 'ABCD', '<b>'.repeat(9)]) assert.equal((await browser.press('Submit', { code: typed })).status, 422)
  const wrong = `${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`
  const { hidden } = browser.formOf('Submit')
  await Promise.all(Array.from({ length: 4 }, () => browser.ask('POST', '/reset-password/backup-code', { ...hidden, code: wrong })))
  assert.match((await browser.press('Submit', { code: wrong })).text, /That is not your backup code/)
  const seen = await browser.press('Submit', { code })
  assert.match(seen.text, /There were 5 wrong backup codes/)
})

const atQuestions = async (email: string, code: string) => {
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  await browser.press('Submit', { code })
  return browser
}

test('the same two questions are asked until the reset ends; never is it said which answer was wrong', async () => {
  const email = 'asked@example.test'
  const browser = await atQuestions(email, await personWithCode(ground, email))
  const asked = questionsOn(ground, browser)
  const right = rightAnswers(ground, browser)
  const texts = new Set<string>()
  const wrongs: Record<string, string>[] = [{ 'answer-1': 'no' }, { 'answer-2': 'no' }, { 'answer-1': 'no', 'answer-2': 'no' }]
  for (const wrong of wrongs) {
    const seen = await browser.press('Submit', { ...right, ...wrong })
    assert.equal(seen.status, 422)
    texts.add(seen.text)
    assert.deepEqual(questionsOn(ground, browser), asked)
  }
  assert.equal(texts.size, 1)
  const shouted = Object.fromEntries(Object.entries(right).map(([name, answer]) => [name, `  ${answer.toUpperCase()}!! `]))
  assert.equal((await browser.press('Submit', shouted)).url, '/reset-password/new-password')
})

test('an empty answer, or one of nothing but signs, is named and not counted', async () => {
  const email = 'empty@example.test'
  const browser = await atQuestions(email, await personWithCode(ground, email))
  const right = rightAnswers(ground, browser)
  for (let time = 0; time < 6; time += 1)
    for (const typed of ['', '?!', '   ']) assert.match((await browser.press('Submit', { ...right, 'answer-2': typed })).text, /Answer this question/)
  assert.equal((await browser.press('Submit', right)).url, '/reset-password/new-password')
})

test('of forty parallel pairs of answers five are looked at; then the right one comes too late', async () => {
  const email = 'many@example.test'
  const browser = await atQuestions(email, await personWithCode(ground, email))
  const right = rightAnswers(ground, browser)
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => browser.ask('POST', '/reset-password/questions', { ...hidden, 'answer-1': 'no', 'answer-2': 'no' })),
  )
  assert.equal(answers.filter(({ text }) => /are not the ones we have/.test(text)).length, 5)
  assert.match((await browser.press('Submit', right)).text, /There were 5 wrong tries/)
})

test('over all its resets an account has ten pairs of answers looked at in a day, right ones not counted', async () => {
  const email = 'daily@example.test'
  const code = await personWithCode(ground, email)
  ground.services.clock.set('2026-12-05T01:00:00Z')
  const rightOnce = await atQuestions(email, code)
  await rightOnce.press('Submit', rightAnswers(ground, rightOnce))
  for (let reset = 0; reset < 2; reset += 1) {
    const browser = await atQuestions(email, code)
    for (let time = 0; time < 5; time += 1)
      assert.match((await browser.press('Submit', { 'answer-1': 'no', 'answer-2': 'no' })).text, /are not the ones we have/)
  }
  const stopped = await atQuestions(email, code)
  const right = rightAnswers(ground, stopped)
  assert.match((await stopped.press('Submit', right)).text, /many wrong tries for this account today/)
  ground.services.clock.set('2026-12-05T23:59:00Z')
  const stillStopped = await atQuestions(email, code)
  assert.match((await stillStopped.press('Submit', right)).text, /many wrong tries for this account today/)
  ground.services.clock.set('2026-12-06T01:00:00Z')
  const next = await atQuestions(email, code)
  assert.equal((await next.press('Submit', rightAnswers(ground, next))).url, '/reset-password/new-password')
})
