import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import { performerFor } from '../../platform/operation.ts'
import { saveDraftPage } from '../index.ts'
import { filedForOffice } from './filed-for-office.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const interpreter = {
  howRead: 'interpreter',
  interpreterLanguage: 'Somali',
  interpreterFamilyName: 'Sample',
  interpreterGivenName: 'Hodan',
  interpreterOrganization: null,
  interpreterAddress: { country: 'US', street: '1 Example St', city: 'Utica', state: 'NY', zipCode: '13501' },
  interpreterDaytimePhone: '+12025550147',
  interpreterMobilePhone: null,
  interpreterEmail: null,
}

/** A case whose form an interpreter of this name signed. */
async function filedWithHelp(): Promise<string> {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'interpreter', answers: interpreter as never })
  await ground.signAsHelpers(actor, draft)
  await ground.sign(actor, draft)
  const { caseId, receiptNumber } = await ground.openCase({ account: String(actor.id) })
  await ground.rows(
    `insert into filing.submission (id, draft, account, form, edition, language, begun_at, fee_cents, fee_lines, signature, received_at, received_on, receipt_number, "case", copy_key, receipt_key)
     select gen_random_uuid(), its.id, its.account, its.form, its.edition::date, 'en', signed.signed_at, 0, '[]', signed.id, signed.signed_at, '2026-11-23', $2, $3::uuid, gen_random_uuid(), gen_random_uuid()
     from filing.draft its join filing.signature signed on signed.draft = its.id where its.id = $1`,
    [draft, receiptNumber, caseId],
  )
  return caseId
}
const office = () => performerFor({ pool: ground.database.pools.office, services: ground.services, record: recordEntry }, staffActor('officer'), testRequest)
const helpersOf = async (caseId: string) => (await office().read(filedForOffice, { caseId, language: 'en' }))?.helpers

test('an officer sees who helped with a form and signed, and under the forms of how many other people the same name stands', async () => {
  const first = await filedWithHelp()
  assert.deepEqual(await helpersOf(first), [{ capacity: 'interpreter', name: 'Hodan Sample', others: 0 }])
  await filedWithHelp()
  await filedWithHelp()
  assert.deepEqual(await helpersOf(first), [{ capacity: 'interpreter', name: 'Hodan Sample', others: 2 }])
  await ground.rows('update cases."case" set protected = true where id = $1', [first])
  assert.deepEqual((await helpersOf(first)) ?? [], [])
})
