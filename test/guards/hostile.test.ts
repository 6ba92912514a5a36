import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type Mailbox, mailboxOf } from '../journeys/post.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { type WebClient, webClient } from '../web-client.ts'
import { answerFaults, type FormMet, formsIn, hostileValues, pressedWith } from './hostile.ts'
import { fewOfAKind, fileOnce, fillDraft, kindOf, linksIn, meetSignUp, signInAs, signInToOffice } from './meet.ts'

let running: RunningPortolan
let mailbox: Mailbox
let visitor: WebClient
let maria: WebClient
let sam: WebClient
let officer: WebClient
let draft: string
let filed: { receipt: string; submission: string }

before(async () => {
  running = await runningPortolan({ seeded: true })
  mailbox = await mailboxOf(running)
  visitor = webClient(running.portalUrl)
  maria = (await signInAs(running, mailbox, 'maria@example.test')).client
  sam = (await signInAs(running, mailbox, 'sam@example.test')).client
  officer = (await signInToOffice(running, 'officer@example.test')).client
  filed = await fileOnce({ who: 'maria@example.test', client: maria })
  draft = await fillDraft({ who: 'maria@example.test', client: maria })
})

after(() => running?.end())

/** Every form that can be reached by links from these pages. */
async function formsFrom(client: WebClient, starts: readonly string[]): Promise<FormMet[]> {
  const [forms, waiting, isNew]: [FormMet[], string[], (path: string) => boolean] = [[], [...starts], fewOfAKind()]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (!isNew(path)) continue
    const { html, status, headers } = await client.get(path)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    forms.push(...formsIn(path, html))
    waiting.push(...linksIn(html))
  }
  // One case's form is like another's.
  return [...new Map(forms.map((form) => [kindOf(form.action.replace(/\?.*/, '')), form])).values()]
}

async function faultsOf(client: WebClient, forms: readonly FormMet[]): Promise<string[]> {
  const faults: string[] = []
  for (const form of forms)
    for (const what of Object.keys(hostileValues)) faults.push(...(await pressedWith(client, form, what)))
  return faults
}

const brokenRequests = () => running.logged.filter((line) => line.includes('"event":"fault"'))

test('whatever a visitor types anywhere is refused in words, with the way to each field and nothing lost', async () => {
  const forms = await formsFrom(visitor, ['/', '/sign-in', '/sign-up', '/forgot-username'])
  assert.ok(forms.length >= 4, `${forms.length} forms`)
  assert.deepEqual(await faultsOf(visitor, forms), [])
  assert.deepEqual(brokenRequests(), [])
})

test('whatever an applicant types anywhere is refused in words, with the way to each field and nothing lost', async () => {
  const own = ['/account/profile/names', '/account/profile/a-number', '/account/notifications']
  const forms = await formsFrom(maria, ['/account', '/account/profile', ...own, draft, `${draft}/your-status`, `${draft}/sign`])
  assert.ok(forms.length >= 19, `${forms.length} forms`)
  assert.deepEqual(await faultsOf(maria, forms), [])
  assert.deepEqual(brokenRequests(), [])
})

test('whatever an officer types anywhere is refused in words, with the way to each field and nothing lost', async () => {
  const forms = await formsFrom(officer, ['/queues', '/cases', `/cases/${filed.receipt}`])
  assert.ok(forms.length >= 2, `${forms.length} forms`)
  assert.deepEqual(await faultsOf(officer, forms), [])
  assert.deepEqual(brokenRequests(), [])
})

