import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { startForm } from './filing-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { giveBothFactors, type Journey, signIn } from './sign-up-steps.ts'
import { atName, field, fillUpTo, otherTab, says } from './typing.ts'

let running: RunningPortolan
let journey: Journey

before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const maria = 'maria@example.test'

/** On a page that asks for a name, with a clock of its own that stands still: nothing is sent because time went by. */
async function withStoppedClock(width?: number) {
  const who = await person({ javaScript: true, ...(width ? { width } : {}) })
  const url = await atName(who, journey, maria)
  await who.page.clock.install()
  await who.page.goto(url)
  await who.page.clock.pauseAt(Date.now() + 60_000)
  return { who, url }
}

/** What a page has in its field once it is opened anew and that is there. */
const found = ({ page }: Person, url: string, value: string) =>
  eventually(`“${value}” on the page`, async () => {
    const tab = await page.context().newPage()
    await tab.goto(url)
    const there = await field(tab).inputValue()
    await tab.close()
    return there === value || undefined
  })

test('what is typed is kept without a press, waits when the page is opened again, and a broken connection is said and mended', async () => {
  const who = await person({ javaScript: true })
  await signIn(who, journey, maria)
  await startForm(who, running)
  await who.follow('Continue')
  const choices = who.page.locator('main form input[type=radio]')
  await choices.nth(1).check({ force: true })
  await says(who, 'What you typed was kept at')
  assert.equal(await who.page.getByRole('status').filter({ hasText: 'What you type is kept' }).count(), 1)

  await who.reload()
  assert.match(await who.text(), /not part of your form yet/)
  assert.equal(await choices.nth(1).isChecked(), true)

  await who.page.context().setOffline(true)
  await choices.nth(0).check({ force: true })
  await says(who, 'Not kept yet: check your connection')
  await who.page.context().setOffline(false)
  await says(who, 'What you typed was kept at')
  await who.end()
})

test('what was typed last goes out as the page goes away, though no time went by', async () => {
  const { who, url } = await withStoppedClock()
  await field(who.page).fill('Typedlast')
  await who.page.goto(`${running.portalUrl}/file`)
  await found(who, url, 'Typedlast')
  await who.end()
})

test('a phone says no more than that the page is hidden: what is typed goes out then, past one that is still on its way', async () => {
  const { who, url } = await withStoppedClock(390)
  await who.page.route('**/typed', () => undefined, { times: 1 })
  const held = who.page.waitForRequest('**/typed')
  await field(who.page).fill('Held')
  await field(who.page, 'Given name (first name)').focus()
  await held
  await field(who.page).fill('Afterit')
  await who.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await found(who, url, 'Afterit')
  await who.end()
})

test('when the answer to a keep is lost, the next one is no conflict with it', async () => {
  const who = await person({ javaScript: true })
  const url = await atName(who, journey, maria)
  await who.page.route(
    '**/typed',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await field(who.page).fill('Lost')
  await says(who, 'Not kept yet: check your connection')
  await field(who.page).fill('Lostandfound')
  await who.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await says(who, 'What you typed was kept at')
  await found(who, url, 'Lostandfound')
  await who.end()
})

test('who leaves a page on which something is not kept is asked, and nobody else is', async () => {
  const who = await person({ javaScript: true })
  await atName(who, journey, maria)
  const asked: string[] = []
  who.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await field(who.page).click()
  await who.page.context().setOffline(true)
  await field(who.page).fill('Unkept')
  await says(who, 'Not kept yet: check your connection')
  await who.page.close({ runBeforeUnload: true })
  await eventually('a question', async () => asked[0])
  await who.page.context().setOffline(false)
  await says(who, 'What you typed was kept at')
  const closed = who.page.waitForEvent('close')
  await who.page.close({ runBeforeUnload: true })
  await closed
  assert.deepEqual(asked, ['beforeunload'])
  await who.end()
})

test('an entry of a list that was begun and not saved waits in its list', async () => {
  const who = await person({ javaScript: true })
  await signIn(who, journey, maria)
  const list = `${running.portalUrl}${await fillUpTo(who, running, 'n-400', 'married to a citizen, with a new name', /other-names/)}/other-names`
  await who.goTo(`${list}/new`)
  await field(who.page).fill('Begun')
  await says(who, 'What you typed was kept at')
  await who.goTo(list)
  await who.page.locator(`main a[href*="/other-names/"]:not([href$="/new"])`).first().click()
  await who.page.waitForLoadState()
  assert.match(await who.text(), /not part of your form yet/)
  assert.equal(await field(who.page).inputValue(), 'Begun')
  await field(who.page).fill('Begunagain')
  await says(who, 'What you typed was kept at')
  await who.reload()
  assert.equal(await field(who.page).inputValue(), 'Begunagain')
  await who.end()
})

test('what another window kept meanwhile stands, and this one says so; a press of Save makes this one’s count', async () => {
  const who = await person({ javaScript: true })
  const url = await atName(who, journey, maria)
  const other = await otherTab(who)
  await field(other.page).fill('Other')
  await says(other, 'What you typed was kept at')
  await field(who.page).fill('Mine')
  await says(who, 'this page was changed in another window')
  await found(who, url, 'Other')
  await field(who.page, 'Given name (first name)').fill('Maria')
  await who.press('Save and continue')
  await found(who, url, 'Mine')
  await who.end()
})

test('after Sign Out in another tab the page says so, and keeps on as soon as the person is back from signing in there', async () => {
  const who = await person({ javaScript: true })
  const url = await atName(who, journey, maria)
  const other = await otherTab(who)
  await other.press('Sign Out')
  await field(who.page).fill('Signedout')
  await says(who, 'Not kept: you are signed out')
  await other.goTo(`${running.portalUrl}/sign-in`)
  await giveBothFactors(other, journey, maria)
  await who.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await says(who, 'What you typed was kept at')
  await found(who, url, 'Signedout')
  await field(who.page, 'Given name (first name)').fill('Maria')
  assert.equal(await who.press('Save and continue'), 200, 'the buttons of the page have the new token')
  assert.match(who.at(), /birth-and-number$/)
  await who.goTo(url)
  assert.doesNotMatch(await who.text(), /You were signed out while you worked/, 'what it had parked meanwhile is over')
  await who.end()
})

test('a sign-in in another tab is not noticed by who goes on typing', async () => {
  const who = await person({ javaScript: true })
  await atName(who, journey, maria)
  const other = await otherTab(who)
  await other.press('Sign Out')
  await other.goTo(`${running.portalUrl}/sign-in`)
  await giveBothFactors(other, journey, maria)
  await field(who.page).fill('Neverknew')
  await says(who, 'What you typed was kept at')
  await who.end()
})

test('a page that came back with mistakes is kept on, and its line does not speak of another window', async () => {
  const who = await person({ javaScript: true })
  const url = await atName(who, journey, maria)
  await field(who.page).fill('Alone')
  await says(who, 'What you typed was kept at')
  assert.equal(await who.press('Save and continue'), 422)
  await field(who.page).fill('Stillalone')
  await says(who, 'What you typed was kept at')
  await found(who, url, 'Stillalone')
  await who.end()
})
