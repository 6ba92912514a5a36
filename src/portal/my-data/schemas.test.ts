import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type DataGround, dataGround, jsonIn, type Unzipped } from '../../../test/cast/data-ground.ts'
import { plantHeld } from '../../../test/cast/planted-rows.ts'
import type { Actor } from '../../platform/actor.ts'
import { archiveSchemas, schemaText } from './archive-schemas.ts'

let ground: DataGround
let person: Actor
let files: Unzipped

before(async () => {
  ground = await dataGround()
  const paid = await ground.payable()
  person = paid.actor
  await ground.payAt(paid.url, '4242424242424242')
  await ground.reconcile()
  await ground.drain()
  const draft = await ground.filledDraft(person)
  await ground.storeFile(person, draft, 'passport.pdf', Buffer.from('%PDF'))
  await plantHeld(ground, String(person.id))
  await ground.openFileOf(String(person.id))
  await ground.prove(person)
  assert.ok((await ground.ask(person)).ok)
  await ground.makeArchives()
  files = await ground.newestArchive(String(person.id))
})
after(() => ground.end())

// Formats are held by the patterns beside them.
const validator = () => new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false, allErrors: true })
const data = () => [...archiveSchemas().keys()].map((name) => name.replace('.schema.json', ''))

describe('the schema of an archive', () => {
  for (const [name] of archiveSchemas())
    it(`${name} describes, in the words of another validator, what is produced`, () => {
      const path = name.replace('.schema.json', '.json')
      const schema = JSON.parse(String(files.get(`schema/${name}`)))
      const validate = validator().compile(schema)
      assert.ok(validate(jsonIn(files, path)), JSON.stringify(validate.errors, null, 1))
    })

  it('is tried on data: no list of the archive is empty, but those of what this person cannot have', () => {
    const empty = data().flatMap((name) =>
      Object.entries(jsonIn(files, `${name}.json`)).flatMap(([key, value]) => (Array.isArray(value) && value.length === 0 ? [`${name}.${key}`] : [])),
    )
    assert.deepEqual(empty, ['cases.endedRelations', 'manifest.missing'].filter((each) => empty.includes(each)))
  })

  it('refuses what is not described', () => {
    for (const name of data()) {
      const validate = validator().compile(archiveSchemas().get(`${name}.schema.json`) as object)
      assert.equal(validate({ ...jsonIn(files, `${name}.json`), another: 1 }), false, name)
    }
  })

  it('stands in the documentation as in the archive (write-schemas.ts writes it)', () => {
    const folder = join(import.meta.dirname, '../../../docs/data-archive')
    assert.deepEqual(readdirSync(folder).toSorted(), [...archiveSchemas().keys()].toSorted())
    for (const [name, schema] of archiveSchemas()) assert.equal(readFileSync(join(folder, name), 'utf8'), schemaText(schema), name)
  })

  it('says of every member what it is', () => {
    for (const [name, schema] of archiveSchemas()) assert.match(JSON.stringify(schema), /"description"/, name)
  })
})
