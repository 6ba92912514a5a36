import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { chooseNewPassword, upToNewPassword } from '../../../test/cast/reset-in-browser.ts'
import { backupCodeOn, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

/** Where a code is shown, with the browser at that page. */
const shownAt: Record<string, (browser: PortalBrowser) => Promise<unknown>> = {
  '/sign-up/backup-code': (browser) => signUpUntil(ground, browser, 'text-new@example.test', 'code'),
  '/account/security/backup-code': async (browser) => {
    await readyPerson(ground, 'text-made@example.test')
    await signInBy(ground, browser, 'text-made@example.test')
    await browser.open('/account/security/backup-code/new')
    await browser.press('Make a new backup code')
  },
  '/reset-password/done': async (browser) => {
    const { backupCode } = await readyPerson(ground, 'text-reset@example.test')
    await upToNewPassword(ground, browser, 'text-reset@example.test', backupCode)
    await chooseNewPassword(browser)
  },
}

for (const [at, arrive] of Object.entries(shownAt))
  test(`at ${at} the code is saved as a text file without a script, for as long as it is shown and for nobody else`, async () => {
    const browser = ground.browser()
    await arrive(browser)
    assert.equal(browser.seen.url, at)
    const code = backupCodeOn(browser)
    const file = /href="([^"]+\.txt)"/.exec(browser.seen.html)?.[1] ?? ''
    const answer = await browser.ask('GET', file)
    assert.deepEqual(ground.faults, [])
    assert.equal(answer.status, 200)
    assert.match(String(answer.headers['content-type']), /^text\/plain/)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(String(answer.headers['content-disposition']), /^attachment; filename="backup-code.txt"/)
    assert.ok(answer.html.split('\r\n').includes(code), 'the code alone on its line')
    assert.match(answer.html, /Demonstration of Portolan/)
    const stranger = await ground.browser().ask('GET', file)
    assert.ok(!stranger.html.includes(code))
    await browser.open(at)
    await browser.press('Proceed')
    const after = await browser.ask('GET', file)
    assert.ok(after.status === 404 || after.status === 303)
    assert.ok(!after.html.includes(code))
  })
