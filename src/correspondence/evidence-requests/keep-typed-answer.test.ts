import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { accountActor, staffActor } from '../../../test/cast/cases-ground.ts'
import { type Asked, type RequestsGround, requestsGround } from '../../../test/cast/requests-ground.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Actor } from '../../platform/actor.ts'

let ground: RequestsGround
let people = 0
before(async () => {
  ground = await requestsGround()
})
after(() => ground.database.drop())

const email = () => {
  people += 1
  return `types-${people}@example.test`
}
const asked = () => ground.asked({ email: email() })
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? null : result.refusal)
const markOf = (result: { ok: boolean; output?: { mark: string } }) => (result.ok ? (result.output?.mark ?? '') : assert.fail('it was not kept'))
const ask = async (to: Asked, by?: Actor) => (await ground.seen(to, by))?.asks[0]
const typed = async (to: Asked, by?: Actor) => (await ask(to, by))?.typed?.text ?? null
const page = (name: string, count: number) => ({ page: name.repeat(32), count })

async function withRepresentative(to: Asked): Promise<Actor> {
  const representative = await ground.newAccount(email())
  await ground.owner().insertInto('cases.party').values({ case: to.caseId, account: String(representative.id), role: 'representative', from_at: ground.services.clock.now() }).execute()
  return representative
}

describe('what is typed to a point of a request', () => {
  it('is kept without being judged or becoming an answer, sealed, and no longer once it is saved', async () => {
    const to = await asked()
    assert.ok((await ground.type(to, { text: 'It was CANARY', mark: await ground.mark(to) })).ok)
    const kept = await ask(to)
    assert.deepEqual([kept?.typed?.text, kept?.answer, kept?.isAnswered, kept?.isUnsaved], ['It was CANARY', null, false, true])
    const [row] = await ground.owner().selectFrom('correspondence.request_typed').select('sealed').where('ask', '=', String(kept?.id)).execute()
    assert.ok(row && !row.sealed.toString('latin1').includes('CANARY'))
    assert.ok((await ground.save(to, { text: 'It was stolen.' })).ok)
    const saved = await ask(to)
    assert.deepEqual([saved?.typed, saved?.answer?.text, saved?.isUnsaved], [null, 'It was stolen.', false])
  })

  it('is read by nobody else: neither by who is on the case with them, nor by the office', async () => {
    const to = await asked()
    const representative = await withRepresentative(to)
    await ground.type(to, { text: 'Mine' })
    assert.equal(await typed(to, representative), null)
    assert.ok((await ground.type(to, { text: 'Theirs', by: representative })).ok)
    assert.deepEqual([await typed(to), await typed(to, representative)], ['Mine', 'Theirs'])
    const { database } = ground
    await assert.rejects(asActor(database.pools.office, ground.officer, {}, (tx) => tx.selectFrom('correspondence.request_typed').select('ask').execute()), /permission denied/)
  })

  it('does not go over what was saved or kept meanwhile, by whomever: that stands, and who types is told', async () => {
    const to = await asked()
    const mark = await ground.mark(to)
    assert.ok((await ground.type(to, { text: 'One window', mark })).ok)
    assert.equal(refusalOf(await ground.type(to, { text: 'Another window', mark })), 'kept-elsewhere')
    assert.equal(await typed(to), 'One window')
    const fresh = await ground.mark(to)
    await ground.save(to, { text: 'Saved by the representative', by: await withRepresentative(to) })
    assert.equal(refusalOf(await ground.type(to, { text: 'Too late', mark: fresh })), 'kept-elsewhere')
    assert.deepEqual([await typed(to), (await ask(to))?.answer?.text], ['One window', 'Saved by the representative'])
    assert.ok((await ground.type(to, { text: 'Both together', mark: await ground.mark(to) })).ok, 'a page that was opened since has both before it')
  })

  it('follows its own page though an answer was lost, and an older keep that comes late undoes nothing', async () => {
    const to = await asked()
    const mark = await ground.mark(to)
    await ground.type(to, { text: 'It', mark, own: page('a', 1) })
    assert.ok((await ground.type(to, { text: 'It was stolen', mark, own: page('a', 3) })).ok)
    assert.ok((await ground.type(to, { text: 'It was', mark, own: page('a', 2) })).ok)
    assert.equal(await typed(to), 'It was stolen')
    await ground.save(to, { text: 'It was stolen' })
    assert.equal(refusalOf(await ground.type(to, { text: 'It was sto', mark, own: page('a', 4) })), 'kept-elsewhere')
  })

  it('is one entry of the record, however often it is kept', async () => {
    const to = await asked()
    let mark = ''
    for (const text of ['I', 'It', 'It was']) mark = markOf(await ground.type(to, { text, mark }))
    const entries = await ground.owner().selectFrom('audit.entry').select('outcome').where('operation', '=', 'requests.keep-while-typing').where('subject', '=', to.caseId).execute()
    assert.deepEqual(entries, [{ outcome: 'done' }])
  })
})