test('whatever a newcomer types at a step of the sign-up is refused in words, and the step is still to be done', async () => {
  const faults: string[] = []
  const asked = new Set<string>()
  const look = async (client: WebClient) => {
    const { at, html } = client.last
    // Five wrong codes end a challenge: what they do has tests of its own.
    const forms = formsIn(at, html).filter(
      ({ action }) => action !== '/sign-up' && action !== '/sign-up/verification-code',
    )
    for (const form of forms) asked.add(form.action)
    faults.push(...(await faultsOf(client, forms)))
  }
  await meetSignUp(running, mailbox, 'hostile@example.test', { taken: () => 0, stop: () => {} }, look)
  assert.deepEqual(
    [...asked],
    ['/sign-up/password', '/sign-up/verification-method', '/sign-up/reset-questions', '/sign-up/account-type'],
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(brokenRequests(), [])
})

test('whatever stands in an address is answered with a page', async () => {
  const addresses = Object.values(hostileValues).flatMap((value) => {
    const piece = encodeURIComponent(value.slice(0, 190))
    return [
      `/case-status?receiptNumber=${piece}`,
      `/case-status.json?receiptNumber=${piece}`,
      `/cases/${piece || 'x'}`,
      `/drafts/${piece || 'x'}`,
      `${draft}/${piece || 'x'}`,
      `${draft}/evidence/${piece || 'x'}`,
      `/submissions/${piece || 'x'}`,
      `/file/${piece || 'x'}`,
      `/file/i-90?asked=${piece}&reason=${piece}`,
      `/sign-in?next=${piece}`,
      `/sign-up/confirm/${piece || 'x'}`,
      `/?language=${piece}`,
      `/cases/${filed.receipt}/documents/${piece || 'x'}`,
    ]
  })
  const answers = []
  for (const address of [...addresses, '/sign-in?next=//elsewhere.test', '/%E0%A4%A', '/drafts/%00'])
    answers.push(await maria.get(address))
  assert.deepEqual(
    answers.filter(({ status }) => status >= 500).map(({ at }) => at),
    [],
  )
  assert.deepEqual(
    answers.filter(({ html }) => html.includes('<script>alert(1)')).map(({ at }) => at),
    [],
  )
  assert.deepEqual(brokenRequests(), [])
})

/** A 404 without what differs from request to request. */
const bare = (html: string) =>
  html
    .replace(/value="[^"]*"/g, '')
    .replace(/data-[a-z-]+="[^"]*"/g, '')
    .replace(/<time[\s\S]*?<\/time>/g, '')
    .replace(/\d+/g, '0')

test('what belongs to another person is answered like what does not exist', async () => {
  await maria.get(`/cases/${filed.receipt}`)
  const paper = linksIn(maria.last.html).find((href) => href.includes('/documents/'))
  await maria.get(`${draft}/evidence`)
  const file = /\/drafts\/[^"]+\/evidence\/[0-9a-f-]{36}/.exec(maria.last.html)?.[0]
  assert.ok(file, 'a file of the draft')
  const unknown = '00000000-0000-7000-8000-000000000000'
  const hers = [
    draft,
    `${draft}/your-name`,
    `${draft}/evidence`,
    `${draft}/review`,
    `${draft}/delete`,
    file,
    filed.submission,
    `/cases/${filed.receipt}`,
    ...(paper ? [paper] : []),
  ]
  for (const path of hers) {
    const other = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, unknown).replace(filed.receipt, 'IOE0000000000')
    const [known, none] = [await sam.get(path), await sam.get(other)]
    assert.equal(known.status, 404, path)
    assert.equal(none.status, 404, other)
    assert.equal(bare(known.html), bare(none.html), path)
  }
})

/** The token that stands in the forms a person has open. */
const tokenOf = (client: WebClient) => /name="csrf" value="([^"]+)"/.exec(client.last.html)?.[1] ?? ''

test('a form of another person, without a token, with a forged one or from elsewhere changes nothing', async () => {
  const page = `${draft}/your-name`
  await maria.get(page)
  const hers = tokenOf(maria)
  const value = { familyName: 'Overwritten' }
  await sam.get('/account')
  const [his] = [tokenOf(sam)]
  const stranger = await sam.post(page, new URLSearchParams({ csrf: his, ...value }))
  assert.equal(stranger.status, 404)
  for (const csrf of ['', 'forged', his])
    assert.equal(
      (await maria.post(page, new URLSearchParams({ csrf, ...value }))).status,
      403,
      `token “${csrf.slice(0, 6)}”`,
    )
  for (const origin of ['https://elsewhere.test', 'null', running.officeUrl]) {
    const headers = { origin, cookie: maria.cookieHeader() }
    const posted = await fetch(new URL(page, running.portalUrl), {
      method: 'POST',
      headers,
      body: new URLSearchParams({ csrf: hers, ...value }),
      redirect: 'manual',
    })
    assert.equal(posted.status, 403, origin)
  }
  assert.ok(!(await maria.get(page)).html.includes('Overwritten'))
})

test('the guard finds a fault, markup that is repeated, a missing summary, a dead link in it and a lost value', () => {
  const form: FormMet = { page: '/x', action: '/x', hidden: [], fields: [{ name: 'a', echoes: true }] }
  const page = (link: string, value: string) =>
    `<div class="error-summary"><a href="#${link}">x</a></div><input id="a" name="a" type="text" value="${value}">`
  assert.deepEqual(answerFaults('/x', form, 'kept', 422, page('a', 'kept')), [])
  assert.deepEqual(answerFaults('/x', form, '">', 422, page('a', '&quot;>')), [])
  assert.equal(answerFaults('/x', form, 'kept', 500, '').length, 1)
  assert.equal(answerFaults('/x', form, 'kept', 200, '<script>alert(1)</script>').length, 1)
  assert.equal(answerFaults('/x', form, 'kept', 422, '<p>no</p>').length, 1)
  assert.equal(answerFaults('/x', form, 'kept', 422, page('b', 'kept')).length, 1)
  assert.equal(answerFaults('/x', form, 'kept', 422, page('a', '')).length, 1)
  assert.deepEqual(
    formsIn(
      '/x',
      '<form method="post" action="/y"><input type="hidden" name="csrf" value="t"><input name="a"></form>',
    )[0]?.fields,
    [{ name: 'a', echoes: true }],
  )
})
