import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ClosingGround, closingGround } from '../../../test/cast/closing-ground.ts'
import { unzip } from '../../../test/cast/data-ground.ts'
import { paths } from '../../platform/paths.ts'

let ground: ClosingGround
before(async () => {
  ground = await closingGround()
})
after(() => ground.end())

describe('the page of a person’s data, without scripts', () => {
  it('leads to a factor that is not fresh, and back', async () => {
    const { browser } = await ground.person('old@example.test')
    ground.later({ minutes: 6 })
    for (const path of [paths.accountData(), paths.archive({ archive: 'any' })])
      assert.match((await browser.open(path)).url, /^\/sign-in\/again\?next=%2Faccount%2Fdata/)
    assert.match((await ground.browser().open(paths.accountData())).url, /^\/sign-in\?next=/)
  })

  it('goes from asked to ready by asking itself again, and gives the archive', async () => {
    const { browser, id } = await ground.person('maria@example.test')
    const first = await browser.open(paths.accountData())
    assert.equal(first.headers.refresh, undefined)
    assert.match(first.text, /Why Your account To know who you are/)
    const asked = await browser.press('Make my archive')
    assert.equal(asked.url, '/account/data')
    assert.equal(asked.headers.refresh, '5')
    assert.match(asked.text, /Your archive is being made/)
    assert.doesNotMatch(asked.html, /Make my archive|Make a new archive/)
    await ground.makeArchives()
    const ready = await browser.open(paths.accountData())
    assert.equal(ready.headers.refresh, undefined)
    assert.match(ready.text, /You can download it until November 30, 2026 .*Not downloaded yet/)
    const href = /href="(\/account\/data\/archives\/[0-9a-f-]+)"/.exec(ready.html)?.[1] ?? ''
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const taken = await ground.server.inject({ method: 'GET', url: href, headers: { cookie } })
    assert.deepEqual([taken.statusCode, taken.headers['content-type']], [200, 'application/zip'])
    assert.match(String(taken.headers['content-disposition']), /^attachment; filename="my-data-2026-11-23\.zip"/)
    assert.ok((await unzip(taken.rawPayload)).has('manifest.json'))
    assert.match((await browser.open(paths.accountData())).text, /Downloaded once, on November 23/)
    const told = await ground.lastMailOf('maria@example.test', 'portal.archive-ready')
    assert.match(told.links?.[0]?.url ?? '', /\/account\/data$/)
    assert.doesNotMatch(JSON.stringify(told), new RegExp(`${id}|archives/`))
    const stranger = await ground.person('stranger@example.test')
    assert.equal((await stranger.browser.open(href)).status, 404)
  })

  it('says in words that a day’s archives are used up', async () => {
    const { browser } = await ground.person('often@example.test')
    await browser.open(paths.accountData())
    for (const button of ['Make my archive', 'Make a new archive', 'Make a new archive']) {
      ground.later({ seconds: 1 })
      await browser.press(button)
      await ground.makeArchives()
      await browser.open(paths.accountData())
    }
    const refused = await browser.press('Make a new archive')
    assert.equal(refused.status, 422)
    assert.match(refused.text, /You asked for 3 archives today/)
  })

  it('shows on the page of closing what stands in the way, and no button', async () => {
    const { browser } = await ground.person('waits@example.test')
    await browser.open(paths.accountData())
    await browser.press('Make my archive')
    const seen = await browser.open(paths.closeAccount())
    assert.match(seen.text, /You cannot close the account yet .*Your archive is being made/)
    assert.doesNotMatch(seen.html, /name="confirmation"/)
    await ground.makeArchives()
    assert.match((await browser.open(paths.closeAccount())).text, /Your archive is ready\. Download it before you close/)
  })

  it('posted although something came up meanwhile is refused, and the page says what', async () => {
    const { browser, id } = await ground.person('meanwhile@example.test')
    await browser.open(paths.closeAccount())
    const { hidden } = browser.formOf('Close my account')
    const archive = ground.browser()
    for (const [name, value] of browser.cookies) archive.cookies.set(name, value)
    await archive.open(paths.accountData())
    await archive.press('Make my archive')
    const seen = await browser.ask('POST', paths.closeAccount(), { ...hidden, confirmation: 'CLOSE' })
    assert.equal(seen.status, 422)
    assert.match(seen.text, /Something came up meanwhile.*Your archive is being made/)
    assert.ok(id)
    await ground.makeArchives()
  })
})
