import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { leaksIn } from '../guards/canary.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import {
  declinedCard,
  errorsOn,
  fillPages,
  goodCard,
  goOnToSign,
  paper,
  payAtCashier,
  receiptNumber,
  scenarioPerson,
  sign,
  startForm,
  upload,
  uploadAll,
} from './filing-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { giveBothFactors, type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

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

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  assert.deepEqual(leaksIn('an address the browser asked for', who.asked, typedByMaria), [])
  await who.end()
}

/** What stands on the pages and never in an address. */
const typedByMaria = {
  email: 'maria@example.test',
  street: '100 Example Street',
  'A-Number': 'A099990001',
  born: '1984-03-02',
  phone: '(202) 555-0101',
}

const paidBy = { false: 'maria@example.test', true: 'sam@example.test' }

for (const javaScript of waysGone([false, true], 1)) {
  const scripts = javaScript ? 'with scripts' : 'without scripts'

  test(`given a lost card, a person files, pays and follows the case, ${scripts}`, () =>
    as({ javaScript }, async (who) => {
      const email = paidBy[`${javaScript}`]
      const scenario = scenarioPerson(running, 'lost card')
      await signIn(who, journey, email)
      const draft = await startForm(who, running)
      await who.follow('Continue')
      await fillPages(who, draft, scenario)

      assert.equal(who.at(), `${draft}/evidence`)
      await refusedUploads(who, Object.keys(scenario.files)[0] ?? '')
      await uploadAll(who, scenario)
      await eventually('a checked file', async () => {
        if (/Being checked/.test(await who.text())) return void (await who.reload())
        return true
      })
      await who.follow('Review')
      assert.equal(who.at(), `${draft}/review`)
      for (const words of ['Maria', '100 Example Street', 'Springfield'])
        assert.ok((await who.text()).includes(words), `the review shows ${words}`)
      await goOnToSign(who, journey.mailbox, email)
      assert.equal(who.at(), `${draft}/sign`)
      await who.type('Full legal name', 'Somebody Else')
      assert.equal(await who.press('Sign and continue'), 422)
      assert.match(await errorsOn(who), /not the name on the form/)
      await sign(who, 'Sign and continue')
      assert.equal(who.at(), `${draft}/pay`)
      await payWithTwoCards(who)
      await followCase(who, email)
    }))

  test(`given an error of the agency, there is nothing to pay and Submit stands on the signature, ${scripts}`, () =>
    as({ javaScript }, async (who) => {
      const scenario = scenarioPerson(running, 'conditional resident with an error on the card')
      const email = paidBy[`${!javaScript}`]
      await signIn(who, journey, email)
      const draft = await startForm(who, running)
      await who.follow('Continue')
      await fillPages(who, draft, scenario)
      await uploadAll(who, scenario)
      await who.follow('Review')
      await goOnToSign(who, journey.mailbox, email)
      assert.match(await who.text(), /Nothing to pay|no fee/)
      await sign(who, 'Submit')
      assert.match(who.at(), /^\/submissions\//)
      assert.match(await receiptNumber(who), /^IOE\d{10}$/)
    }))
}

async function refusedUploads(who: Person, label: string) {
  await who.pressIn(label, 'Upload')
  assert.match(await who.text(), /Choose a file first/)
  await upload(who, label, paper('programme.exe'))
  assert.match(await who.text(), /We take .* files only/)
}

async function payWithTwoCards(who: Person) {
  await who.press('Pay and submit')
  await eventually('the cashier', async () => {
    if (who.page.url().startsWith(running.cashierUrl)) return true
    return void (await who.follow(
      (await who.page.getByRole('link', { name: 'Go to the payment page' }).count())
        ? 'Go to the payment page'
        : 'Continue',
    ))
  })
  await payAtCashier(who, declinedCard)
  assert.match(await who.text(), /declined/)
  await payAtCashier(who, goodCard)
  await eventually('the way back', async () => who.at().startsWith('/submissions/') || undefined)
}

async function followCase(who: Person, email: string) {
  const receipt = await receiptNumber(who)
  assert.match(await who.text(), /Receipt number/)
  const mail = await journey.mailbox.next({ to: email, subject: 'We received your form' })
  assert.ok(!`${mail.subject}${mail.text}${mail.html}`.includes(receipt), 'a mail tells no receipt number')
  assert.match(mail.text, /^Online Account Number: \d{4} \d{4} \d{4}$/m)
  await who.follow('Go to your case')
  assert.equal(who.at(), `/cases/${receipt}`)
  const copy = await eventually('the copy of record', async () => {
    const links = who.page.getByRole('link', { name: /copy/i })
    if ((await links.count()) > 0) return (await links.first().getAttribute('href')) ?? undefined
    return void (await who.reload())
  })
  const pdf = await who.page.context().request.get(new URL(copy, running.portalUrl).href)
  assert.equal(pdf.headers()['content-type'], 'application/pdf')
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  await strangerSees(receipt)
  await who.goTo(`${running.portalUrl}/account`)
  assert.ok((await who.text()).replace(/\s/g, '').includes(receipt), 'My cases lists it')
}

const strangerSees = (receipt: string) =>
  as({ javaScript: false }, async (stranger) => {
    await stranger.goTo(`${running.portalUrl}/`)
    await stranger.follow('Check case status')
    await stranger.type('Receipt number', `${receipt.slice(0, 3).toLowerCase()} ${receipt.slice(3)}`)
    await stranger.press('Check case status')
    const text = await stranger.text()
    assert.match(text, /received/i)
    for (const personal of ['Maria', 'Example Street', 'example.test'])
      assert.ok(!text.includes(personal), `${personal} is nobody else's to know`)
  })

test('given a session that ends in the middle of a page, what was typed comes back after signing in, unsaved', () =>
  as({ javaScript: false }, async (who) => {
    const email = 'maria@example.test'
    await signIn(who, journey, email)
    const { name, pages } = scenarioPerson(running, 'lost card')
    const draft = await startForm(who, running)
    await who.follow('Continue')
    await fillPages(who, draft, { name, pages: pages.slice(0, 2), files: {} })
    assert.equal(who.at(), `${draft}/your-name`)
    const typed = 'Half-way “O’Typed”'
    await who.type('Family name (last name)', typed)
    await endSessions()
    await who.press('Save and continue')
    assert.equal(who.at(), '/sign-in')
    await giveBothFactors(who, journey, email)
    assert.equal(who.at(), `${draft}/your-name`)
    assert.equal(await who.page.getByLabel('Family name (last name)').inputValue(), typed)
    assert.match(await who.text(), /not saved yet/)
    await who.goTo(`${running.portalUrl}${draft}/your-name`)
    assert.notEqual(await who.page.getByLabel('Family name (last name)').inputValue(), typed, 'nothing was saved')
  }))

/** As when nobody touched the browsers for an hour. */
async function endSessions() {
  const owner = running.database.pools.owner
  assert.ok(owner)
  const anHourAgo = Temporal.Now.instant().subtract({ hours: 1 })
  await owner.updateTable('accounts.session').set({ last_seen_at: anHourAgo }).execute()
}

test('given a keyboard alone, a page of the form and its choices are answered', () =>
  as({ javaScript: true, keyboardOnly: true }, async (who) => {
    const scenario = scenarioPerson(running, 'lost card')
    await signIn(who, journey, 'sam@example.test')
    const draft = await startForm(who, running)
    await who.follow('Continue')
    await fillPages(who, draft, { ...scenario, pages: scenario.pages.slice(0, 6) })
  }))

test('given a narrow phone, every page from the catalogue to the review fits', () =>
  as({ javaScript: false, width: 320 }, async (who) => {
    const scenario = scenarioPerson(running, 'lost card')
    await signIn(who, journey, 'sam@example.test')
    const draft = await startForm(who, running)
    await who.follow('Continue')
    await fillPages(who, draft, scenario)
    await uploadAll(who, scenario)
    await who.follow('Review')
    await goOnToSign(who, journey.mailbox, 'sam@example.test')
    await who.goTo(`${running.portalUrl}/account`)
  }))
