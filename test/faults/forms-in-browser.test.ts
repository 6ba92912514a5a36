import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { agency } from '../../agency/us/agency.ts'
import type { ScenarioPerson } from '../../src/filing/index.ts'
import { closeBrowser, type Person, person } from '../journeys/browser.ts'
import {
  errorsOn,
  fillPages,
  goodCard,
  goOnToSign,
  payAtCashier,
  receiptNumber,
  scenarioPeople,
  sign,
  startFormOf,
  uploadAll,
} from '../journeys/filing-steps.ts'
import { eventually, mailboxOf } from '../journeys/post.ts'
import { type Journey, signIn } from '../journeys/sign-up-steps.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'

/** So many described people of a form, and as many more for each of `--runs`. */
const peoplePerForm = 3 * Number(process.env.FAULT_RUNS ?? 1)
const email = 'maria@example.test'
const phone = 360

let running: RunningPortolan
let journey: Journey
let who: Person

before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
  who = await person({ javaScript: false, width: phone })
  await signIn(who, journey, email)
})
after(async () => {
  await who?.end()
  await closeBrowser()
  await running?.end()
})

/** Until no file waits for its check any more: a press of the browser's reload, as the page says. */
const filesChecked = () =>
  eventually('checked files', async () => (/Being checked/.test(await who.text()) ? void (await who.reload()) : true))

async function payByCard() {
  await who.press('Pay and submit')
  await eventually('the cashier', async () => {
    if (who.page.url().startsWith(running.cashierUrl)) return true
    const link = who.page.getByRole('link', { name: /^(Go to the payment page|Continue)$/ }).first()
    return void (await who.follow(await link.innerText()))
  })
  await payAtCashier(who, goodCard)
  await eventually('the way back', async () => who.at().startsWith('/submissions/') || undefined)
}

async function fileAs(form: string, scenario: ScenarioPerson) {
  const draft = await startFormOf(who, running, form)
  await who.follow('Continue')
  await fillPages(who, draft, scenario)
  await who.goTo(`${running.portalUrl}${draft}/evidence`)
  await uploadAll(who, scenario)
  await filesChecked()
  await who.goTo(`${running.portalUrl}${draft}/review`)
  assert.equal(await who.page.getByRole('link', { name: 'Go on to sign' }).count(), 1, await who.text())
  await goOnToSign(who, journey.mailbox, email)
  assert.equal(who.at(), `${draft}/sign`, await who.text())
  const paysNothing = (await who.page.getByRole('button', { name: 'Submit', exact: true }).count()) > 0
  await sign(who, paysNothing ? 'Submit' : 'Sign and continue')
  assert.equal(await errorsOn(who), '')
  if (!paysNothing) await payByCard()
  return receiptNumber(who)
}

describe('without scripts, on a phone', () => {
  for (const { code } of agency.forms.filter(({ here }) => here))
    test(`described people of Form ${code} fill in every page, bring their evidence, sign, pay and get a receipt number`, async (t) => {
      const people = scenarioPeople(running, code).slice(0, peoplePerForm)
      assert.ok(people.length >= 3, code)
      for (const scenario of people)
        await t.test(scenario.name, async () => assert.match(await fileAs(code, scenario), /^IOE\d{10}$/))
    })
})
