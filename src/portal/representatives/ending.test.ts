import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { born, type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

const at = (receiptNumber: string) => paths.case({ receiptNumber })
const endLink = (html: string) => /href="(\/cases\/\w+\/representatives\/[^"]+\/end)"/.exec(html)?.[1] ?? ''
const notices = (receiptNumber: string) =>
  ground.owner
    .selectFrom('cases.access_notice')
    .innerJoin('cases.case', 'cases.case.id', 'cases.access_notice.case')
    .select(['addressee', 'ended_as'])
    .where('receipt_number', '=', receiptNumber)
    .orderBy('addressee')
    .execute()

const endedMails = async (email: string) => (await ground.mails(email)).filter(({ kind }) => kind === 'cases.access-ended')

/** A person with the case in their account, and who represents them with it in theirs. */
async function both(name: string) {
  const paper = await ground.paperCase()
  const maria = await ground.signedUp(`${name}@example.test`)
  const ana = await ground.signedUp(`ana-${name}@example.test`, 'representative')
  assert.equal((await ground.add(maria, paper.receiptNumber, paper.applicant)).url, at(paper.receiptNumber))
  assert.equal((await ground.add(ana, paper.receiptNumber, paper.representative)).url, at(paper.receiptNumber))
  return { ...paper, maria, ana }
}

describe('a person whose case somebody represents them on', () => {
  it('sees who that is, since when and what they see, and ends it: the next request of the representative finds no case', async () => {
    const { receiptNumber, maria, ana } = await both('ends')
    const { text, html } = await maria.open(at(receiptNumber))
    assert.match(text, /Who is on this case You, the applicant Since .* Ana Reyes, as your legal representative Since .*They see this case as you do/)
    await ana.open(at(receiptNumber))
    await maria.open(endLink(html))
    const seen = await maria.press('End their access')
    assert.match(seen.text, /It is ended/)
    assert.doesNotMatch(seen.text, /as your legal representative/)
    assert.equal((await ana.open(at(receiptNumber))).status, 404)
    assert.doesNotMatch((await ana.open('/account')).html, new RegExp(receiptNumber))
    assert.equal((await ana.open(paths.leaveCase({ receiptNumber }))).status, 404)
    const told = [...(await endedMails('ana-ends@example.test')), ...(await endedMails('ends@example.test'))]
    assert.equal(told.length, 2)
    for (const mail of told) assert.doesNotMatch(JSON.stringify(mail), new RegExp(`Reyes|Maria|Paper|${receiptNumber}|represent`))
    assert.match(JSON.stringify(told[1]), /If you did not ask for it, tell us/)
  })

  it('ends it once, however often it is pressed, and the code that let them in lets nobody in again', async () => {
    const { receiptNumber, maria, ana, representative } = await both('once')
    const link = endLink((await maria.open(at(receiptNumber))).html)
    await maria.open(link)
    const pressed = await Promise.all([1, 2, 3].map(() => maria.press('End their access')))
    assert.deepEqual(pressed.map(({ status }) => status), [200, 200, 200])
    assert.equal((await endedMails('ana-once@example.test')).length, 1)
    assert.match((await ground.add(ana, receiptNumber, representative)).text, /do not fit together/)
    const parties = await ground.owner.selectFrom('cases.party').innerJoin('cases.case', 'cases.case.id', 'case').select(['role', 'until_at']).where('receipt_number', '=', receiptNumber).execute()
    assert.deepEqual(parties.map(({ role, until_at: until }) => [role, until !== null]).toSorted(), [['applicant', false], ['representative', true]])
  })

  it('keeps out who has not joined yet: the code that was mailed to them is dead, and their own lives', async () => {
    const paper = await ground.paperCase()
    const maria = await ground.signedUp('keeps-out@example.test')
    const { text, html } = await ground.add(maria, paper.receiptNumber, paper.applicant)
    assert.match(text, /With it they can join this case until/)
    await maria.open(endLink(html))
    await maria.press('End their access')
    const ana = await ground.signedUp('ana-kept-out@example.test', 'representative')
    assert.match((await ground.add(ana, paper.receiptNumber, paper.representative)).text, /do not fit together/)
    assert.deepEqual(await notices(paper.receiptNumber), [{ addressee: 'applicant', ended_as: 'used' }, { addressee: 'representative', ended_as: 'withdrawn' }])
  })

  it('who presses while the representative joins is rid of them, whichever came first', async () => {
    const paper = await ground.paperCase()
    const [maria, ana] = [await ground.signedUp('races@example.test'), await ground.signedUp('ana-races@example.test', 'representative')]
    const link = endLink((await ground.add(maria, paper.receiptNumber, paper.applicant)).html)
    await maria.open(link)
    await ana.open('/cases/add')
    await Promise.all([maria.press('End their access'), ana.press('Add case', { receiptNumber: paper.receiptNumber, accessCode: paper.representative, ...born })])
    assert.equal((await ana.open(at(paper.receiptNumber))).status, 404)
  })
})

describe('a representative', () => {
  it('sees who they are on the case and nobody else’s codes, and leaves it; the person is told, and nothing comes back', async () => {
    const { receiptNumber, maria, ana, representative } = await both('leaves')
    assert.match((await ana.open(at(receiptNumber))).text, /You represent the person of this case/)
    assert.doesNotMatch(ana.seen.text, /as your legal representative|follows this case/)
    await ana.open(paths.leaveCase({ receiptNumber }))
    assert.equal((await ana.press('Leave this case')).url, '/account')
    assert.equal((await ana.open(at(receiptNumber))).status, 404)
    assert.match(JSON.stringify(await endedMails('leaves@example.test')), /has given it up/)
    assert.doesNotMatch((await maria.open(at(receiptNumber))).text, /as your legal representative/)
    assert.match((await ground.add(ana, receiptNumber, representative)).text, /do not fit together/)
  })

  it('ends nobody’s access, nor does a stranger: there is no such page, and a press changes nothing', async () => {
    const { receiptNumber, maria, ana } = await both('refused')
    const link = endLink((await maria.open(at(receiptNumber))).html)
    const stranger = await ground.signedUp('stranger@example.test')
    for (const browser of [ana, stranger]) {
      assert.equal((await browser.open(link)).status, 404)
      assert.equal((await browser.ask('POST', link, {})).status === 303, false)
    }
    assert.equal((await stranger.open(paths.leaveCase({ receiptNumber }))).status, 404)
    assert.equal((await maria.open(paths.leaveCase({ receiptNumber }))).url, at(receiptNumber))
    assert.equal((await ana.open(at(receiptNumber))).status, 200)
  })
})
