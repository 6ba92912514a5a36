import { demoClients, demoFirm } from '../../src/app/demo/clients.ts'
import { demoPeople } from '../../src/app/demo/people.ts'
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { officeRoutesOf, portalRoutesOf } from '../../src/app/composition.ts'
import { knownReceiptPrefixes } from '../../src/cases/index.ts'
import { officePaths, paths } from '../../src/platform/paths.ts'
import { eventually, mailboxOf } from '../journeys/post.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { webClient } from '../web-client.ts'
import { latinFaults } from './latin-words.ts'
import {
  fileOnce,
  fillDraft,
  linksIn,
  type Met,
  metBy,
  meetAll,
  meetSignUp,
  signInAs,
  signInToOffice,
  type Visitor,
  wordsTyped,
} from './meet.ts'
import {
  cookieFaults,
  deadFaults,
  dearFaults,
  demonstrationSentence,
  direction,
  headerFaults,
  inlineFaults,
  labelFaults,
  markupFaults,
  sentenceFaults,
} from './page-faults.ts'
import { bytesOfPage } from './over-the-wire.ts'
import { wordsOfPaper } from './papers.ts'
import { refusalFaults, routeFaults, unserved } from './served.ts'
import { countStatements, type StatementCount } from './statements.ts'

let running: RunningPortolan
let count: StatementCount
let met: Met[]
let pages: Met[]
let maria: Visitor

before(async () => {
  count = countStatements()
  running = await runningPortolan({ seeded: true, environment: { PORTOLAN_PSEUDO_LANGUAGES: 'yes' } })
  met = await meetEverything()
  pages = met.filter(({ html }) => html !== '')
})

after(async () => {
  count?.stop()
  await running?.end()
})

const withoutParameters = (
  all: Readonly<Record<string, { pattern: string }>>,
  routes: readonly { kind: string; method?: string; path: { pattern: string } }[],
) =>
  Object.values(all)
    .map(({ pattern }) => pattern)
    .filter(
      (pattern) =>
        !pattern.includes(':') &&
        routes.some(({ kind, method, path }) => path.pattern === pattern && kind !== 'action' && method !== 'POST'),
    )

async function meetEverything(): Promise<Met[]> {
  const portal = withoutParameters(paths, portalRoutesOf(running.deployment))
  const visitor = { who: 'visitor', client: webClient(running.portalUrl) }
  const mailbox = await mailboxOf(running)
  maria = await signInAs(running, mailbox, 'maria@example.test')
  const { receipt, submission } = await fileOnce(maria)
  await eventually('copy of record and fee receipt', async () => {
    const { html } = await maria.client.get(`/cases/${receipt}`)
    return new Set(linksIn(html).filter((href) => href.includes('/documents/'))).size >= 2 || undefined
  })
  const draft = await fillDraft(maria)
  const officer = await signInToOffice(running, 'officer@example.test')
  const admin = await signInToOffice(running, 'admin@example.test')
  const office = withoutParameters(officePaths, officeRoutesOf())
  const gettable = portal.filter((path) => path !== '/case-status.json' && path !== '/leaving')
  const representatives = new Set(
    portalRoutesOf(running.deployment).flatMap(({ access, path }) => (/as representative/.test(access.name) ? [path.pattern] : [])),
  )
  const representative = await signInAs(running, mailbox, 'rep@example.test')
  return [
    ...(await meetAll(visitor, gettable, count)),
    ...(await meetAll(maria, [...gettable.filter((path) => !representatives.has(path)), submission, draft], count)),
    ...(await meetAll(representative, ['/account', ...gettable.filter((path) => representatives.has(path))], count)),
    ...(await meetSignUp(running, mailbox, 'newcomer@example.test', count)),
    ...(await meetAll(officer, office, count)),
    ...(await meetAll(admin, ['/'], count)),
    ...(await meetAll({ who: 'visitor of the office', client: webClient(running.officeUrl) }, ['/'], count)),
  ]
}

/** Addresses of the first day whose page is not there yet, and the page that says so. */
const notServedYet: Readonly<Record<string, string>> = {}

test('every route declares who may open it and what it leaves in the record', () => {
  assert.deepEqual(routeFaults([...portalRoutesOf(running.deployment), ...officeRoutesOf()]), [])
})

test('every form shows every refusal its operation can give', () => {
  assert.deepEqual(refusalFaults([...portalRoutesOf(running.deployment), ...officeRoutesOf()]), [])
})

test('every address is served', () => {
  assert.deepEqual(unserved(paths, portalRoutesOf(running.deployment), notServedYet), [])
  assert.deepEqual(unserved(officePaths, officeRoutesOf(), notServedYet), [])
})

test('no link is dead, for a visitor, an applicant, a representative, an officer', () => {
  assert.ok(pages.length > 200, `${pages.length} pages were met`)
  assert.deepEqual(met.flatMap(deadFaults), [])
})

test('every page is well-formed, its ids unique, its labels bound', async () => {
  const faults = (await Promise.all(pages.filter(({ language }) => language === 'en').map(markupFaults))).flat()
  assert.deepEqual(faults, [])
})

test('no page has inline style or script', () => assert.deepEqual(pages.flatMap(inlineFaults), []))

test('a question stands once on its page', () =>
  assert.deepEqual(pages.filter(({ language }) => language === 'en').flatMap(labelFaults), []))

