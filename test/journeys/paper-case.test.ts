import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, mock } from 'node:test'
import { letterPdf } from '../../src/cases/paper-link/letter/letters.ts'
import { intakeImport } from '../../src/cli/intake-import.ts'
import { template } from '../../src/officer/intake/file/template.ts'
import { lettersAbout } from '../cast/paper-case.ts'
import { wholeText } from '../cast/printed.ts'
import { renderPdf } from '../../src/platform/pdf/index.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { mailboxOf } from './post.ts'
import { giveBothFactors, type Journey, walkSignUp } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
let folder: string

before(async () => {
  running = await runningPortolan()
  journey = { running, mailbox: await mailboxOf(running) }
  folder = mkdtempSync(join(tmpdir(), 'portolan-paper-'))
})

after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
  await running?.end()
})

const at = (address: string) => `${running.portalUrl}${address}`

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 1)

/** Takes one filing in by the command, with the file of its template, and reads the notice that its person gets by mail. */
async function paperNotice(receiptNumber: string, familyName: string): Promise<{ code: string; number: string }> {
  const [header = '', filing = ''] = template().split('\r\n')
  const file = join(folder, `${receiptNumber}.csv`)
  writeFileSync(file, `${header}\r\n${receiptNumber}${filing.replace(',Lopez,', `,${familyName},`)}\r\n`)
  const quiet = mock.method(console, 'log', () => undefined)
  assert.equal(await intakeImport(running.config, file, { json: true }), 0)
  quiet.mock.restore()
  const { services } = running.deployment
  const [facts] = await lettersAbout({ database: running.database, services }, receiptNumber)
  assert.ok(facts)
  const printed = await wholeText(await renderPdf(letterPdf(services, 'access-notice', facts.facts)))
  assert.match(printed, new RegExp(receiptNumber))
  const code = /([0-9A-Z]{4}-){3}[0-9A-Z]/.exec(printed)?.[0]
  const number = /\d{4} \d{4} \d{4}/.exec(printed)?.[0]
  assert.ok(code && number, printed)
  return { code, number }
}

async function typeNotice(who: Person, receiptNumber: string, label: string, code: string) {
  await who.type('Receipt number', receiptNumber)
  await who.type(label, code)
  await who.date('Date of birth', '1985-06-14')
}

for (const [index, [way, options]] of ways.entries()) {
  test(`given a notice on paper and no account, a person claims the case, signs up, and has the printed number, ${way}`, () =>
    as(options, async (who) => {
      const receiptNumber = `IOE91000000${index}1`
      const notice = await paperNotice(receiptNumber, `New${'x'.repeat(index)}`)
      await who.goTo(at('/claim'))
      assert.equal(await who.press('Go on'), 422)
      await typeNotice(who, receiptNumber, 'Online Access Code', '0000-0000-0000-0')
      assert.equal(await who.press('Go on'), 422)
      assert.match(await who.text(), /do not fit together/)
      await who.type('Online Access Code', notice.code)
      await who.press('Go on')
      assert.match(await who.text(), new RegExp(`case that ends in ${receiptNumber.slice(-4)}`))
      await who.follow('Sign Up')
      await walkSignUp(who, journey, `paper-${index}@example.test`)
      await who.goTo(at(`/cases/${receiptNumber}`))
      assert.match(await who.text(), /filed on paper/)
      await who.goTo(at('/account/profile'))
      assert.match((await who.text()).replaceAll(/\s/g, ''), new RegExp(notice.number.replaceAll(' ', '')))
    }))

  test(`given an account, a person adds a paper-filed case by its code, follows another by its number, and stops it, ${way}`, () =>
    as(options, async (who) => {
      const [own, other] = [`IOE92000000${index}1`, `EAC21000000${index}1`]
      const notice = await paperNotice(own, `Own${'x'.repeat(index)}`)
      await paperNotice(`IOE93000000${index}1`, `Other${'x'.repeat(index)}`)
      const email = `adds-${index}@example.test`
      await walkSignUp(who, journey, email)
      await who.goTo(at('/cases/add'))
      await typeNotice(who, own, 'Online Access Code (optional)', notice.code)
      await who.press('Add case')
      assert.match(await who.text(), /Nobody follows this case/)
      await who.goTo(at('/cases/add'))
      await who.type('Receipt number', other)
      assert.equal(await who.press('Add case'), 422)
      assert.match(await who.text(), /nothing to show for this receipt number/)
      await who.type('Receipt number', `IOE93000000${index}1`)
      await who.press('Add case')
      assert.match(await who.text(), /Cases you follow/)
      await who.press(`Stop following IOE93000000${index}1`)
      assert.doesNotMatch(await who.text(), /Cases you follow/)
    }))
}

test('given a claim that waits in the browser, a person signs in to the account they have and adds the case there', () =>
  as({ javaScript: false }, async (who) => {
    const receiptNumber = 'IOE9400000011'
    const notice = await paperNotice(receiptNumber, 'Waits')
    await as({ javaScript: false }, async (before) => {
      await walkSignUp(before, journey, 'waits@example.test')
      await before.press('Sign Out')
    })
    await who.goTo(at('/claim'))
    await typeNotice(who, receiptNumber, 'Online Access Code', notice.code)
    await who.press('Go on')
    await who.page.locator('main').getByRole('link', { name: 'Sign In' }).click()
    await giveBothFactors(who, journey, 'waits@example.test')
    await who.press('Add case')
    assert.match(await who.text(), /filed on paper/)
  }))
