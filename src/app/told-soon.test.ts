import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { staffActor } from '../../test/cast/cases-ground.ts'
import { eventually } from '../../test/journeys/post.ts'
import { type RunningPortolan, runningPortolan } from '../../test/running.ts'
import { changeStatus } from '../cases/index.ts'
import { performerFor } from '../platform/operation.ts'

let running: RunningPortolan
before(async () => {
  running = await runningPortolan({ seeded: true })
})
after(() => running?.end())

test('a change of status is told by mail within a minute: its mail is queued with it, and leaves by a job at once', async () => {
  const owner = running.database.pools.owner
  assert.ok(owner)
  const [its] = await owner
    .selectFrom('cases.case')
    .innerJoin('cases.party', 'cases.party.case', 'cases.case.id')
    .select(['receipt_number', 'cases.party.account'])
    .where('cases.case.status', '=', 'biometrics-scheduled')
    .execute()
  assert.ok(its)
  const newest = () => owner.selectFrom('mail.queued').selectAll().where('person', '=', its.account).where('kind', '=', 'cases.news').orderBy('queued_at', 'desc').limit(1).executeTakeFirst()
  const last = await newest()
  const { partsFor } = running.deployment
  const changed = await performerFor(partsFor('office'), staffActor('officer'), { id: null, network: null }).perform(changeStatus, { receiptNumber: its.receipt_number, status: 'actively-reviewed', reason: 'Test' })
  assert.ok(changed.ok, JSON.stringify(changed))
  const mail = await eventually('the mail has left', async () => {
    const found = await newest()
    return found && found.id !== last?.id && found.sent_at ? found : undefined
  })
  assert.ok(mail.sent_at && mail.queued_at.until(mail.sent_at).total('seconds') < 60)
})
