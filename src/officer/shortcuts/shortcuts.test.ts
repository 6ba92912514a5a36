import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { keyOf, keyOfPlace, shortcutNames, type ShortcutPlace, shortcutPlaces } from './shortcuts.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
})
after(() => office.end())

const bound = (html: string) => [...html.matchAll(/accesskey="([^"]*)"/g)].map(([, key]) => String(key))
const beside = (html: string) => new Set([...html.matchAll(/<kbd>([^<]*)<\/kbd>/g)].map(([, key]) => key))

/** A page on which everything that has a key is there, or two that have it between them. */
async function pagesOf() {
  const receipts: string[] = []
  for (let count = 0; count < 30; count += 1) receipts.push((await office.openCase({ account: null, channel: 'paper' })).receiptNumber)
  const browser = await office.signedIn('officer')
  const shown = async (path: string) => {
    await browser.open(path)
    return browser.seen.html
  }
  const queue = await shown('/queues/received')
  const next = /href="(\/queues\/received\?after=[^"]+)"/.exec(queue)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await browser.open('/queues')
  await browser.press('Take the next case')
  await browser.press('Open file', { reason: 'work-on-case' })
  const file = browser.seen.html
  const pages: Record<ShortcutPlace, string[]> = { file: [file], queues: [await shown('/queues')], queue: [queue, await shown(next)] }
  return { pages, list: await shown('/shortcuts') }
}

test('a key means one thing in the whole office, and no letter is a digit', () => {
  const letters = shortcutNames.map(keyOf)
  assert.equal(new Set(letters).size, letters.length)
  for (const letter of letters) assert.match(letter, /^[a-z]$/)
  assert.deepEqual([keyOfPlace(0), keyOfPlace(8), keyOfPlace(9)], ['1', '9', undefined])
})

test('each key of the list is bound on its page and shown beside what it leads to; no page binds a key twice, or one that is not listed', async () => {
  const { pages, list } = await pagesOf()
  for (const [place, names] of Object.entries(shortcutPlaces)) {
    const htmls = pages[place as ShortcutPlace]
    const all = new Set(htmls.flatMap(bound))
    // What was filed stands only in a file that was filed online; the case here came on paper.
    const expected = names.filter((name) => name !== 'answers').map(keyOf)
    for (const key of expected) assert.ok(all.has(key), `${key} is not bound in ${place}`)
    for (const html of htmls) {
      const keys = bound(html)
      assert.deepEqual(keys, [...new Set(keys)], `${place} binds a key twice`)
      const unlisted = keys.filter((key) => !/^[1-9]$/.test(key) && !expected.includes(key))
      assert.deepEqual(unlisted, [], `${place} binds what its list does not name`)
      for (const key of keys) assert.ok(beside(html).has(key), `${key} is not shown in ${place}`)
    }
  }
  const listed = beside(list)
  for (const name of shortcutNames) assert.ok(listed.has(keyOf(name)), `${name} is not in the list`)
  assert.match(list, /In a case file[\s\S]*On the page of all queues[\s\S]*In a queue/)
})
