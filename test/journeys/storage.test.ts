import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { type Mailbox, mailboxOf } from './post.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let mailbox: Mailbox

before(async () => {
  running = await runningPortolan({ seeded: true })
  mailbox = await mailboxOf(running)
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

const email = 'sam@example.test'

/** The names of all that the browser keeps for us, of whatever kind. */
async function keptBy({ page }: Person): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => name)
  const { origins } = await page.context().storageState({ indexedDB: true })
  const others = origins.flatMap(({ localStorage, ...rest }) => [...localStorage.map(({ name }) => name), ...Object.keys(rest).filter((key) => key !== 'origin')])
  return [...cookies, ...others].toSorted()
}

async function signIn(someone: Person) {
  await someone.goTo(`${running.portalUrl}/sign-in`)
  await someone.type('Email address', email)
  await someone.type('Password', 'Portolan!demo1')
  await someone.press('Sign In')
  await someone.type('Secure One-time Password', await mailbox.code(email))
  await someone.press('Submit')
  assert.equal(someone.at(), '/account')
}

for (const javaScript of waysGone([true, false], 0)) {
  test(`given a first visit, a person allows personalization, is remembered, and is forgotten again; scripts ${javaScript ? 'on' : 'off'}`, async () => {
    const someone = await person({ javaScript })
    try {
      await someone.goTo(running.portalUrl)
      assert.match(await someone.text(), /This site keeps only what it needs on your device/)
      await someone.reload()
      assert.doesNotMatch(await someone.text(), /This site keeps only what it needs on your device/)

      await someone.goTo(`${running.portalUrl}/storage-preferences`)
      await someone.choose('Personalization')
      await someone.press('Save my choice')
      await someone.select('Time zone', 'Hawaii Time')
      await someone.press('Save my region')
      await signIn(someone)
      await someone.press('Sign Out')
      await someone.goTo(`${running.portalUrl}/sign-in`)
      assert.equal(await someone.page.getByLabel('Email address').inputValue(), email)
      assert.deepEqual(await keptBy(someone), ['portolan_language', 'portolan_portal_browser', 'portolan_portal_visitor', 'portolan_region', 'portolan_storage', 'portolan_user_name'])

      await someone.goTo(`${running.portalUrl}/storage-preferences`)
      await someone.page.locator('label', { hasText: 'Personalization' }).click()
      await someone.press('Save my choice')
      assert.deepEqual(await keptBy(someone), ['portolan_portal_browser', 'portolan_portal_visitor', 'portolan_storage'])
    } finally {
      await someone.end()
    }
  })

  test(`given a person who looks for help, every way out leads over the page that warns; scripts ${javaScript ? 'on' : 'off'}`, async () => {
    const someone = await person({ javaScript })
    try {
      await someone.goTo(`${running.portalUrl}/help`)
      await someone.follow('Free legal help by state')
      assert.equal(await someone.heading(), 'You are leaving this site')
      assert.match(await someone.text(), /Only a lawyer or an accredited representative may give you advice/)
      await someone.follow('Stay on this site')
      assert.equal(someone.at(), '/')
      await someone.goTo(`${running.portalUrl}/sign-up`)
      await someone.follow('Find your embassy or consulate')
      assert.equal(await someone.heading(), 'You are leaving this site')
      assert.ok(someone.asked.every((url) => url.startsWith(running.portalUrl)), 'nothing outside was asked')
    } finally {
      await someone.end()
    }
  })
}
