import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type Browsing, type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import { visitor } from '../../platform/actor.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { definitionOf, draftsOf, evidenceAsked, replayOf, draftFor } from '../index.ts'
import type { HeldEvidence } from '../review/readiness.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
let definition: FormDefinition
let lostCard: Scenario
/** What the evidence room would say of any draft. */
let held: HeldEvidence = new Map()

before(async () => {
  ground = await filingGround(draftRoutes(async () => held))
  definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  lostCard = definition.scenarios[0] as Scenario
})
after(() => ground.end())

const scenarioNamed = (name: string) => definition.scenarios.find((scenario) => scenario.name === name) as Scenario

async function filled(scenario: Scenario) {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const walk = walker(definition, browser)
  const draft = await walk.start()
  await walk.fill(draft, scenario)
  return { person, browser, walk, draft }
}

test('the page of a form says what is to be known of its edition beforehand', async () => {
  const { html } = await ground.browse(visitor).get('/file/ar-11')
  assert.match(html, /This form does not change the address in your account/)
})

test('the catalogue says what each form costs online and on paper, from which day, and to check with the agency', async () => {
  const { status, html } = await ground.browse(visitor).get('/file')
  assert.equal(status, 200)
  assert.match(html, /<h1>File a form online<\/h1>/)
  for (const words of ['Form I-90', '\\$415.00', '\\$465.00', 'November 23, 2026', 'Check with the agency']) {
    assert.match(html, new RegExp(words))
  }
  for (const { code } of ground.services.agency.forms) assert.match(html, new RegExp(`href="/file/${code}"`), code)
})

test('the page of a form says who may use it, what it costs and what to bring; one filed elsewhere, where', async () => {
  const browser = ground.browse(visitor)
  const here = await browser.get('/file/i-90')
  for (const words of ['Who can use it', '\\$415.00', 'Government-issued identity document', 'Start form']) {
    assert.match(here.html, new RegExp(words))
  }
  const elsewhere = await browser.get('/file/i-485')
  assert.match(elsewhere.html, /href="\/leaving\?to=form-i-485"/)
  assert.doesNotMatch(elsewhere.html, /Start form/)
})

test('Form G-28 is defined and not filed here: its page says who files it and how, and starts nothing', async () => {
  const { html } = await ground.browse(visitor).get('/file/g-28')
  for (const words of ['Your lawyer or accredited representative files', 'There is no fee', 'cannot prepare or file it here yet']) {
    assert.match(html, new RegExp(words))
  }
  assert.match(html, /href="\/leaving\?to=form-g-28"/)
  assert.match(html, /No fee/)
  assert.doesNotMatch(html, /See the official page/)
  assert.doesNotMatch(html, /Start form/)
  const { html: catalogue } = await ground.browse(visitor).get('/file')
  const [here = '', elsewhere = ''] = catalogue.split('<table')
  assert.ok(elsewhere.includes('/file/g-28') && !here.includes('/file/g-28'))
})

test('an unknown form is not found; its code in capitals leads to the address', async () => {
  const browser = ground.browse(visitor)
  for (const form of ['x-1', '__proto__', 'constructor', "i-90'"]) {
    assert.equal((await browser.get(`/file/${form}`)).status, 404, form)
  }
  assert.equal((await browser.get('/file/I-90')).location, '/file/i-90')
})

/** Every way through the eligibility check, as queries. */
function* ways(given: Record<string, string> = {}, open = definition.eligibility.questions): Generator<Record<string, string>> {
  const [question, ...rest] = open
  if (!question) return yield given
  for (const option of question.options) yield* ways({ ...given, [question.id]: option }, rest)
}

test('whatever is answered, the eligibility check ends in words that say what to do, and saves nothing', async () => {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const texts = ground.services.agency.textsOf('en', 'i-90')
  const seen = new Set<string>()
  for (const given of ways()) {
    const { status, html } = await browser.get(`/file/i-90?${new URLSearchParams(given)}`)
    assert.equal(status, 200)
    const outcome = definition.eligibility.outcomes.find(({ id }) => html.includes(texts[`eligibility.outcome.${id}`] as string))
    assert.ok(outcome, JSON.stringify(given))
    assert.match(html, /agency/)
    seen.add(outcome.id)
  }
  assert.equal(seen.size, definition.eligibility.outcomes.length)
  assert.deepEqual(await ground.as(person).read(draftsOf, {}), [])
})

test('yes and no of the check are said in the product’s words where the form has none of its own', async () => {
  const { status, html } = await ground.browse(visitor).get('/file/i-765')
  assert.equal(status, 200)
  assert.match(html, /name="inUnitedStates"/)
  assert.match(html, />\s*Yes\s*</)
})

