import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { accountActor, staffActor } from '../../../test/cast/cases-ground.ts'
import { type AnsweringGround, answeringGround, type Asked } from '../../../test/cast/answering-ground.ts'
import { heldCases } from '../../cases/index.ts'
import { heldCorrespondence } from '../../correspondence/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'

let ground: AnsweringGround
let its: Asked
const bytes = samplePdf({ catalog: '/PortolanSent 1' })
before(async () => {
  ground = await answeringGround()
})
after(() => ground.end())
beforeEach(async () => {
  its = await ground.asked()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))

async function gathered() {
  const browser = await ground.opened(its)
  await browser.pressWithFile('Upload', { field: 'files', fileName: 'Letter to Harbor Street.pdf', bytes })
  await ground.check(its.caseId)
  await browser.open(its.page)
  return browser
}
/** A file that was sent, and where its people take it. */
async function sent() {
  await (await gathered()).press('Send answer', { text: 'Here it is.' })
  const [paper] = await ground.papersOf(its.caseId)
  assert.ok(paper)
  return { paper, at: paths.caseDocument({ receiptNumber: its.receiptNumber, document: paper.id }) }
}
const messages = () => ground.owner.selectFrom('correspondence.message').select('id').where('thread', '=', its.thread).execute()
const namesSeenBy = (actor: Actor) => asActor(ground.database.pools.portal, actor, {}, (tx) => tx.selectFrom('correspondence.message_file').select('id').execute())

describe('an answer with a file, sent twice', () => {
  it('at the same moment and once more is one message with one file, told once', async () => {
    const browser = await gathered()
    const { action, hidden } = browser.formOf('Send answer')
    const press = () => browser.ask('POST', action, { ...hidden, text: 'Once.' })
    const both = await Promise.all([press(), press()])
    assert.deepEqual(both.map(({ location }) => location), [1, 2].map(() => `${its.page}?said=answered`))
    assert.equal((await press()).location, `${its.page}?said=answered`)
    const files = await ground.owner.selectFrom('correspondence.message_file').select('id').where('thread', '=', its.thread).execute()
    assert.deepEqual([(await messages()).length, (await ground.papersOf(its.caseId)).length, files.length], [2, 1, 1])
    assert.equal((await ground.mailsTo(its.email)).length, 1)
  })
})

describe('a file that came with a message', () => {
  it('is not there for a stranger, for a visitor, under another case, nor for who represents its person no longer', async () => {
    const { at, paper } = await sent()
    const representative = await ground.joined(its.caseId, 'representative')
    assert.equal((await ground.portal.get(at, representative)).status, 200)
    await ground.owner.updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('account', '=', String(representative.id)).execute()
    const elsewhere = await ground.asked()
    for (const stranger of [elsewhere.maria, accountActor(), representative]) assert.equal((await ground.portal.get(at, stranger)).status, 404)
    const underAnother = paths.caseDocument({ receiptNumber: elsewhere.receiptNumber, document: paper.id })
    for (const reader of [elsewhere.maria, its.maria]) assert.equal((await ground.portal.get(underAnother, reader)).status, 404)
    assert.notEqual((await ground.portal.get(at)).status, 200)
  })

  it('by the database itself is named to its people alone, and the office adds no other kind of document', async () => {
    const { paper } = await sent()
    assert.equal((await namesSeenBy(its.maria)).length, 1)
    assert.deepEqual(await namesSeenBy(accountActor()), [])
    const office = ground.database.pools.office
    const officer = staffActor('officer')
    assert.deepEqual(await asActor(office, officer, {}, (tx) => tx.selectFrom('officer.answer_file').select('scan').execute()), [], 'it is its officer’s')
    const other = { ...paper, id: crypto.randomUUID(), kind: 'receipt-notice', source: 'x', storage_key: crypto.randomUUID(), size_bytes: String(paper.size_bytes) }
    await assert.rejects(asActor(office, officer, {}, (tx) => tx.insertInto('cases.document').values(other as never).execute()), /row-level security/)
  })

  it('has its name nowhere but sealed', async () => {
    await sent()
    for (const table of ['correspondence.message_file', 'officer.answer_file', 'officer.scanned_paper', 'cases.document', 'audit.entry', 'mail.queued'] as const) {
      const rows = await ground.owner.selectFrom(table).selectAll().execute()
      assert.ok(!JSON.stringify(rows, (_key, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value)).includes('Harbor'), table)
    }
  })

  it('is in its person’s archive: named with the message, its bytes among the papers; a representative’s has neither', async () => {
    const { paper } = await sent()
    const read = (actor: Actor) =>
      asActor(ground.database.pools.worker, systemActor('job'), { readOnly: true }, async (tx) => {
        const holding = { tx, accounts: [String(actor.id)], services: ground.services } as never
        return { said: (await heldCorrespondence.read(holding)).data, papers: await heldCases.read(holding) }
      })
    const { said, papers } = await read(its.maria)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    assert.deepEqual(said.messages.map(({ files }) => files), [[], [{ name: 'Letter to Harbor Street.pdf', sizeBytes: bytes.length, sha256 }]])
    assert.deepEqual(papers.data.cases[0]?.papers.map(({ kind, sha256: hash }) => [kind, hash]), [['sent-with-message', paper.sha256]])
    const [file] = papers.files
    assert.deepEqual(file && (await buffer(await file.open())), bytes)
    const representative = await ground.joined(its.caseId, 'representative')
    const theirs = await read(representative)
    assert.deepEqual([theirs.said.messages, theirs.papers.files], [[], []])
  })
})
