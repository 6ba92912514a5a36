import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { type IntakeGround, intakeGround, someone } from '../cast/intake-ground.ts'
import { csvHead } from '../cast/read-filings.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { atDesk, downloaded, openOffice } from './desk-steps.ts'
import { movedClock } from './moved-clock.ts'
import { keepPictures } from './pictures.ts'
import { signInAtDesk } from './office-steps.ts'
import { waysGone } from './ways.ts'

const clock = movedClock()
let running: RunningPortolan
let ground: IntakeGround
let folder: string
before(async () => {
  running = await runningPortolan({ clock, seeded: true })
  ground = await intakeGround({ assets: await settleAssets(), assetsFolder })
  folder = mkdtempSync(join(tmpdir(), 'portolan-intake-'))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
  await running?.end()
  await ground?.end()
})

/** Keeps every import from writing while somebody looks at the page that waits for it. */
async function held(look: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: running.database.urls.superuser })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('lock table officer.intake_row in share mode')
    await look()
  } finally {
    await client.end()
  }
}

async function bring(who: Person, file: string, check = false): Promise<void> {
  await who.goTo(`${running.officeUrl}/intake`)
  await who.follow('Bring a file')
  await who.upload('File of paper filings', file)
  if (check) await who.choose('Only check the file, take nothing in')
  assert.equal(await who.press('Bring the file'), 200)
}

/** The page loads itself again until the import has ended; nobody presses anything. */
const ended = (who: Person, title: string) => who.page.getByRole('heading', { name: title, exact: true }).waitFor()

/** What the columns mean, opened: it is as wide as the window. */
async function withColumns({ page }: Person): Promise<void> {
  await page.locator('summary').click()
  assert.equal(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth), true)
  await keepPictures(page)
}

const written = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const ways = waysGone<[string, string, PersonOptions]>([
  ['without scripts, 320 px wide', 'intake@example.test', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'supervisor@example.test', { javaScript: true, keyboardOnly: true }],
], 1)

for (const [way, email, options] of ways)
  test(`a file with good and bad rows is checked, brought, watched to its end, its refused rows corrected and brought again, ${way}`, async () => {
    const who = await person(options)
    await signInAtDesk(who, email, { running, clock })
    const file = written('march.csv', csvHead + someone() + someone({ received_on: '3/4/2026' }) + someone({ country: 'USA' }) + someone())

    await bring(who, file, true)
    await ended(who, 'Checked, and nothing was changed')
    assert.match(await who.text(), /Taken in\s+2 became cases[\s\S]*Refused\s+2/)

    await held(async () => {
      await bring(who, file)
      assert.match(await who.text(), /Being read[\s\S]*0% of the file was read/)
    })
    await ended(who, 'Read to its end')
    await who.reload()
    assert.match(await who.text(), /Taken in\s+2 became cases[\s\S]*3\s+received_on: Nobody can tell the day[\s\S]*4\s+country: Write the country/)

    const { name, path } = await downloaded(who, 'Download the 2 refused rows (CSV)')
    assert.equal(name, 'refused-rows.csv')
    await bring(who, written('corrected.csv', readFileSync(path, 'utf8').replace('3/4/2026', '2026-03-04')))
    await ended(who, 'Read to its end')
    assert.match(await who.text(), /Taken in\s+1 became cases[\s\S]*Refused\s+1/)

    await bring(who, file)
    await ended(who, 'Read to its end')
    assert.match(await who.text(), /Taken in\s+0[\s\S]*Known before\s+2 were in before/)
    await who.goTo(`${running.officeUrl}/intake`)
    assert.match(await who.text(), /march\.csv[\s\S]*corrected\.csv[\s\S]*Only checked/)
    await who.end()
  })

test('the pages of files hold together on a phone in a longer language and in one read from the right, and wide with a name that has no end', async () => {
  const desk = { office: ground, clock: ground.services.clock, services: ground.services, enter: () => '' }
  const { id } = await ground.brought(csvHead + someone() + someone({ received_on: '3/4/2026' }), { fileName: 'filings_of_the_second_of_March_the_Albany_office_and_what_came_after_it.csv' })
  const { location = '' } = await ground.bring({ file: csvHead + someone() })
  const url = await openOffice(desk)
  const who = await atDesk(desk, { role: 'intake', place: '/intake', javaScript: false, width: 320 })
  for (const place of ['/intake', '/intake/file', '/intake/file?problem=too-large', `/intake/files/${id}`, location]) {
    const address = new URL(place, url)
    for (const language of ['en-XA', 'ar-XB', 'en']) {
      address.searchParams.set('language', language)
      assert.equal(await who.goTo(address.href), 200)
      if (place === '/intake') await withColumns(who)
    }
  }
  await who.page.setViewportSize({ width: 1280, height: 900 })
  for (const place of ['/intake', `/intake/files/${id}`]) assert.equal(await who.goTo(new URL(place, url).href), 200)
  await who.goTo(new URL(location, url).href)
  assert.equal(await who.press('Stop after this batch'), 200)
  assert.match(await who.text(), /Stopped\s+No row of it was read/)
  await who.end()
})
