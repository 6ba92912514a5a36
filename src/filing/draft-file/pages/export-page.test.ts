import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { draftFiles, passphrase, recordOf } from '../../../../test/cast/draft-files.ts'
import { type FilingGround, filingGround } from '../../../../test/cast/filing-ground.ts'
import { walker } from '../../../../test/cast/filing-walk.ts'
import { visitor } from '../../../platform/actor.ts'
import type { FormDefinition, Scenario } from '../../definition/definition.ts'
import { definitionOf, draftFor, startDraft } from '../../index.ts'
import { draftRoutes } from '../../pages/routes.ts'

let ground: FilingGround
let definition: FormDefinition
let lostCard: Scenario

before(async () => {
  ground = await filingGround(draftRoutes())
  definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  lostCard = definition.scenarios[0] as Scenario
})
after(() => ground.end())

async function begun() {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const walk = walker(definition, browser)
  const draft = await walk.start()
  for (const page of ['your-status', 'reason', 'your-name']) await browser.post(`/drafts/${draft}/${page}`, walk.posted(page, lostCard.answers))
  return { person, browser, draft, files: await draftFiles(ground, person) }
}

describe('a copy of a draft', () => {
  it('is a download that no cache keeps, named after the day alone, with nothing of the person to be read in it', async () => {
    const { files, draft, browser, person } = await begun()
    const { status, headers, bytes } = await files.save(draft)
    assert.equal(status, 200)
    assert.equal(headers['content-disposition'], `attachment; filename="portolan-2026-11-23.draft"; filename*=UTF-8''portolan-2026-11-23.draft`)
    assert.deepEqual([headers['cache-control'], headers['content-type']], ['no-store', 'application/octet-stream'])
    assert.match(String(headers['content-security-policy']), /default-src 'none'; sandbox/)
    const text = bytes.toString('latin1')
    assert.match(text, /^PORTOLAN-DRAFT 1\nargon2id m=65536 t=3 p=1 salt=[\w-]{22}\naes-256-gcm nonce=[\w-]{16}\n[\w-]+\n$/)
    for (const secret of [lostCard.answers.familyName, lostCard.answers.givenName, draft, person.id, passphrase, 'i-90']) {
      assert.ok(!text.toLowerCase().includes(String(secret).toLowerCase()), String(secret))
    }
    assert.ok(!(await files.save(draft)).bytes.equals(bytes), 'made twice it is another file')
    assert.equal((await browser.get(`/drafts/${draft}`)).status, 200)
  })

  it('is made without a change to the draft, which ends no later for it, and is recorded without a word of it', async () => {
    const { files, draft, person } = await begun()
    const before = await ground.as(person).read(draftFor, { draft })
    ground.services.clock.advance({ minutes: 1 })
    await files.save(draft)
    assert.deepEqual(await ground.as(person).read(draftFor, { draft }), before)
    const { lines, text } = await recordOf(ground, person)
    assert.ok(lines.includes('filing.export-draft done'))
    for (const secret of [passphrase, String(lostCard.answers.familyName)]) assert.ok(!text.includes(secret))
  })

  it('says before it is made that documents are not in it, that nobody can open it without the passphrase, and where to keep it', async () => {
    const { browser, draft } = await begun()
    const { html } = await browser.get(`/drafts/${draft}/export`)
    assert.match(html, /Not in the file: documents/)
    assert.match(html, /We do not keep it/)
    assert.match(html, /USB stick/)
    assert.match(html, /name="passphrase" type="password" autocomplete="off"/)
    assert.match((await browser.get(`/drafts/${draft}`)).html, new RegExp(`href="/drafts/${draft}/export"`))
    assert.match((await browser.get(`/drafts/${draft}/delete`)).html, /Keep a copy as a file first/)
  })
})

