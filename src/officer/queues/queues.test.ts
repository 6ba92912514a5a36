import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { casesAPage } from './list-queues.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  for (const number of [1, 2, 3]) await office.enrol('officer', number)
})
after(() => office.end())
beforeEach(async () => {
  await office.database.pools.owner?.deleteFrom('officer.assignment').execute()
  await office.database.pools.owner?.deleteFrom('cases.status_change').execute()
  await office.database.pools.owner?.deleteFrom('cases.case').execute()
  office.services.clock.advance({ minutes: 2 })
})

async function paperCases(count: number): Promise<string[]> {
  const numbers: string[] = []
  for (let i = 0; i < count; i += 1) {
    office.services.clock.advance({ minutes: 1 })
    numbers.push((await office.openCase({ account: null, channel: 'paper' })).receiptNumber)
  }
  return numbers
}

const take = 'Take the next case'
const taken = (url: string) => url.replace('/cases/', '')

describe('the queues', () => {
  it('say how many cases wait, and lead from sign-in to a status without the address bar', async () => {
    const [oldest] = await paperCases(2)
    const browser = await office.signedIn('officer')
    assert.match(browser.seen.text, /Newly received 2 cases/)
    await browser.press(take)
    assert.equal(taken(browser.seen.url), oldest)
    await browser.press('Open file', { reason: 'work-on-case' })
    await browser.press('Change status', { status: 'actively-reviewed', reason: 'Complete' })
    assert.match(browser.seen.html, /href="\/queues"/)
    await browser.open('/queues')
    assert.match(browser.seen.text, /Newly received 1 case .*Waiting for review 1 case/)
    assert.match(browser.seen.html, new RegExp(`href="/cases/${oldest}"`), 'it is still the officer’s work')
  })

  it('give each of three officers who press at once a case of their own, the oldest three', async () => {
    const numbers = await paperCases(5)
    const browsers = await Promise.all([1, 2, 3].map((number) => office.signedIn('officer', number)))
    const pressed = await Promise.all(browsers.map((browser) => browser.press(take)))
    assert.deepEqual(pressed.map(({ url }) => taken(url)).toSorted(), numbers.slice(0, 3).toSorted())
  })

  it('say so when all of a queue is in work, and give a case that was put back to the next', async () => {
    const [number] = await paperCases(1)
    const [first, second] = [await office.signedIn('officer', 1), await office.signedIn('officer', 2)]
    await first.press(take)
    await second.press(take)
    assert.match(second.seen.text, /There is no free case in this queue/)
    assert.match(second.seen.text, /a colleague/)
    await first.press('Open file', { reason: 'work-on-case' })
    await first.press('Put back in the queue')
    assert.match(first.seen.text, /You have not taken a case/)
    await second.press(take)
    assert.equal(taken(second.seen.url), number)
  })

  it('let go of a case when the agency waits for the person', async () => {
    await paperCases(1)
    const browser = await office.signedIn('officer')
    await browser.press(take)
    await browser.press('Open file', { reason: 'work-on-case' })
    await browser.press('Change status', { status: 'notice-returned', reason: 'A page is missing' })
    await browser.open('/queues')
    assert.match(browser.seen.text, /You have not taken a case/)
    assert.match(browser.seen.text, /Waiting for the person 1 case/)
  })

  it('show the longest waiting first, page by page, each case once', async () => {
    const numbers = await paperCases(casesAPage + 3)
    const browser = await office.signedIn('officer')
    const listed = (html: string) => [...html.matchAll(/href="\/cases\/(\w{13})"/g)].map(([, number]) => number)
    await browser.open('/queues/received')
    const first = listed(browser.seen.html)
    const next = /href="(\/queues\/received\?after=[^"]*)"/.exec(browser.seen.html)?.[1] ?? ''
    await browser.open(next.replaceAll('&amp;', '&'))
    assert.deepEqual([...first, ...listed(browser.seen.html)], numbers)
    assert.equal(first.length, casesAPage)
    assert.doesNotMatch(browser.seen.text, /Next page/)
  })

  it('take a queue that does not exist, and a place that is none, for what they are', async () => {
    const browser = await office.signedIn('officer')
    assert.equal((await browser.open('/queues/nothing')).status, 404)
    for (const place of ['x', '2026-99-99T00:00:00Z~00000000-0000-0000-0000-000000000000', "'~'"])
      assert.equal((await browser.open(`/queues/received?after=${place}`)).status, 200, place)
    assert.equal((await browser.open('/queues/received?after=%00')).status, 404)
    assert.deepEqual(office.faults, [])
  })
})
