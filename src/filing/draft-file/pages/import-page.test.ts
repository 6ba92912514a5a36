import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DraftFiles, draftFiles, passphrase, recordOf } from '../../../../test/cast/draft-files.ts'
import { type FilingGround, filingGround } from '../../../../test/cast/filing-ground.ts'
import { walker } from '../../../../test/cast/filing-walk.ts'
import type { Actor } from '../../../platform/actor.ts'
import { visitor } from '../../../platform/actor.ts'
import { newSecret } from '../../../platform/ids.ts'
import type { FormDefinition, Scenario } from '../../definition/definition.ts'
import { definitionOf, type Draft, draftFor, draftsOf } from '../../index.ts'
import { draftRoutes } from '../../pages/routes.ts'
import { contentBytes, type FileContent } from '../content.ts'
import { fileBytesMost, newHeader, sealFile } from '../envelope.ts'

let ground: FilingGround
let definition: FormDefinition
let lostCard: Scenario
/** A file with the answers of the person who lost their card, every page filled. */
let file: Buffer
let owner: Actor
let kept: Draft

before(async () => {
  ground = await filingGround(draftRoutes())
  definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  lostCard = definition.scenarios[0] as Scenario
  owner = await ground.applicant()
  const walk = walker(definition, ground.browse(owner))
  const draft = await walk.start()
  await walk.fill(draft, lostCard)
  file = (await (await draftFiles(ground, owner)).save(draft)).bytes
  kept = (await ground.as(owner).read(draftFor, { draft })) as Draft
})
after(() => ground.end())

const newcomer = async () => {
  const person = await ground.applicant()
  return { person, browser: ground.browse(person), files: await draftFiles(ground, person) }
}

const draftsBy = async (person: Actor) => (await ground.as(person).read(draftsOf, {})) ?? []

/** A file that somebody made by hand, with the passphrase of the tests. */
async function handMade(content: Partial<FileContent> | Buffer, strength = { memoryCost: 64, timeCost: 1, parallelism: 1 }): Promise<Buffer> {
  const { passwords } = ground.services
  const place = passwords.admit()
  assert.ok('run' in place)
  const header = newHeader(strength)
  const key = await passwords.deriveFileKey(passphrase, header, place)
  place.leave()
  const whole = { form: 'i-90', edition: '2025-01-20', savedAt: '2026-11-20T10:00:00Z', answers: {} }
  return sealFile(header, key, Buffer.isBuffer(content) ? content : contentBytes({ ...whole, ...content }))
}

describe('a file that was saved from a draft', () => {
  it('starts a new draft with its answers, in another account too, and the task list says so', async () => {
    const { files, person, browser } = await newcomer()
    const { status, location = '' } = await files.readIn({ file })
    assert.equal(status, 303)
    assert.match(location, /^\/drafts\/[0-9a-f-]{36}\?read=file$/)
    const draft = (await ground.as(person).read(draftFor, { draft: location.slice(8, 44) })) as Draft
    assert.deepEqual(draft.answers, kept.answers)
    assert.deepEqual([draft.form, draft.edition, draft.account, draft.typed], ['i-90', '2025-01-20', person.id, {}])
    assert.deepEqual(draft.origins.familyName, { by: person.id, at: ground.services.clock.now().toString(), version: 1, from: 'file' })
    const { html } = await browser.get(location)
    assert.match(html, /Your draft was read from the file/)
    assert.match(html, /Documents are not: add them again/)
    assert.match(html, /Every page is done/)
    assert.doesNotMatch(html, /left out|Look at these answers again/)
    assert.doesNotMatch((await browser.get(location.replace(/\?.*/, ''))).html, /read from the file/)
  })

  it('starts another one beside those there are, each time it is read, but one however often one page of it is sent', async () => {
    const { files, person } = await newcomer()
    const startKey = newSecret(128)
    const sent = await Promise.all([1, 2, 3].map(() => files.readIn({ file, startKey })))
    assert.equal(new Set(sent.map(({ location }) => location)).size, 1)
    await files.readIn({ file })
    assert.equal((await draftsBy(person)).length, 2)
  })

  it('starts one for each file that one page sends, as a page does that was gone back to', async () => {
    const { files, person } = await newcomer()
    const startKey = newSecret(128)
    const other = await handMade({ form: 'ar-11', edition: '2022-11-02' })
    for (const each of [file, other, file, other]) await files.readIn({ file: each, startKey })
    assert.deepEqual((await draftsBy(person)).map(({ form }) => form).sort(), ['ar-11', 'i-90'])
  })

  it('opens after its draft was deleted', async () => {
    const { files, person, browser } = await newcomer()
    const { location = '' } = await files.readIn({ file })
    const again = (await (await draftFiles(ground, { ...person, sessionId: (await ground.applicant()).sessionId })).save(location.slice(8, 44))).bytes
    await browser.post(`${location.slice(0, 44)}/delete`, {})
    assert.equal((await draftsBy(person)).length, 0)
    await files.readIn({ file: again })
    assert.equal((await draftsBy(person))[0]?.progress.done, (await draftsBy(owner))[0]?.progress.done)
  })

  it('is recorded by its form and in numbers, without a word of it', async () => {
    const { files, person } = await newcomer()
    await files.readIn({ file })
    await files.readIn({ file, passphrase: 'not the right words' })
    const { lines, text } = await recordOf(ground, person)
    assert.deepEqual(lines, ['filing.start-from-file done', 'filing.start-from-file refused not-opened'])
    for (const secret of [lostCard.answers.familyName, lostCard.answers.aNumber, passphrase, 'not the right words']) {
      assert.ok(!text.includes(String(secret)))
    }
  })
})