describe('a passphrase', () => {
  const bad: [typed: string, again: string, told: RegExp][] = [
    ['', '', /Choose a passphrase/],
    ['eleven char', 'eleven char', /Use 12 or more characters/],
    ['x'.repeat(129), 'x'.repeat(129), /Use 128 characters or fewer/],
    ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', /many people use this/],
    ['Password123456!!', 'Password123456!!', /many people use this/],
    ['my applicant words', 'my applicant words', /Leave out your name/],
    [passphrase, `${passphrase} `, /these two differ/],
    [passphrase, '', /once more/],
  ]

  it('is refused in words for each rule it breaks, is never sent back, and makes no file', async () => {
    const { files, draft, person } = await begun()
    for (const [typed, again, told] of bad) {
      const { status, html } = await files.save(draft, { passphrase: typed, again })
      assert.equal(status, 422, typed)
      assert.match(html, told)
      assert.match(html, /class="error-summary"/)
      if (typed.length > 8) assert.ok(!html.includes(typed), 'not sent back')
    }
    assert.ok(!(await recordOf(ground, person)).lines.some((line) => line.startsWith('filing.export-draft')))
  })

  it('may not hold a name that the draft holds: who knows the person tries it first', async () => {
    const { files, draft } = await begun()
    const named = `${lostCard.answers.familyName} is my own`
    assert.match((await files.save(draft, { passphrase: named, again: named })).html, /Leave out your name/)
  })

  it('of twelve characters is enough, in any script', async () => {
    const { files, draft } = await begun()
    for (const enough of ['hafen lotse 9', '\u5929\u5730\u7384\u9ec4\u5b87\u5b99\u6d2a\u8352\u65e5\u6708\u76c8\u6603']) {
      assert.equal((await files.save(draft, { passphrase: enough, again: enough })).status, 200)
    }
  })
})

describe('no copy', () => {
  it('is made for anybody else: another person’s, an unknown and a deleted draft are the same 404; who is signed out signs in', async () => {
    const { draft, browser, files } = await begun()
    const stranger = await ground.applicant()
    const theirs = await draftFiles(ground, stranger)
    const answers = [await theirs.save(draft), await theirs.save('no-such-draft'), await theirs.save('2f1c1f0e-5b0a-4a51-9f5a-0d8f0f3f2b11')]
    assert.deepEqual(answers.map(({ status }) => status), [404, 404, 404])
    assert.equal((await ground.browse(stranger).get(`/drafts/${draft}/export`)).status, 404)
    assert.equal((await ground.browse(visitor).get(`/drafts/${draft}/export`)).location, `/sign-in?next=%2Fdrafts%2F${draft}%2Fexport`)
    await browser.post(`/drafts/${draft}/delete`, {})
    assert.equal((await files.save(draft)).status, 404)
  })

  it('is made of a draft that ended', async () => {
    const { person } = await begun()
    const started = await ground.as(person).perform(startDraft, { form: 'i-90', language: 'en', startKey: 'of-a-draft-that-ends' })
    assert.ok(started.ok)
    const { draft } = started.output
    const files = await draftFiles(ground, { ...person, sessionId: (await ground.applicant()).sessionId })
    ground.services.clock.advance({ hours: 24 * 30 + 1 })
    assert.equal((await files.save(draft)).status, 404)
  })

  it('is made in a session whose last factor is older than five minutes, whatever page asked', async () => {
    const { draft, files, person } = await begun()
    ground.services.clock.advance({ minutes: 6 })
    const { status, location, bytes } = await files.save(draft)
    assert.deepEqual([status, location], [303, `/sign-in/again?next=%2Fdrafts%2F${draft}%2Fexport`])
    assert.equal(bytes.length, 0)
    assert.ok((await recordOf(ground, person)).lines.includes('filing.export-draft refused proof-needed'))
  })
})

describe('the line for hashing', () => {
  it('turns a copy away while it is full, with a time to come back, and nothing used up or recorded', async () => {
    const { draft, files, person } = await begun()
    const { passwords } = ground.services
    const places = []
    for (let place = passwords.admit(); 'leave' in place; place = passwords.admit()) places.push(place)
    const { status, headers } = await files.save(draft)
    for (const place of places) place.leave()
    assert.deepEqual([status, headers['retry-after']], [503, '2'])
    assert.ok(!(await recordOf(ground, person)).lines.some((line) => line.startsWith('filing.export-draft')))
    assert.equal((await files.save(draft)).status, 200)
  })

  it('is asked for ten copies an hour and no more: the next is told to wait, on the page', async () => {
    const { draft, person } = await begun()
    const files = await draftFiles(ground, { ...person, sessionId: (await ground.applicant()).sessionId })
    for (let copy = 1; copy <= 10; copy += 1) assert.equal((await files.save(draft)).status, 200, `copy ${copy}`)
    const { status, html } = await files.save(draft)
    assert.equal(status, 422)
    assert.match(html, /Wait an hour, then try again/)
  })
})
