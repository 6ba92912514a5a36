import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { soughtPieces } from '../../profile/index.ts'
import { addClient } from './add-client.ts'
import { archiveClient, changeClient, restoreClient } from './change-client.ts'
import { noContact } from './client.ts'
import { type ClientNames, nameOfClient } from './client-names.ts'
import { forgetRemovedNotes } from './forget-notes.ts'
import { changeNote, keepNote, notesOnClient, removeNote, restoreNote } from './keep-note.ts'
import { linkClient } from './link-client.ts'
import { sealSought, searchClients } from './search-clients.ts'
import { writeClientPieces } from './write-pieces.ts'
import { clientFor, ownClients } from './own-clients.ts'

const person = (family: string, given = 'Ana', middle = ''): ClientNames => ({ kind: 'person', family, given, middle })

describe('a representative’s clients', () => {
  let ground: CasesGround
  let people = 0
  const worker = systemActor('test')
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  async function newRepresentative(): Promise<Actor> {
    people += 1
    const { id } = await ground.newAccount(`clients-${people}@example.test`)
    return { kind: 'account', id, roles: ['representative'], sessionId: crypto.randomUUID() }
  }
  const add = (who: Actor, names: ClientNames, more: { isAnother?: boolean; press?: string } = {}) =>
    ground.as(who).perform(addClient, { names, contact: noContact, isAnother: false, press: newId(), ...more })
  async function added(who: Actor, names: ClientNames, isAnother = false): Promise<string> {
    const result = await add(who, names, { isAnother })
    assert.ok(result.ok, JSON.stringify(result))
    return result.output.id
  }
  const listed = async (who: Actor, archived = false) => ((await ground.as(who).read(ownClients, { list: archived ? 'archived' : 'active', page: 1 }))?.clients ?? []).map(({ names }) => nameOfClient(names))
  const code = (result: { ok: true } | { ok: false; refusal: string }) => (result.ok ? 'done' : result.refusal)
  const link = operation({
    name: 'test.link-client',
    allow: () => true,
    refusals: [],
    run: async (context, input: { client: string; account: string }) => ({ linked: await linkClient(context, input) }),
  })
  const linked = async (client: string, account: string) => {
    const result = await ground.as(worker).perform(link, { client, account })
    return result.ok && result.output.linked
  }

  it('stand in the order of their names, whatever they are written in and in whatever order they were added', async () => {
    const who = await newRepresentative()
    for (const family of ['Zhang', 'ábel', 'Özil', 'Reyes', 'Abel', 'Иванов', '李', 'أحمد', 'oz']) await added(who, person(family, 'Ana'), true)
    await added(who, { kind: 'company', company: 'Harbour & Sons', signer: '' })
    const order = await listed(who)
    assert.deepEqual(order.slice(0, 7), ['Ana Abel', 'Ana ábel', 'Harbour & Sons', 'Ana oz', 'Ana Özil', 'Ana Reyes', 'Ana Zhang'])
    assert.deepEqual(order.slice(7), ['Ana Иванов', 'Ana أحمد', 'Ana 李'])
  })

  it('keep their order where hundreds are added between two, and when one is renamed', async () => {
    const who = await newRepresentative()
    const first = await added(who, person('A'))
    for (const family of ['B', 'Z']) await added(who, person(family))
    const many = Array.from({ length: 90 }, (_, at) => `M${'x'.repeat(90 - at)}`)
    for (const family of many) await added(who, person(family))
    const all = (await ground.as(who).read(ownClients, { list: 'active', page: 2 }))
    assert.deepEqual([all?.active, all?.pages, all?.clients.length], [93, 2, 43])
    const names = [...(await listed(who)), ...(all?.clients ?? []).map(({ names }) => nameOfClient(names))]
    assert.deepEqual(names, names.toSorted())
    await ground.as(who).perform(changeClient, { id: first, names: person('ZZ'), contact: noContact })
    const [last] = ((await ground.as(who).read(ownClients, { list: 'active', page: 2 }))?.clients ?? []).slice(-1)
    assert.equal(last?.id, first)
  })

  it('may have one name, once it was said that they are two; the warning counts accents and capitals for nothing', async () => {
    const who = await newRepresentative()
    await added(who, person('Núñez', 'María'))
    assert.equal(code(await add(who, person('nunez', 'Maria'))), 'named-already')
    assert.equal(code(await add(who, person('Nunez', 'Marta'))), 'done')
    assert.equal(code(await add(who, person('Nunez', 'Maria'), { isAnother: true })), 'done')
    assert.equal((await listed(who)).length, 3)
    assert.equal(code(await add(await newRepresentative(), person('Núñez', 'María'))), 'done')
  })

  it('are added once by one press, however often it is sent, and of two presses at once each has a place', async () => {
    const who = await newRepresentative()
    const press = newId()
    const results = await Promise.all([1, 2, 3].map(() => add(who, person('Once'), { press })))
    assert.deepEqual(results.map(code), ['done', 'done', 'done'])
    assert.deepEqual((await Promise.all([add(who, person('Twice')), add(who, person('Twice'))])).map(code).toSorted(), ['done', 'named-already'])
    assert.deepEqual(await listed(who), ['Ana Once', 'Ana Twice'])
  })

  it('are nobody else’s: another representative and an applicant neither read nor change them', async () => {
    const who = await newRepresentative()
    const client = await added(who, person('Own'))
    const kept = await ground.as(who).perform(keepNote, { client, text: 'Mine', press: newId() })
    assert.ok(kept.ok)
    const other = await newRepresentative()
    const applicant = await ground.newAccount('no-clients@example.test')
    assert.equal(await ground.as(applicant).read(clientFor, { client }), null)
    assert.equal(code(await add(applicant, person('No'))), 'not-allowed')
    assert.equal(await ground.as(other).read(clientFor, { client }), null)
    assert.deepEqual(await ground.as(other).read(notesOnClient, { client, note: null }), [])
    const { note } = kept.output
    for (const act of [
      ground.as(other).perform(changeClient, { id: client, names: person('Theirs'), contact: noContact }),
      ground.as(other).perform(archiveClient, { id: client }),
      ground.as(other).perform(restoreClient, { id: client }),
      ground.as(other).perform(keepNote, { client, text: 'x', press: newId() }),
    ])
      assert.equal(code(await act), 'no-such-client')
    for (const act of [ground.as(other).perform(changeNote, { client, note, text: 'x' }), ground.as(other).perform(removeNote, { client, note })]) assert.equal(code(await act), 'no-such-note')
    assert.deepEqual(await listed(who), ['Ana Own'])
  })

  it('are found by pieces of their names, in any order, without accents and with a slip of the hand; only one’s own', async () => {
    const who = await newRepresentative()
    await added(who, person('Núñez Delgado', 'María', 'Elena'))
    await added(who, person('Иванов', 'Пётр'))
    await added(who, { kind: 'company', company: 'Harbour & Sons', signer: 'Ada Lovelock' })
    const other = await newRepresentative()
    await added(other, person('Nunez', 'Maria'))
    const found = async (typed: string, by = who) =>
      ((await ground.as(by).read(searchClients, { sought: sealSought(ground.services.keys, String(who.id), typed) }))?.clients ?? []).map(({ names }) => nameOfClient(names))
    for (const typed of ['nunez', 'Delgado Maria', 'MARIA ELENA', 'Delgdo', 'mar']) assert.deepEqual(await found(typed), ['María Elena Núñez Delgado'], typed)
    assert.deepEqual([await found('ivanov'), await found('harbor'), await found('lovelock'), await found('nobody')], [['Пётр Иванов'], ['Harbour & Sons'], ['Harbour & Sons'], []])
    assert.deepEqual(await found('nunez', other), [])
    // The function tells the ids of one's own alone; without it the table's own wall would still hide the rest.
    const told = query({ name: 'test.find', allow: () => true, run: async ({ tx }) => (await sql`select * from representation.find_clients(${soughtPieces(ground.services.keys, 'nunez', 'forgiving', 'client-piece')}::tsquery, 10)`.execute(tx)).rows.length })
    assert.deepEqual([await ground.as(other).read(told, undefined), await ground.as(worker).read(told, undefined).catch(() => 0)], [1, 0])
    const renamed = (await ground.as(who).read(ownClients, { list: 'active', page: 1 }))?.clients.find(({ names }) => names.kind === 'company')
    await ground.as(who).perform(changeClient, { id: renamed?.id ?? '', names: { kind: 'company', company: 'Quay Ltd', signer: '' }, contact: noContact })
    assert.deepEqual([await found('harbor'), await found('quay')], [[], ['Quay Ltd']])
  })

  it('are found again under a new key and after a name was written elsewhere, by a chore; the portal reads no pieces', async () => {
    const who = await newRepresentative()
    const client = await added(who, person('Keyed'))
    const { owner } = ground.database.pools
    assert.ok(owner)
    await owner.updateTable('representation.client_pieces').set({ key_id: 'older' }).where('client', '=', client).execute()
    const written = await ground.as(worker).perform(writeClientPieces, {})
    assert.ok(written.ok && written.output >= 1)
    const row = await owner.selectFrom('representation.client_pieces').select('key_id').where('client', '=', client).executeTakeFirstOrThrow()
    assert.equal(row.key_id, ground.services.keys.currentId)
    await assert.rejects(ground.database.pools.portal.selectFrom('representation.client_pieces').select('client').execute(), /permission denied/)
  })

  it('leave the list when they are archived, and come back with everything', async () => {
    const who = await newRepresentative()
    const client = await added(who, person('Gone'))
    await ground.as(who).perform(archiveClient, { id: client })
    assert.deepEqual([await listed(who), await listed(who, true)], [[], ['Ana Gone']])
    await ground.as(who).perform(restoreClient, { id: client })
    assert.deepEqual([await listed(who), await listed(who, true)], [['Ana Gone'], []])
  })

  it('have notes that are changed, removed, put back for 30 days, and then gone', async () => {
    const who = await newRepresentative()
    const client = await added(who, person('Noted'))
    const notes = async (note: string | null = null) => ((await ground.as(who).read(notesOnClient, { client, note })) ?? []).map(({ text }) => text)
    const press = newId()
    for (const text of ['First', 'First']) await ground.as(who).perform(keepNote, { client, text, press })
    assert.deepEqual(await notes(), ['First'])
    await ground.as(who).perform(changeNote, { client, note: press, text: 'Changed' })
    await ground.as(who).perform(removeNote, { client, note: press })
    assert.deepEqual([await notes(), await notes(press)], [[], ['Changed']])
    await ground.as(who).perform(restoreNote, { client, note: press })
    assert.deepEqual(await notes(), ['Changed'])
    await ground.as(who).perform(removeNote, { client, note: press })
    ground.services.clock.advance({ hours: 24 * 30 + 1 })
    await ground.as(worker).perform(forgetRemovedNotes, {})
    assert.equal(code(await ground.as(who).perform(restoreNote, { client, note: press })), 'no-such-note')
  })

  it('are said to be an account once, by a job and never by the portal: neither by the representative nor by the account', async () => {
    const who = await newRepresentative()
    const [one, two] = [await added(who, person('One')), await added(who, person('Two'))]
    const { id: account } = await ground.newAccount('is-a-client@example.test')
    const { id: another } = await ground.newAccount('is-another@example.test')
    for (const actor of [who, { kind: 'account', id: account, roles: ['applicant'], sessionId: null } as Actor])
      await assert.rejects(ground.as(actor).perform(link, { client: one, account: String(account) }), /permission denied/)
    assert.equal(await linked(one, String(account)), true)
    assert.equal(await linked(one, String(account)), true)
    assert.equal(await linked(one, String(another)), false)
    assert.equal(await linked(two, String(account)), false)
    assert.equal(await linked(two, String(who.id)), false)
    assert.equal((await ground.as(who).read(clientFor, { client: one }))?.account, account)
    assert.equal(await ground.as({ ...who, id: String(account) }).read(clientFor, { client: one }), null)
  })
})
