import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { it, type TestContext } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { startCashier } from '../../cashier/index.ts'
import { cards, shopWith, type PayForm, payFormWith, payWith, sendPayForm, tokenOn } from './cashier-bench.ts'

const openShop = shopWith(startCashier)

const sentence =
  'Demonstration of Portolan, open-source software. Not a government website. Do not enter real personal information.'
const today = Temporal.Instant.from('2026-05-10T12:00:00Z').epochMilliseconds

async function openPage(t: TestContext) {
  const shop = await openShop(t, { clock: () => today })
  const opened = await shop.pay.open(shop.checkout(), randomUUID())
  return { ...shop, ...opened }
}

const wrongForms: [rule: string, form: PayForm, words: string][] = [
  ['an empty number', { cardNumber: '' }, 'Enter the card number'],
  ['letters in the number', { cardNumber: '4242 abcd' }, 'Enter the card number with digits only'],
  ['too short a number', { cardNumber: '4242 4242' }, 'It has 12 to 19 digits'],
  ['too long a number', { cardNumber: '4'.repeat(5_000) }, 'It has 12 to 19 digits'],
  ['a mistyped digit', { cardNumber: '4242 4242 4242 4243' }, 'One of its digits does not fit'],
  ['a card that is no test card', { cardNumber: '5555 5555 5555 4444' }, 'This page does not take real cards'],
  ['an empty date', { expiry: ' ' }, 'Enter the expiry date'],
  ['a date in words', { expiry: 'May' }, 'as month and year, such as 04/30'],
  ['a thirteenth month', { expiry: '13/30' }, 'Enter a month from 01 to 12'],
  ['a month that is over', { expiry: '04/26' }, 'This card has expired'],
  ['a date far ahead', { expiry: '04/2099' }, 'too many years ahead'],
  ['an empty code', { securityCode: '' }, 'Enter the security code'],
  ['a code of two digits', { securityCode: '12' }, 'Enter the 3 or 4 digits'],
  ['an empty name', { name: '' }, 'Enter the name on the card'],
  ['a long name', { name: 'x'.repeat(101) }, '100 characters or fewer'],
  ['a control character in the name', { name: 'Maria\u0000' }, 'ordinary marks only'],
  ['a direction override in the name', { name: '\u202eMaria' }, 'ordinary marks only'],
]

it('shows the demonstration sentence, what is paid for, the fields and buttons by their words', async (t) => {
  const { url } = await openPage(t)
  const answer = await fetch(url)
  const page = await answer.text()
  assert.equal(answer.status, 200)
  for (const words of [sentence, 'Pay $465.00', 'Card &amp; print &lt;fee>', '$50.00', '4000 0000 0000 0259']) {
    assert.ok(page.includes(words), words)
  }
  for (const label of ['Card number', 'Expiry date', 'Security code', 'Name on card']) {
    assert.match(page, new RegExp(`<label for="\\w+">${label}</label>`))
  }
  for (const button of ['Pay', 'Cancel']) assert.match(page, new RegExp(`<button[^>]*>${button}</button>`))
  assert.doesNotMatch(page, /<script|style=/)
})

for (const [rule, form, words] of wrongForms) {
  it(`${rule} gets words, 422 and no attempt`, async (t) => {
    const { pay, providerId, url } = await openPage(t)
    const { status, page } = await payFormWith(url, form)
    assert.equal(status, 422)
    assert.ok(page.includes(words), page)
    assert.match(page, /<title>Error: /)
    assert.match(page, /There is a problem/)
    assert.equal((await pay.find(providerId)).attempts, 0)
  })
}

it('everything wrong at once is listed at once, and a nothing of a form does not fault', async (t) => {
  const { url } = await openPage(t)
  const { status, page } = await sendPayForm(url, {})
  assert.equal(status, 422)
  assert.match(page, /There are 4 problems/)
  for (const name of ['cardNumber', 'expiry', 'securityCode', 'name']) assert.ok(page.includes(`href="#${name}"`))
})

