import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { type DataGround, dataGround, demonstrationSentence, jsonIn } from '../../../test/cast/data-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { heldParts } from './held-parts.ts'
import { readMe } from './read-me.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { z } from 'zod'


let ground: DataGround
let maria: Actor
let neighbour: Actor
let draft: string
const scan = Buffer.from('%PDF-1.7 a scan of a passport')

before(async () => {
  ground = await dataGround()
  const paid = await ground.payable()
  maria = paid.actor
  await ground.payAt(paid.url, '4242424242424242')
  await ground.reconcile()
  await ground.drain()
  draft = await ground.filledDraft(maria)
  const { id: passport } = await ground.storeFile(maria, draft, '../Reisepaß CON.pdf', scan)
  await ground.storeFile(maria, draft, 'translation.pdf', Buffer.concat([scan, Buffer.from('\n')]), 'clean', passport)
  await ground.storeFile(maria, draft, 'waiting.pdf', scan.subarray(1), 'received')
  await ground.storeFile(maria, draft, 'bad.pdf', scan.subarray(2), 'refused')
  neighbour = await ground.person()
  await ground.filledDraft(neighbour)
})
after(() => ground.end())

const made = async () => {
  await ground.prove(maria)
  assert.ok((await ground.ask(maria)).ok)
  await ground.makeArchives()
  return ground.newestArchive(String(maria.id))
}

describe('an archive', () => {
  it('holds one JSON file and its schema for every part, papers, files, README and manifest', async () => {
    const files = await made()
    const paths = [...files.keys()]
    for (const { name } of heldParts) assert.ok(files.has(`${name}.json`) && files.has(`schema/${name}.schema.json`), name)
    assert.ok(files.has('README.txt') && files.has('manifest.json') && files.has('schema/manifest.schema.json'))
    assert.equal(paths.filter((path) => path.startsWith('papers/')).length, 2)
    assert.deepEqual([...files].filter(([path]) => path.startsWith('evidence/')).map(([, bytes]) => bytes.equals(scan)).toSorted(), [false, true], 'the other is the translation')
  })

  it('names every file with its size and hash in the manifest', async () => {
    const files = await ground.newestArchive(String(maria.id))
    const manifest = jsonIn(files, 'manifest.json')
    assert.deepEqual(
      manifest.files.map(({ path }: { path: string }) => path).toSorted(),
      [...files.keys()].filter((path) => path !== 'manifest.json').toSorted(),
    )
    for (const { path, sizeBytes, sha256 } of manifest.files) {
      const bytes = files.get(path) as Buffer
      assert.deepEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')], [sizeBytes, sha256], path)
    }
  })

  it('says in README.txt what is what, what is left out, and the demonstration’s sentence', async () => {
    const text = String((await ground.newestArchive(String(maria.id))).get('README.txt'))
    assert.match(text, new RegExp(demonstrationSentence))
    assert.match(text, /filings\.json: drafts/)
    assert.match(text, /Passwords, answers, codes/)
  })

  it('is recorded with the hash and size of its own bytes', async () => {
    const [row] = await ground.archivesOf(String(maria.id))
    const bytes = await ground.storedBytes(String(maria.id), String(row?.storage_key))
    assert.deepEqual([row?.sha256, row?.size_bytes], [createHash('sha256').update(bytes).digest('hex'), bytes.length])
  })
})