test('the check asks one question at a time, again when it is left open, and takes no answer it did not offer', async () => {
  const browser = ground.browse(visitor)
  const first = await browser.get('/file/i-90?residence=<script>')
  assert.match(first.html, /name="residence"/)
  assert.doesNotMatch(first.html, /<script>"|error-summary/)
  assert.match((await browser.get('/file/i-90?asked=residence')).html, /Choose an answer to go on/)
  const second = await browser.get('/file/i-90?residence=conditional-resident&asked=residence')
  assert.match(second.html, /name="conditionalEndsSoon"/)
  assert.match(second.html, /type="hidden" name="residence" value="conditional-resident"/)
})

async function pressStart(browser: Browsing, idempotencyKey?: string) {
  const { html } = await browser.get('/file/i-90')
  const key = idempotencyKey ?? (/name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] as string)
  return { key, ...(await browser.post('/file/i-90', { idempotencyKey: key })) }
}

test('Start form pressed twice on one page gives one draft, on a page opened anew another one', async () => {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const first = await pressStart(browser)
  assert.match(first.location ?? '', /^\/drafts\/[0-9a-f-]{36}$/)
  assert.equal((await pressStart(browser, first.key)).location, first.location)
  assert.notEqual((await pressStart(browser)).location, first.location)
  assert.equal((await pressStart(browser, 'short')).status, 422)
  assert.equal((await ground.as(person).read(draftsOf, {}))?.length, 2)
})

test('a visitor who presses Start form is led to sign in and back; a representative is told why not', async () => {
  assert.equal((await pressStart(ground.browse(visitor))).location, '/sign-in?next=%2Ffile%2Fi-90')
  const person = await ground.applicant()
  const lawyer = ground.browse({ ...person, roles: ['representative'] })
  assert.match((await lawyer.get('/file/i-90')).html, /legal representative/)
  assert.equal((await lawyer.post('/file/i-90', { idempotencyKey: 'x'.repeat(20) })).status, 404)
})

test('the task list tells each part’s state, what is not needed, and until when the draft is kept', async () => {
  const browser = ground.browse(await ground.applicant())
  const walk = walker(definition, browser)
  const draft = await walk.start()
  await browser.post(`/drafts/${draft}/your-status`, { status: 'permanent-resident' })
  const { html } = await browser.get(`/drafts/${draft}`)
  for (const words of ['1 of 15 pages done', 'In progress', 'Not yet', 'Your interpreter and Your preparer', 'December 23, 2026']) {
    assert.match(html, new RegExp(words))
  }
  assert.match(html, new RegExp(`href="/drafts/${draft}/reason"`))
  assert.doesNotMatch(html, /Keep it 30 more days/)
})

test('a draft that ends soon says so, and one press keeps it', async () => {
  const browser = ground.browse(await ground.applicant())
  const draft = await walker(definition, browser).start()
  ground.services.clock.advance({ hours: 24 * 22 })
  assert.match((await browser.get(`/drafts/${draft}`)).html, /This draft ends soon[\s\S]*Keep it 30 more days/)
  assert.equal((await browser.post(`/drafts/${draft}/extend`, {})).location, `/drafts/${draft}`)
  assert.doesNotMatch((await browser.get(`/drafts/${draft}`)).html, /This draft ends soon/)
})

test('deleting asks first; after it the draft is not found, until one press puts it back', async () => {
  const browser = ground.browse(await ground.applicant())
  const draft = await walker(definition, browser).start()
  assert.match((await browser.get(`/drafts/${draft}/delete`)).html, /Delete this draft\?/)
  assert.equal((await browser.get(`/drafts/${draft}`)).status, 200)
  assert.equal((await browser.post(`/drafts/${draft}/delete`, {})).location, `/account?deleted=${draft}`)
  assert.equal((await browser.get(`/drafts/${draft}`)).status, 404)
  assert.equal((await browser.post(`/drafts/${draft}/your-status`, { status: 'commuter' })).status, 404)
  assert.equal((await browser.post(`/drafts/${draft}/restore`, {})).location, `/drafts/${draft}`)
  assert.equal((await browser.get(`/drafts/${draft}`)).status, 200)
  const stranger = ground.browse(await ground.applicant())
  assert.equal((await stranger.post(`/drafts/${draft}/restore`, {})).status, 404)
})

test('the review names what is missing and has no way on to sign until it is there', async () => {
  const { person, browser, draft } = await filled(lostCard)
  const without = await browser.get(`/drafts/${draft}/review`)
  assert.match(without.html, /Evidence: Government-issued identity document/)
  assert.doesNotMatch(without.html, /Go on to sign/)
  const found = await ground.as(person).read(draftFor, { draft })
  assert.ok(found)
  const replayed = replayOf(ground.services.agency, found, ground.services.clock.now())
  held = new Map(evidenceAsked(replayed).filter(({ required }) => required).map(({ id }) => [id, [{ id: 'f', name: 'passport <1>.pdf' }]]))
  const complete = await browser.get(`/drafts/${draft}/review`)
  held = new Map()
  assert.match(complete.html, /passport &lt;1>.pdf/)
  assert.match(complete.html, new RegExp(`href="/drafts/${draft}/sign"`))
  assert.doesNotMatch(complete.html, /Something is still missing/)
})