test('every page says that it is a demonstration', () => assert.deepEqual(pages.flatMap(sentenceFaults), []))

test('every mail, text and letter says that it is a demonstration', async () => {
  const sent = (await running.outbox()).filter(({ channel }) => channel !== 'app')
  assert.ok(sent.length >= 8, `${sent.length} were sent`)
  for (const { channel, text, subject } of sent) assert.ok(text.includes(demonstrationSentence), `${channel}: ${subject}`)
})

test('every paper says that it is a demonstration', async () => {
  const papers = met.filter(({ path }) => /^\/cases\/.*\/documents\//.test(path))
  assert.ok(papers.length >= 2, `${papers.length} papers`)
  for (const { path } of papers)
    assert.ok((await wordsOfPaper(maria.client, path)).includes(demonstrationSentence.replaceAll(' ', '')), path)
})

test('every answer carries the security headers and stays out of caches', () =>
  assert.deepEqual(met.flatMap(headerFaults), []))

test('no page has a word that is written into the code', () => {
  const { agency } = running.deployment
  const data = [
    wordsTyped(),
    JSON.stringify(agency.offices),
    knownReceiptPrefixes.join(' '),
    'passport',
    'Demonstration officer supervisor administrator',
    'maria',
    'United States',
    JSON.stringify([demoFirm, demoClients, demoPeople.map(({ practice }) => practice)]),
  ]
  const ours = pages.filter(({ path }) => !path.startsWith('/demo/outbox'))
  assert.deepEqual(
    ours.flatMap((page) => latinFaults(page, data)),
    [],
  )
})

test('in a language written from the right, every page reads from the right', () =>
  assert.deepEqual(pages.flatMap(direction), []))

test('no page costs more statements than its few, however much it lists', () =>
  assert.deepEqual(met.flatMap(dearFaults), []))

test('the first page and all it needs is under 60 KB over the wire', async () => {
  const bytes = await bytesOfPage(running.portalUrl, '/')
  assert.ok(bytes < 60_000, `${bytes} bytes`)
})

test('every error page is as well guarded as the pages it stands for', async () => {
  const client = webClient(running.portalUrl)
  const lost = ['/nowhere', '/cases/IOE0000000000', '/drafts/x/y', '/assets/nowhere.css', '/sign-up/confirm/worn-out']
  const errors = []
  for (const path of lost) errors.push(metBy({ who: 'visitor', client }, await client.get(path), 0))
  const forged = await client.post('/sign-in', new URLSearchParams({ csrf: 'forged', email: 'x' }))
  errors.push({
    ...metBy({ who: 'visitor', client }, client.last, 0),
    path: '/sign-in',
    status: forged.status,
    html: await forged.text(),
    headers: forged.headers,
  })
  assert.ok(errors.some(({ status }) => status === 404) && errors.some(({ status }) => status === 403))
  assert.deepEqual(
    errors.flatMap((error) => [
      ...headerFaults(error),
      ...(error.html ? [...inlineFaults(error), ...sentenceFaults(error)] : []),
    ]),
    [],
  )
})

test('a protected case is answered like one that does not exist, as a page and as JSON', async () => {
  const client = webClient(running.portalUrl)
  const owner = running.database.pools.owner
  const shown = await owner
    ?.selectFrom('cases.case')
    .select('receipt_number')
    .where('receipt_number', 'like', 'IOE%')
    .executeTakeFirstOrThrow()
  const receipt = shown?.receipt_number ?? ''
  const answers = async (number: string) => {
    const page = await client.get(`/case-status?receiptNumber=${number}`)
    const json = await client.get(`/case-status.json?receiptNumber=${number}`)
    return [page.status, page.html, json.status, json.html].map((each) =>
      String(each).replaceAll(number, '…').replaceAll(number.slice(3), '…'),
    )
  }
  assert.notDeepEqual(await answers(receipt), await answers('IOE0000000000'))
  await owner?.updateTable('cases.case').set({ protected: true }).where('receipt_number', '=', receipt).execute()
  assert.deepEqual(await answers(receipt), await answers('IOE0000000000'))
})

test('no cookie is ever set that the page about storage does not list; the office has its own two', async () => {
  const named = (lines: readonly Met[]) => new Set(lines.flatMap(({ headers }) => headers.getSetCookie()).map((line) => line.split('=')[0] ?? ''))
  const page = met.find(({ path, language }) => path.startsWith('/storage-preferences') && language === 'en')
  const listed = new Set([...(page?.html ?? '').matchAll(/<code>(portolan_\w+)<\/code>/g)].map(([, name]) => name))
  assert.ok(listed.size >= 7)
  const ofOffice = (one: Met) => /^(officer|admin|visitor of the office)/.test(one.who)
  assert.deepEqual([...named(met.filter((one) => !ofOffice(one)))].filter((name) => !listed.has(name)), [])
  const offices = ['portolan_office', 'portolan_office_visitor', 'portolan_language']
  assert.deepEqual([...named(met.filter(ofOffice))].filter((name) => !offices.includes(name)), [])
})

test('cookies are for our pages alone: HttpOnly, SameSite=Lax, the whole site', () => {
  const cookies = met.flatMap(({ headers }) => headers.getSetCookie())
  assert.ok(cookies.length > 0)
  assert.deepEqual(cookies.flatMap(cookieFaults), [])
})