describe('what is in an archive', () => {
  it('is one person’s: nothing of a neighbour, no secret, no officer', async () => {
    const staff = await ground.openFileOf(String(maria.id))
    const files = await made()
    const text = [...files].filter(([path]) => !path.startsWith('papers/')).map(([, bytes]) => String(bytes)).join('\n')
    const secrets = await ground.rows<{ secret: string }>(
      `select hash as secret from accounts.password union all select secret_hash from accounts.session
       union all select email_hash from accounts.account where email_hash is not null
       union all select storage_key from evidence.file union all select copy_key::text from filing.submission`,
    )
    for (const { secret } of secrets) assert.ok(!text.includes(secret), 'a secret or the place of a file')
    assert.ok(!text.includes(staff), 'an officer')
    assert.ok(!text.includes(String(neighbour.id)), 'a neighbour')
    assert.equal(jsonIn(files, 'filings.json').drafts.length, 2)
    assert.match(text, /"role": "supervisor"/)
  })

  it('names files that are being checked or were refused, with why they are not there', async () => {
    const files = await ground.newestArchive(String(maria.id))
    const { files: listed } = jsonIn(files, 'evidence.json') as { files: { name: string; file: string | null; notHere: string | null }[] }
    const of = (name: string) => listed.find((each) => each.name === name)
    assert.deepEqual([of('waiting.pdf')?.file, of('waiting.pdf')?.notHere], [null, 'still-being-checked'])
    assert.deepEqual([of('bad.pdf')?.file, of('bad.pdf')?.notHere], [null, 'refused-by-the-check'])
  })

  it('says of a translation what it translates', async () => {
    const files = await ground.newestArchive(String(maria.id))
    const { files: listed } = jsonIn(files, 'evidence.json') as { files: { id: string; name: string; translates: string | null; file: string | null }[] }
    const [original, translation] = ['../Reisepaß CON.pdf', 'translation.pdf'].map((name) => listed.find((each) => each.name === name))
    assert.deepEqual([original?.translates, translation?.translates], [null, original?.id])
    assert.ok(translation?.file)
  })

  it('lies under names that every system can keep', async () => {
    const files = await ground.newestArchive(String(maria.id))
    const paths = [...files.keys()].filter((path) => /^(papers|evidence)\//.test(path))
    for (const path of paths) assert.match(path, /^(evidence|papers\/[A-Z]{3}\d{10})\/\d{3}-[a-z0-9][a-z0-9-]{0,59}\.[a-z]+$/)
    const { files: listed } = jsonIn(files, 'evidence.json') as { files: { name: string; file: string }[] }
    assert.match(listed.find(({ name }) => name.includes('Reisepa'))?.file ?? '', /reisepa-?con\.pdf$|reisepass-con\.pdf$/)
  })

  it('includes what stands under accounts that were merged into it', async () => {
    const [kept, other] = [await ground.person(), await ground.person()]
    const ofOther = await ground.filledDraft(other)
    const at = ground.clock.now()
    await ground.owner.updateTable('accounts.account').set({ retired_at: at }).where('id', '=', String(other.id)).execute()
    const forwarding = { retired: String(other.id), kept: String(kept.id), cause: 'merged', forwarded_at: at }
    await ground.owner.insertInto('accounts.forwarding').values(forwarding).execute()
    await ground.ask(kept)
    await ground.makeArchives()
    const files = await ground.newestArchive(String(kept.id))
    assert.deepEqual(jsonIn(files, 'filings.json').drafts.map(({ id }: { id: string }) => id), [ofOther])
    assert.deepEqual(jsonIn(files, 'account.json').accounts.map(({ standing }: { standing: string }) => standing).toSorted(), ['merged', 'yours'])
  })

  it('names in README and manifest what could not be read', async () => {
    const person = await ground.person()
    const lost = await ground.storeFile(person, newId(), 'lost.pdf', scan)
    await ground.services.storage.delete(lost.storageKey)
    await ground.ask(person)
    await ground.makeArchives()
    const files = await ground.newestArchive(String(person.id))
    assert.deepEqual(jsonIn(files, 'manifest.json').missing, ['evidence/001-lost.pdf'])
    assert.match(String(files.get('README.txt')), /could not be read .*evidence\/001-lost\.pdf/)
  })

  it('is what was there at one moment, however long the making takes', async () => {
    const person = await ground.person()
    await ground.filledDraft(person)
    await ground.ask(person)
    let startedMeanwhile = ''
    const slow = heldPart({
      name: 'slow',
      schema: z.strictObject({}),
      from: [],
      leavesOut: {},
      read: async () => {
        startedMeanwhile = await ground.filledDraft(person)
        return { data: {}, files: [] }
      },
    })
    await ground.makeArchives({ demonstration: () => undefined, parts: [heldParts[0] as (typeof heldParts)[number], slow, ...heldParts] })
    const { drafts } = jsonIn(await ground.newestArchive(String(person.id)), 'filings.json') as { drafts: { id: string }[] }
    assert.ok(startedMeanwhile)
    assert.equal(drafts.length, 1)
  })
})

describe('what leaves the archive’s making', () => {
  it('has no personal data in the payload of the job: an id and nothing else', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    const [job] = await ground.rows<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'portal.make-archive'`,
    )
    assert.deepEqual(job?.payload, { archive: asked.ok ? asked.output.archive : '' })
    await ground.makeArchives()
  })

  it('README is in the person’s language and says the sentence of a demonstration only in one', () => {
    const t = textOf('en-XA', 'UTC')
    const words = { t, madeAt: ground.clock.now(), onlineAccountNumber: '4821', missing: [] }
    assert.equal(readMe({ ...words, demonstration: undefined }).split('\n')[0], t('my-data.readme.title'))
    assert.doesNotMatch(readMe({ ...words, demonstration: undefined }), /Demonstration/)
  })
})