it('a wrong form keeps name and date, escaped, and never the card number or its code', async (t) => {
  const { url } = await openPage(t)
  const { page } = await payFormWith(url, { name: '"><b>O\'Brien', securityCode: '98', expiry: '05/26' })
  assert.match(page, /value="&quot;(>|&gt;)&lt;b/)
  assert.match(page, /value="05\/26"/)
  assert.doesNotMatch(page, /value="4242|value="98"/)
})

it('a card is good until the end of its month, and the date may be written in several ways', async (t) => {
  for (const expiry of ['05/26', '5/2026', '05 26', '0526', '05-26']) {
    const { url } = await openPage(t)
    assert.equal((await payFormWith(url, { expiry })).status, 303, expiry)
  }
})

it('a form from another origin, from nowhere or without the token of its page is refused', async (t) => {
  const { pay, providerId, url, checkout } = await openPage(t)
  const token = await tokenOn(url)
  for (const site of ['cross-site', 'same-site', 'none']) {
    assert.equal((await payFormWith(url, { token }, { 'sec-fetch-site': site })).status, 403)
  }
  const other = await pay.open(checkout(), randomUUID())
  for (const foreign of ['', 'forged', await tokenOn(other.url)]) {
    assert.equal((await payFormWith(url, { token: foreign })).status, 403)
  }
  assert.equal((await pay.find(providerId)).status, 'open')
})

it('a browser that sends no Sec-Fetch-Site is judged by its Origin', async (t) => {
  const { url } = await openPage(t)
  const token = await tokenOn(url)
  const { origin } = new URL(url)
  const leave = async (headers: Record<string, string>) => {
    const body = new URLSearchParams({ token, action: 'cancel' })
    return (await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })).status
  }
  for (const headers of [{}, { origin: 'null' }, { origin: 'http://127.0.0.1:9' }, { origin: `${origin}.example` }]) {
    assert.equal(await leave(headers as Record<string, string>), 403)
  }
  assert.equal(await leave({ origin }), 303)
})

it('an unknown address is a page with 404, for reading and for paying', async (t) => {
  const { cashier } = await openPage(t)
  for (const path of ['/pay/co_unknown', '/pay', '/nothing']) {
    const answer = await fetch(cashier.url + path)
    assert.equal(answer.status, 404)
    assert.ok((await answer.text()).includes(sentence))
  }
  assert.equal((await payFormWith(`${cashier.url}/pay/co_unknown`, { token: 'x' })).status, 404)
})

it('a body that is no form, or far too large, is refused in words', async (t) => {
  const { url } = await openPage(t)
  const send = (body: string, type: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' } })
  assert.equal((await send('<card/>', 'text/xml')).status, 400)
  assert.equal((await send('{', 'application/json')).status, 400)
  assert.equal((await send('{"token":"x"}', 'application/json')).status, 403)
  assert.equal((await send(`name=${'x'.repeat(70_000)}`, 'application/x-www-form-urlencoded')).status, 400)
})

it('its policy allows no script, no frame and no way out but back to the merchant', async (t) => {
  const { url } = await openPage(t)
  const { headers } = await fetch(url)
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:9$/)
  assert.doesNotMatch(policy, /unsafe|script-src/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/)
})

it('the card number and its code are in no file of the cashier', async (t) => {
  const { url, stateFile } = await openPage(t)
  await payFormWith(url, { cardNumber: cards.declined, securityCode: '9173' })
  await payFormWith(url, { securityCode: '9173', name: 'Nameofpayer' })
  for (const name of await readdir(dirname(stateFile))) {
    const content = await readFile(join(dirname(stateFile), name), 'latin1')
    assert.doesNotMatch(content, /424242424242|4242 4242 4242|400000000000|4000 0000|9173|Nameofpayer/)
  }
})

it('every page is sound HTML, and a closed one says why and leads back', async (t) => {
  const { cashier, pay, providerId, url } = await openPage(t)
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off' },
  })
  const check = async (page: string) => {
    const report = await validator.validateString(page)
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((one) => one.message)), [])
  }
  await check(await (await fetch(url)).text())
  await check((await sendPayForm(url, {})).page)
  await payWith(url, cards.approved)
  await pay.capture(providerId, randomUUID())
  const closed = await (await fetch(url)).text()
  assert.match(closed, /This payment is complete/)
  assert.match(closed, /href="http:\/\/127\.0\.0\.1:9\/submissions\/1"/)
  await check(closed)
  await check(await (await fetch(`${cashier.url}/pay/none`)).text())
})
