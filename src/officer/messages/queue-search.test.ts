import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { beginThread } from '../../correspondence/messages/write-message.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'

let office: OfficeGround
let maria: Actor
let browser: PortalBrowser
let one = { receiptNumber: '', caseId: '' }
let other = { receiptNumber: '', caseId: '' }
let people = 0
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
})
after(() => office.end())
afterEach(() => assert.deepEqual(office.faults.splice(0), []))
beforeEach(async () => {
  people += 1
  office.services.clock.advance({ minutes: 2 })
  browser = await office.signedIn('officer')
  maria = await office.newAccount(`searched-${people}@example.test`)
  one = await office.openCase({ account: String(maria.id) })
  other = await office.openCase({ account: String(maria.id) })
})

async function asked(receiptNumber: string, topic = 'status') {
  office.services.clock.advance({ minutes: 1 })
  const written = await office.as(maria).perform(beginThread, { receiptNumber, topic, text: 'A word about the harbour', press: newId() })
  assert.ok(written.ok)
  return written.output.thread
}

const at = (query: Readonly<Record<string, string>>) => `${officePaths.messages()}?${new URLSearchParams(query)}`

/** Which of these conversations a search shows. */
async function shown(query: Readonly<Record<string, string>>, threads: readonly string[]) {
  const { html, text } = await browser.open(at(query))
  assert.match(text, /Messages that wait/)
  return threads.filter((thread) => html.includes(thread))
}

describe('the queue of messages, searched', () => {
  it('shows what fits the receipt number, topic and state, by a form that needs no script and stays in the address', async () => {
    const [status, later, elsewhere] = [await asked(one.receiptNumber), await asked(one.receiptNumber, 'documents'), await asked(other.receiptNumber)]
    const all = [status, later, elsewhere]
    assert.deepEqual(await shown({}, all), all)
    assert.deepEqual(await shown({ receipt: one.receiptNumber.toLowerCase() }, all), [status, later])
    assert.deepEqual(await shown({ receipt: one.receiptNumber, topic: 'documents' }, all), [later])
    await office.database.pools.owner?.updateTable('correspondence.thread').set({ state: 'answered', waits_since: null }).where('id', '=', later).execute()
    assert.deepEqual(await shown({ receipt: one.receiptNumber }, all), [status])
    assert.deepEqual(await shown({ receipt: one.receiptNumber, state: 'answered' }, all), [later])
    assert.deepEqual(await shown({ receipt: one.receiptNumber, state: 'any' }, all), [status, later])
    assert.deepEqual(await shown({ state: 'any', topic: 'documents' }, all), [later])
    const { html, text } = await browser.open(at({ receipt: one.receiptNumber, state: 'any' }))
    assert.match(html, new RegExp(`<form[^>]*method="get" action="/messages".*value="${one.receiptNumber}"`, 's'))
    assert.match(text, /What people wrote is sealed/)
    assert.doesNotMatch(text, /harbour/)
  })

  it('leads from page to page of what was searched, each conversation once', async () => {
    const threads: string[] = []
    for (let each = 0; each < 27; each += 1) threads.push(await asked(one.receiptNumber))
    // The sign-in of before has gone idle meanwhile.
    browser = await office.signedIn('officer')
    const first = await browser.open(at({ receipt: one.receiptNumber, state: 'any' }))
    const next = /href="(\/messages\?[^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match(next, new RegExp(`receipt=${one.receiptNumber}&state=any&after=`))
    const second = await browser.open(next)
    assert.deepEqual(threads.filter((thread) => first.html.includes(thread)).length, 25)
    assert.deepEqual(threads.filter((thread) => second.html.includes(thread) && !first.html.includes(thread)).length, 2)
  })

  it('says so of what is no receipt number, keeps it in its field, and finds nothing instead of everything', async () => {
    const thread = await asked(one.receiptNumber)
    const { html, text } = await browser.open(at({ receipt: 'harbour"><b>' }))
    assert.match(text, /Enter a receipt number: three letters and ten digits/)
    assert.match(html, /value="harbour&quot;>?(?:&gt;)?(?:<|&lt;)b/)
    assert.ok(!html.includes(thread))
  })

  it('finds nothing about a protected case for an officer who may not see it', async () => {
    const thread = await asked(one.receiptNumber)
    await office.database.pools.owner?.updateTable('cases.case').set({ protected: true }).where('id', '=', one.caseId).execute()
    const queries: readonly Readonly<Record<string, string>>[] = [{ receipt: one.receiptNumber }, { receipt: one.receiptNumber, state: 'any' }, { state: 'any', topic: 'status' }]
    for (const query of queries)
      assert.deepEqual(await shown(query, [thread]), [])
  })

  it('is read along an index of each state in its order, with and without a topic', async () => {
    const { owner } = office.database.pools
    assert.ok(owner)
    await owner.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      await sql`set local enable_sort = off`.execute(tx)
      const planOf = async (where: string, order: string) =>
        (await sql<{ 'QUERY PLAN': string }>`${sql.raw(`explain select * from correspondence.thread where ${where} order by ${order} limit 26`)}`.execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n')
      assert.match(await planOf(`state = 'waits' and topic = 'status'`, 'waits_since, id'), /thread_waits_about/)
      assert.match(await planOf(`state = 'answered'`, 'last_at desc, id desc'), /Index Scan Backward using thread_in_state/)
      assert.match(await planOf(`state = 'closed' and topic = 'status'`, 'last_at desc, id desc'), /Index Scan Backward using thread_about/)
    })
  })
})
