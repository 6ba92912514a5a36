import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import { renewCode } from '../../cases/paper-link/codes/renew-code.ts'
import { nameMark } from '../../cases/paper-link/name-mark.ts'
import { reachedBy } from '../../correspondence/notices/post/addressees.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { performerFor } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

const endLink = (html: string) => /href="(\/cases\/\w+\/representatives\/[^"]+\/end)"/.exec(html)?.[1] ?? ''
const at = (receiptNumber: string) => paths.case({ receiptNumber })
const worker = systemActor('test')
const caseIdOf = async (receiptNumber: string) => (await ground.owner.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()).id

/** Whom a notice about the case would go to. */
const reached = (caseId: string) => asActor(ground.database.pools.worker, worker, {}, async (tx) => (await reachedBy({ tx, services: ground.services }, caseId)).map(({ copy }) => copy))

/** What comes of it when somebody who knows the case asks for a new code to its representative. */
async function renewed(receiptNumber: string): Promise<string> {
  const perform = performerFor({ pool: ground.database.pools.worker, services: ground.services, record: recordEntry }, worker, testRequest)
  const said = nameMark(ground.services.keys, `Paper${'x'.repeat(Number(receiptNumber.slice(-5)))}`)
  const result = await perform.perform(renewCode, { caseId: await caseIdOf(receiptNumber), addressee: 'representative', said })
  return result.ok ? 'mailed' : result.refusal
}

describe('whoever was shut out of a case', () => {
  it('gets no notice of it by mail any more, though the form on paper names them', async () => {
    const paper = await ground.paperCase()
    const caseId = await caseIdOf(paper.receiptNumber)
    assert.deepEqual(await reached(caseId), ['person', 'representative'])
    const maria = await ground.signedUp('mails-nobody@example.test')
    const ana = await ground.signedUp('ana-mails-nobody@example.test', 'representative')
    await ground.add(maria, paper.receiptNumber, paper.applicant)
    await ground.add(ana, paper.receiptNumber, paper.representative)
    await maria.open(endLink((await maria.open(at(paper.receiptNumber))).html))
    await maria.press('End their access')
    assert.deepEqual(await reached(caseId), ['person'])
  })

  it('gets no new code, whoever asks for it; before, they would have', async () => {
    const [kept, other] = [await ground.paperCase(), await ground.paperCase()]
    const maria = await ground.signedUp('no-new-code@example.test')
    await maria.open(endLink((await ground.add(maria, kept.receiptNumber, kept.applicant)).html))
    await maria.press('End their access')
    assert.equal(await renewed(other.receiptNumber), 'mailed')
    assert.equal(await renewed(kept.receiptNumber), 'nothing-to-renew')
    assert.deepEqual(await reached(await caseIdOf(kept.receiptNumber)), ['person'])
  })
})