test('once every page is done the one thing to do is the evidence, and with it there the review', async () => {
  const { browser, draft } = await filled(lostCard)
  const continueLink = async () => /href="([^"]+)">Continue</.exec((await browser.get(`/drafts/${draft}`)).html)?.[1]
  assert.equal(await continueLink(), `/drafts/${draft}/evidence`)
  assert.match((await browser.get(`/drafts/${draft}`)).html, /0 of 1 needed document added/)
  held = new Map([['identity-document', [{ id: 'f', name: 'passport.pdf' }]]])
  assert.equal(await continueLink(), `/drafts/${draft}/review`)
  held = new Map()
})

test('the review of a draft just begun leads to its first page', async () => {
  const browser = ground.browse(await ground.applicant())
  const draft = await walker(definition, browser).start()
  const { html } = await browser.get(`/drafts/${draft}/review`)
  assert.match(html, new RegExp(`href="/drafts/${draft}/your-status\\?back=review"`))
  assert.doesNotMatch(html, /Go on to sign/)
})

test('the review shows every answer with a link that changes it, and the fee of today', async () => {
  const { browser, draft } = await filled(lostCard)
  const { html } = await browser.get(`/drafts/${draft}/review`)
  for (const words of ['A099990001', 'March 2, 1984', '100 Example Street', '\\$415.00', '5 ft 6 in']) {
    assert.match(html, new RegExp(words))
  }
  assert.match(html, new RegExp(`href="/drafts/${draft}/your-numbers\\?back=review#aNumber"`))
})

test('a reason without a fee costs nothing', async () => {
  const { browser, draft } = await filled(scenarioNamed('card never received'))
  assert.match((await browser.get(`/drafts/${draft}/review`)).html, /There is no fee for your reason/)
})

test('a page of a draft takes at most five statements to show, and a save at most ten', async () => {
  const { browser, walk, draft } = await filled(lostCard)
  const statements: string[] = []
  const { query } = Client.prototype
  Client.prototype.query = function counted(this: Client, ...args: unknown[]) {
    statements.push(String((args[0] as { text?: string }).text ?? args[0]))
    return Reflect.apply(query, this, args)
  } as typeof query
  const counted = async (work: () => Promise<unknown>) => {
    statements.length = 0
    await work()
    return statements.length
  }
  try {
    for (const page of ['', '/your-name', '/mailing-address', '/review', '/delete']) {
      const count = await counted(() => browser.get(`/drafts/${draft}${page}`))
      assert.ok(count > 0 && count <= 5, `${page} takes ${count}: ${statements.join(' | ')}`)
    }
    const posted = walk.posted('your-name', lostCard.answers)
    const count = await counted(() => browser.post(`/drafts/${draft}/your-name`, posted))
    assert.ok(count > 0 && count <= 10, `a save takes ${count}: ${statements.join(' | ')}`)
  } finally {
    Client.prototype.query = query
  }
})

test('every page of filing is drawn in a pseudo-language and from right to left', async () => {
  const { browser, draft } = await filled(lostCard)
  for (const page of ['/file', '/file/i-90', '/file/n-400', '/file/i-485', `/drafts/${draft}`, `/drafts/${draft}/mailing-address`, `/drafts/${draft}/review`]) {
    const accented = await browser.get(`${page}?language=en-XA`)
    assert.equal(accented.status, 200, page)
    assert.doesNotMatch(accented.html, />(Save and continue|Review|Start form|Mailing address|Your name)</, page)
    assert.match((await browser.get(`${page}?language=ar-XB`)).html, /dir="rtl"/, page)
  }
})

test('all pages of a form stand under each other in the demonstration, with what each hangs on, and nowhere else', async () => {
  const browser = ground.browse(visitor)
  for (const form of ['i-90', 'n-400']) {
    const { status, html } = await browser.get(`/demo/forms/${form}`)
    assert.equal(status, 200, form)
    const { parts } = definitionOf(ground.services.agency, form, '2025-01-20')
    assert.equal(html.match(/<h3>/g)?.length, parts.flatMap(({ pages }) => pages).length, form)
  }
  assert.equal((await browser.get('/demo/forms/i-485')).status, 404)
  const mode = Object.getOwnPropertyDescriptor(ground.services, 'mode') as PropertyDescriptor
  Object.defineProperty(ground.services, 'mode', { ...mode, value: 'production' })
  assert.equal((await browser.get('/demo/forms/i-90')).status, 404)
  Object.defineProperty(ground.services, 'mode', mode)
})
