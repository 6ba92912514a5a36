import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { type DataGround, dataGround, demonstrationSentence, jsonIn } from '../../../test/cast/data-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { heldParts } from './held-parts.ts'

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
  await ground.storeFile(maria, draft, '../Reisepaß CON.pdf', scan)
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
    assert.deepEqual([...files].filter(([path]) => path.startsWith('evidence/')).map(([, bytes]) => bytes.equals(scan)), [true])
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
