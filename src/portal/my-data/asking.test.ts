import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DataGround, dataGround } from '../../../test/cast/data-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { newId } from '../../platform/ids.ts'
import { sweepArchives } from './sweep-archives.ts'

let ground: DataGround
let neighbour: Actor

before(async () => {
  ground = await dataGround()
  neighbour = await ground.person()
})
after(() => ground.end())

describe('who asks for an archive', () => {
  it('ten times at once gets one, by one job', async () => {
    const person = await ground.person()
    const asked = await Promise.all(Array.from({ length: 10 }, () => ground.ask(person)))
    assert.equal(new Set(asked.map((each) => each.ok && each.output.archive)).size, 1)
    assert.equal((await ground.archivesOf(String(person.id))).length, 1)
    const jobs = await ground.rows("select from graphile_worker.jobs where task_identifier = 'portal.make-archive'")
    assert.equal(jobs.length, 1)
    await ground.makeArchives()
    assert.equal((await ground.archivesOf(String(person.id))).length, 1)
  })

  it('gets three in 24 hours and no fourth, and another one after them', async () => {
    const person = await ground.person()
    for (let time = 0; time < 3; time += 1) {
      assert.ok((await ground.ask(person)).ok)
      await ground.makeArchives()
    }
    assert.deepEqual(await ground.ask(person), { ok: false, refusal: 'too-many-archives' })
    ground.clock.advance({ hours: 23, minutes: 59, seconds: 59 })
    await ground.prove(person)
    assert.deepEqual(await ground.ask(person), { ok: false, refusal: 'too-many-archives' })
    ground.clock.advance({ seconds: 1 })
    assert.ok((await ground.ask(person)).ok)
    await ground.makeArchives()
  })

  it('and gave no factor within five minutes is refused, to ask and to take', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    await ground.makeArchives()
    ground.clock.advance({ minutes: 6 })
    assert.deepEqual(await ground.ask(person), { ok: false, refusal: 'no-recent-proof' })
    assert.deepEqual(await ground.take(person, asked.ok ? asked.output.archive : ''), { ok: false, refusal: 'no-recent-proof' })
  })

  it('is told by a mail that says neither what is ready nor anything of them', async () => {
    const person = await ground.person()
    await ground.ask(person)
    await ground.makeArchives()
    const mails = await ground.owner.selectFrom('mail.queued').selectAll().where('person', '=', String(person.id)).execute()
    assert.deepEqual(mails.map(({ kind }) => kind), ['portal.archive-ready'])
    assert.equal(textOf('en', 'UTC')('my-data.mail.subject'), 'Something you asked for is ready')
  })
})

describe('an archive that is ready', () => {
  it('is taken as often as the person wants, and each time stands in its list and in the record', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    await ground.makeArchives()
    const archive = asked.ok ? asked.output.archive : ''
    for (let time = 0; time < 2; time += 1) assert.ok((await ground.take(person, archive)).ok)
    const taken = await ground.owner.selectFrom('portal.archive_download').selectAll().where('archive', '=', archive).execute()
    assert.equal(taken.length, 2)
    const entries = await ground.rows('select from audit.entry where operation = $1 and subject = $2', ['portal.take-archive', `archive:${archive}`])
    assert.equal(entries.length, 2)
  })

  it('of another person is no archive at all', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    await ground.makeArchives()
    await ground.prove(neighbour)
    const archive = asked.ok ? asked.output.archive : ''
    for (const id of [archive, newId(), 'no-id', ''])
      assert.deepEqual(await ground.take(neighbour, id), { ok: false, refusal: 'no-such-archive' }, id)
  })

  it('is offered for seven days to the minute, then its bytes and its row go', async () => {
    const person = await ground.person()
    const asked = await ground.ask(person)
    await ground.makeArchives()
    const archive = asked.ok ? asked.output.archive : ''
    const key = String((await ground.archivesOf(String(person.id)))[0]?.storage_key)
    ground.clock.advance({ hours: 7 * 24 - 1, minutes: 59 })
    await ground.prove(person)
    await ground.runChore(sweepArchives)
    assert.ok((await ground.take(person, archive)).ok)
    ground.clock.advance({ minutes: 1 })
    assert.deepEqual(await ground.take(person, archive), { ok: false, refusal: 'no-such-archive' })
    assert.equal(await ground.services.storage.exists(key), true)
    await ground.runChore(sweepArchives)
    assert.equal(await ground.services.storage.exists(key), false)
    assert.deepEqual(await ground.archivesOf(String(person.id)), [])
  })

  it('is over once there is a newer one', async () => {
    const person = await ground.person()
    const first = await ground.ask(person)
    await ground.makeArchives()
    await ground.ask(person)
    await ground.makeArchives()
    assert.deepEqual(await ground.take(person, first.ok ? first.output.archive : ''), { ok: false, refusal: 'no-such-archive' })
    const keys = (await ground.archivesOf(String(person.id))).map(({ storage_key }) => String(storage_key))
    await ground.runChore(sweepArchives)
    assert.deepEqual(await Promise.all(keys.map((key) => ground.services.storage.exists(key))), [false, true])
  })
})