/** Reads a file in, and what the page that follows says is wrong, at which control. */
async function refused(files: DraftFiles, person: Actor, posted: Parameters<DraftFiles['readIn']>[0]): Promise<string> {
  const { status, location = '' } = await files.readIn(posted)
  assert.equal(status, 303)
  assert.match(location, /^\/drafts\/import\?problem=[a-z-]+$/)
  const { html } = await ground.browse(person).get(location)
  assert.match(html, /class="error-summary"/)
  return /class="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? ''
}

describe('what is no file of ours, or none that can be used here', () => {
  it('begins nothing, and each is told in words of its own', async () => {
    const { files, person } = await newcomer()
    const told: [Parameters<DraftFiles['readIn']>[0], RegExp][] = [
      [{}, /Choose the draft file first/],
      [{ file, passphrase: '' }, /type its passphrase/],
      [{ file: Buffer.alloc(0) }, /not a draft file/],
      [{ file: Buffer.from('PK\u0003\u0004 a zip') }, /not a draft file/],
      [{ file: Buffer.from([0xff, 0xfe, 0xfd]) }, /not a draft file/],
      [{ file: Buffer.from('PORTOLAN-DRAFT 2\n') }, /newer version/],
      [{ file: Buffer.alloc(fileBytesMost + 1, 'A') }, /at most 4 MB/],
      [{ file: Buffer.alloc(10 * 1024 ** 2, 'A') }, /at most 4 MB/],
      [{ file: await handMade({ form: 'i-131' }) }, /is not filed here/],
      [{ file: await handMade({ form: 'no-form' }) }, /is not filed here/],
      [{ file: await handMade({ edition: '1999-01-01' }) }, /edition of the form that is not in use here/],
      [{ file, startKey: 'short' }, /open too long/],
    ]
    for (const [posted, words] of told) assert.match(await refused(files, person, posted), words)
    assert.deepEqual(await draftsBy(person), [])
  })

  it('gives one answer to a wrong passphrase, a damaged file, one that asks for too much, and one that holds something else', async () => {
    const first = await newcomer()
    const damaged = [
      file.subarray(0, file.length - 40),
      Buffer.from(String(file).replace(/m=65536/, 'm=4194304')),
      Buffer.from(String(file).replace(/t=3/, 't=1000000')),
      Buffer.from(String(file).replace(/t=3/, 't=2')),
      await handMade(Buffer.from('not JSON')),
      await handMade(Buffer.from('{"form":"i-90"}')),
      await handMade(Buffer.from('['.repeat(100_000))),
    ]
    const answers = [await refused(first.files, first.person, { file, passphrase: `${passphrase} ` })]
    for (const each of damaged) answers.push(await refused(first.files, first.person, { file: each }))
    assert.equal(new Set(answers).size, 1)
    assert.match(answers[0] ?? '', /The file did not open/)
    assert.deepEqual(await draftsBy(first.person), [])
  })

  it('is not even read where the form’s token does not come first, and by nobody who is signed out', async () => {
    const { files, person } = await newcomer()
    assert.equal((await files.readIn({ file, tokenLast: true })).status, 403)
    const nobody = await (await draftFiles(ground, visitor)).readIn({ file })
    assert.deepEqual([nobody.status, nobody.location], [303, '/sign-in?next=%2Fdrafts%2Fimport%3Fproblem%3Dsigned-out'])
    assert.deepEqual(await draftsBy(person), [])
  })
})

