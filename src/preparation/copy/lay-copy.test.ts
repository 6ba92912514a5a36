import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { inClientSteps, type ClientSteps } from '../../../test/cast/prepared-steps.ts'
import { type PreparedGround, preparedGround } from '../../../test/cast/prepared-ground.ts'
import { evidenceChores, openStored } from '../../evidence/index.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { layCopyJob } from './lay-copy.ts'

let ground: PreparedGround
let steps: ClientSteps

before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

class Killed extends Error {}

/** The job's context, whose process dies before or after its nth transaction, or while its nth file is stored. */
function dyingAt(dies: { when: 'before' | 'after' | 'storing'; nth: number }): JobContext {
  const context = ground.asSystem()
  let count = 0
  const here = (when: typeof dies.when) => when === dies.when && count === dies.nth
  const perform: JobContext['perform'] = async (operation, input) => {
    if (dies.when !== 'storing') count += 1
    if (here('before')) throw new Killed()
    const result = await context.perform(operation, input)
    if (here('after')) throw new Killed()
    return result
  }
  const { storage } = context.services
  const put: typeof storage.put = async (key, stream) => {
    if (dies.when === 'storing') count += 1
    const stored = await storage.put(key, stream)
    if (here('storing')) throw new Killed()
    return stored
  }
  const dying = Object.create(storage, { put: { value: put } })
  return { ...context, perform, services: { ...context.services, storage: dying } }
}

const rowsOf = (preparation: string) => ground.rows<{ copy: string; copied_at: unknown; form_sha256: string }>('select p.* from preparation.package p where p.preparation = $1', [preparation])

describe('a job that lays a copy', () => {
  test('killed at any point goes on, and in the end each file is there once, byte for byte', async () => {
    const killed = new Set<string>()
    for (const when of ['before', 'after', 'storing'] as const)
      for (let nth = 1; nth <= (when === 'storing' ? 2 : 6); nth += 1) {
        const client = await ground.person()
        const representative = await ground.representative()
        const laid = await ground.prepare(representative, { files: ['one', 'two'] })
        await steps.takeUp(client, laid)
        await layCopyJob.run(dyingAt({ when, nth }), { package: laid.package }).then(
          () => undefined,
          (fault) => {
            if (!(fault instanceof Killed)) throw fault
            killed.add(`${when} ${nth}`)
          },
        )
        const [half] = await rowsOf(laid.preparation)
        const files = half?.copy ? await ground.filesIn(client, half.copy) : []
        assert.ok(half?.copied_at === null || files.length === 2, 'nothing half is laid before the client')
        await ground.drain({ twice: true })
        const [row] = await rowsOf(laid.preparation)
        assert.ok(row?.copied_at)
        const copies = await ground.rows<{ sha256: string; storage_key: string; account: string; name: string }>('select * from evidence.file where draft = $1 order by place, uploaded_at', [row?.copy])
        const originals = await ground.rows<{ sha256: string }>('select * from evidence.file where draft = $1 order by place, uploaded_at', [laid.draft])
        assert.deepEqual(copies.map(({ sha256 }) => sha256).toSorted(), originals.map(({ sha256 }) => sha256).toSorted())
        for (const { account, storage_key } of copies) {
          assert.equal(account, client.id)
          assert.ok((await buffer(await openStored(ground.services, { account, storageKey: storage_key, parts: [] }))).length > 0)
        }
      }
    assert.ok(killed.size >= 12, [...killed].join(', '))
  })

  test('leaves nothing that the sweep does not find', async () => {
    const begun = await ground.rows<{ storage_key: string }>('select storage_key from evidence.begun_upload')
    assert.ok(begun.length > 0)
    ground.clock.advance({ hours: 2 })
    for (const chore of evidenceChores.filter(({ name }) => name === 'evidence.sweep-orphans')) await chore.run(ground.asSystem())
    assert.equal((await ground.rows('select id from evidence.begun_upload')).length, 0)
    for (const { storage_key } of begun) await assert.rejects(openStored(ground.services, { account: storage_key, storageKey: storage_key, parts: [] }).then(buffer))
  })

  test('of a package that is void meanwhile copies no further, and its copy goes with it', async () => {
    const client = await ground.person()
    const laid = await ground.prepare(await ground.representative(), { files: ['one', 'two'] })
    await steps.takeUp(client, laid)
    const context = ground.asSystem()
    let count = 0
    const perform: JobContext['perform'] = async (operation, input) => {
      const result = await context.perform(operation, input)
      count += 1
      if (count === 3) await ground.rows("update preparation.package set voided_at = now(), voided_why = 'taken-back' where id = $1", [laid.package])
      return result
    }
    await layCopyJob.run({ ...context, perform }, { package: laid.package })
    assert.equal(count, 3)
    await ground.drain({ twice: true })
    const [row] = await rowsOf(laid.preparation)
    assert.equal(row?.copied_at, null)
    assert.ok((await ground.rows<{ deleted_at: unknown }>('select deleted_at from filing.draft where id = $1', [row?.copy]))[0]?.deleted_at)
    assert.equal((await ground.filesIn(client, String(row?.copy))).length, 1)
    // Its client is told once, though the job ran twice.
    assert.equal((await ground.rows("select id from mail.queued where kind = 'preparation.void'")).length, 1)
  })
})