describe('nothing is kept', () => {
  it('for a stranger, an officer, or of an ask that is none of the request', async () => {
    const [to, other] = [await asked(), await asked()]
    assert.equal(refusalOf(await ground.type(to, { by: accountActor() })), 'unknown-request')
    assert.equal(refusalOf(await ground.type(to, { by: staffActor('officer') })), 'not-allowed')
    assert.equal(refusalOf(await ground.type(to, { by: other.account })), 'unknown-request')
    assert.equal(refusalOf(await ground.type({ ...to, request: other.request })), 'unknown-request')
  })

  it('for who was on the case and is no more', async () => {
    const to = await asked()
    const representative = await withRepresentative(to)
    assert.ok((await ground.type(to, { by: representative })).ok)
    await ground.owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('account', '=', String(representative.id)).execute()
    assert.equal(refusalOf(await ground.type(to, { by: representative, text: 'More' })), 'unknown-request')
  })

  it('once the answer was sent; what was typed and not saved did not go with it, and its writer still reads it', async () => {
    const to = await asked()
    await ground.save(to)
    await ground.type(to, { text: 'Not saved' })
    assert.ok((await ground.send(to)).ok)
    assert.equal(refusalOf(await ground.type(to, { text: 'After it' })), 'not-open')
    const sent = await ask(to)
    assert.deepEqual([sent?.answer?.text, sent?.typed?.text], ['It was stolen.', 'Not saved'])
  })

  it('once the deadline is over, before and after it has lapsed', async () => {
    const to = await asked()
    const { clock } = ground.services
    const now = clock.now()
    clock.set(to.dueAt.add({ milliseconds: 999 }))
    assert.ok((await ground.type(to, { text: 'In time' })).ok)
    clock.set(to.dueAt.add({ seconds: 1 }))
    assert.equal(refusalOf(await ground.type(to, { text: 'Late' })), 'not-open')
    await ground.lapse()
    assert.equal(refusalOf(await ground.type(to, { text: 'Later' })), 'not-open')
    assert.equal(await typed(to), 'In time')
    clock.set(now)
  })

  it('once the case has ended', async () => {
    const to = await asked()
    await ground.type(to, { text: 'Before' })
    await ground.end(to)
    assert.equal(refusalOf(await ground.type(to, { text: 'After' })), 'not-open')
    assert.equal(await typed(to), 'Before')
  })

  it('of more than an answer takes', async () => {
    const to = await asked()
    assert.equal(refusalOf(await ground.type(to, { text: 'x'.repeat(60_001) })), 'too-much-typed')
    assert.equal(await typed(to), null)
  })

  it('by the database itself for a request that is not open, or in somebody else’s name', async () => {
    const to = await asked()
    await ground.save(to)
    const own = await ask(to)
    const row = { ask: String(own?.id), account: String((await withRepresentative(to)).id), kept_at: ground.services.clock.now(), sealed: Buffer.from('x') }
    const insert = (more: Partial<typeof row>) =>
      asActor(ground.database.pools.portal, to.account, {}, (tx) => tx.insertInto('correspondence.request_typed').values({ ...row, ...more }).execute())
    await assert.rejects(insert({}), /row-level security/)
    await ground.send(to)
    await assert.rejects(insert({ ask: String((await ground.seen(to))?.asks[1]?.id), account: String(to.account.id) }), /row-level security/)
  })
})