describe('a file that was made by hand', () => {
  it('puts nothing into a draft that a page could not have kept; the person is told how much was left out, and where to look', async () => {
    const { files, person, browser } = await newcomer()
    const { familyName, givenName, status } = lostCard.answers
    const answers = { status, familyName: `${familyName}\u202e`, givenName, aNumber: ['1', '2'], nobodyAsksThis: 'x', norThis: 5, mailingAddress: 'x'.repeat(200_000) }
    const { location = '' } = await files.readIn({ file: await handMade({ answers: answers as never }) })
    assert.match(location, /\?read=file&left=2$/)
    const draft = (await ground.as(person).read(draftFor, { draft: location.slice(8, 44) })) as Draft
    assert.deepEqual(draft.answers, { status, givenName })
    const { html } = await browser.get(location)
    assert.match(html, /2 answers of the file were left out/)
    assert.equal((await browser.get(`${location.slice(0, 44)}/review`)).status, 200)
  })

  it('names what it could not take once its page is there to be filled in', async () => {
    const { files, browser } = await newcomer()
    const { location = '' } = await files.readIn({ file: await handMade({ answers: { ...lostCard.answers, familyName: 'x'.repeat(5000) } as never }) })
    const { html } = await browser.get(location)
    assert.match(html, /Look at these answers again[\s\S]*What the file says here does not fit[\s\S]*href="[^"]*\/your-name#familyName"/)
  })

  it('says nothing in the words of the page that an address can choose', async () => {
    const { files, browser } = await newcomer()
    const { location = '' } = await files.readIn({ file })
    for (const left of ['<b>7</b>', '99999999', '-1', '1e3']) {
      assert.doesNotMatch((await browser.get(`${location}&left=${encodeURIComponent(left)}`)).html, /left out|<b>7/)
    }
    assert.doesNotMatch((await browser.get('/drafts/import?problem=nothing-of-ours')).html, /error-summary/)
  })
})

describe('tries at a passphrase', () => {
  it('are ten an hour, sent at once or one by one; the right one then comes too late, and a file that is none costs no try', async () => {
    const { files, person } = await newcomer()
    for (let time = 0; time < 12; time += 1) await files.readIn({ file: Buffer.from('none of ours') })
    const wrong = await handMade({})
    const sent = await Promise.all(Array.from({ length: 14 }, () => files.readIn({ file: wrong, passphrase: 'not the right words' })))
    assert.equal(sent.filter(({ location }) => location?.endsWith('=not-opened')).length, 10)
    assert.equal(sent.filter(({ location }) => location?.endsWith('=too-many-tries')).length, 4)
    assert.match(await refused(files, person, { file }), /Wait an hour/)
    ground.services.clock.advance({ hours: 1 })
    assert.match((await files.readIn({ file })).location ?? '', /read=file/)
  })

  it('are turned away while the line for hashing is full, with a time to come back, and cost nothing', async () => {
    const { files } = await newcomer()
    const { passwords } = ground.services
    const places = []
    for (let place = passwords.admit(); 'leave' in place; place = passwords.admit()) places.push(place)
    const busy = await Promise.all(Array.from({ length: 12 }, () => files.readIn({ file })))
    for (const place of places) place.leave()
    assert.ok(busy.every(({ status, headers }) => status === 503 && headers['retry-after'] === '2'))
    assert.match((await files.readIn({ file })).location ?? '', /read=file/)
  })
})

it('the page is found from the forms, and says what is not in a file and that other drafts stay', async () => {
  const { browser } = await newcomer()
  assert.match((await browser.get('/file')).html, /href="\/drafts\/import"/)
  const { html } = await browser.get('/drafts/import')
  assert.match(html, /enctype="multipart\/form-data"/)
  assert.match(html, /Your other drafts stay as they are/)
  assert.match(html, /Documents are not in the file/)
})
