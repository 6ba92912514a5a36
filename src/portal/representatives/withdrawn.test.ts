import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { nameWithdrawn } from '../../../test/cast/name-withdrawn.ts'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

const at = (receiptNumber: string) => paths.case({ receiptNumber })
const endLink = (html: string) => /href="(\/cases\/\w+\/representatives\/[^"]+\/end)"/.exec(html)?.[1] ?? ''
const rowsOf = () => ground.owner.selectFrom('representation.withdrawn_appearance').selectAll().orderBy('ended_at').execute()

async function both(name: string) {
  const paper = await ground.paperCase()
  const maria = await ground.signedUp(`${name}@example.test`)
  const ana = await ground.signedUp(`ana-${name}@example.test`, 'representative')
  await ground.add(maria, paper.receiptNumber, paper.applicant)
  await ground.add(ana, paper.receiptNumber, paper.representative)
  return { ...paper, maria, ana }
}

describe('Withdrawn G-28s', () => {
  it('keeps the day, who ended it and the name of the client, and nothing of the case', async () => {
    const { receiptNumber, maria, ana } = await both('withdrawn')
    assert.match((await ana.open(paths.withdrawnClients())).text, /Nobody is here/)
    await maria.open(endLink((await maria.open(at(receiptNumber))).html))
    await maria.press('End their access')
    assert.match((await ana.open(paths.withdrawnClients())).text, /The name follows in a moment Your client ended it on/)
    const payloads = await nameWithdrawn(ground, 2)
    assert.deepEqual(payloads.map((payload) => Object.keys(payload)), [['appearance']])
    const { text, html } = await ana.open(paths.withdrawnClients())
    assert.match(text, /Maria Paperx+ Your client ended it on November \d+, 2026/)
    assert.doesNotMatch(html, new RegExp(`${receiptNumber}|I-90|permanent|\\/cases\\/`))
    const [row] = await rowsOf()
    assert.deepEqual([row?.to_name, row?.name_sealed?.includes('Maria')], [null, false])
  })

  it('says of one that they left themselves that they did, and shows it to them alone', async () => {
    const { receiptNumber, maria, ana } = await both('left')
    await ana.open(paths.leaveCase({ receiptNumber }))
    await ana.press('Leave this case')
    await nameWithdrawn(ground)
    assert.match((await ana.open(paths.withdrawnClients())).text, /You ended it on/)
    assert.equal((await maria.open(paths.withdrawnClients())).status, 404)
    const other = await ground.signedUp('another-rep@example.test', 'representative')
    assert.match((await other.open(paths.withdrawnClients())).text, /Nobody is here/)
    assert.match((await ground.browser().open(paths.withdrawnClients())).url, /^\/sign-in/)
  })

  it('is written by the transaction that ends it, whichever way that is: an ending that is undone leaves nothing', async () => {
    const { receiptNumber } = await both('undone')
    const party = await ground.owner.selectFrom('cases.party').innerJoin('cases.case', 'cases.case.id', 'case').select('cases.party.id').where('receipt_number', '=', receiptNumber).where('role', '=', 'representative').executeTakeFirstOrThrow()
    const before_ = (await rowsOf()).length
    const end = (fails: boolean) =>
      ground.owner.transaction().execute(async (tx) => {
        await tx.updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('id', '=', party.id).execute()
        if (fails) throw new Error('undone')
      })
    await assert.rejects(end(true))
    assert.equal((await rowsOf()).length, before_)
    await end(false)
    assert.equal((await rowsOf()).filter(({ id }) => id === party.id).length, 1)
  })

  it('has the older ones on further pages, each once', async () => {
    const ana = await ground.signedUp('ana-of-many@example.test', 'representative')
    const { id: account } = await ground.owner.selectFrom('accounts.account').select('id').where('account_type', '=', 'representative').orderBy('begun_at', 'desc').executeTakeFirstOrThrow()
    const [like] = await rowsOf()
    for (let each = 0; each < 53; each += 1)
      await ground.owner.insertInto('representation.withdrawn_appearance').values({ id: crypto.randomUUID(), account, ended_at: ground.services.clock.now().subtract({ hours: each }), ended_from: 'office', to_name: like?.id ?? '' }).execute()
    const first = await ana.open(paths.withdrawnClients())
    const older = /href="([^"]+after=[^"]+)"/.exec(first.html)?.[1] ?? ''
    const second = await ana.open(older)
    const count = (text: string) => text.split('We ended it on').length - 1
    assert.deepEqual([count(first.text), count(second.text)], [50, 3])
    assert.doesNotMatch(second.html, /after=/)
    assert.equal((await ana.open(`${paths.withdrawnClients()}?after=nonsense`)).status, 200)
  })
})
