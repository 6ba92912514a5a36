import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type OfficeGround, officeGround, staffEmail } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { visitor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { verifyRecordChore } from '../../app/verify-chore.ts'
import { recordEntry, sealEntries } from '../../audit/index.ts'
import { jobContext } from '../../platform/jobs/run-worker.ts'
import { openLog } from '../../platform/log.ts'

let office: OfficeGround
let admin: PortalBrowser
let officer: PortalBrowser
let receiptNumber = ''
before(async () => {
  office = await officeGround()
  for (const role of ['admin', 'officer'] as const) {
    await office.enrol(role)
    office.services.clock.advance({ minutes: 1 })
  }
  admin = await office.signedIn('admin')
  officer = await office.signedIn('officer')
  receiptNumber = (await office.openCase()).receiptNumber
  await officer.open(`/cases/${receiptNumber}`)
  await officer.ask('POST', `/cases/${receiptNumber}/open`, { ...officer.formOf('Open file').hidden, reason: 'work-on-case' })
})
after(() => office.end())

const search = async (typed: Record<string, string>) => {
  await admin.open('/audit')
  return admin.press('Show entries', typed)
}
const looks = async (operation: string) => (await sql<{ count: number }>`select count(*)::int as count from audit.entry where operation = ${operation}`.execute(office.database.pools.owner as never)).rows[0]?.count ?? 0
const verify = async () => {
  const { keys, clock } = office.services
  await sealEntries(office.database.pools.worker, keys, clock.now())
  const faults: string[] = []
  const log = { ...openLog('silent'), fault: ({ event }: { event: string }) => void faults.push(event) }
  await verifyRecordChore.run(jobContext({ pool: office.database.pools.worker, services: office.services, record: recordEntry, log }, 'audit.verify'))
  return faults
}

describe('the record', () => {
  it('is found by receipt number, colleague, operation and day, and its address names nobody', async () => {
    const byCase = await search({ receiptNumber })
    assert.match(byCase.text, /officer\.open-file/)
    assert.doesNotMatch(byCase.url, new RegExp(`${receiptNumber}|example`))
    const byStaff = await search({ staff: staffEmail('officer'), operation: 'officer.open-file' })
    assert.match(byStaff.text, /officer\.open-file/)
    assert.doesNotMatch(byStaff.url, /example/)
    assert.match((await search({ until: '2020-01-01' })).text, /No entry fits/)
    assert.match((await search({ from: 'yesterday' })).text, /Write the day as year-month-day/)
    const unknowns: Record<string, string>[] = [{ receiptNumber: 'IOE0000000000' }, { staff: 'nobody@example.test' }, { accountNumber: 'x' }]
    for (const unknown of unknowns) assert.match((await search(unknown)).text, /nothing of that number or address/)
  })

  it('has an entry for each look at it and for each file of it', async () => {
    const before = [await looks('officer.look-at-record'), await looks('officer.take-record')]
    await admin.open('/audit')
    const file = await admin.ask('GET', '/audit/record.csv?operation=officer.open-file')
    assert.match(file.html, /^at,kind,who,operation,subject,outcome,refusal,detail\r\n.*,staff,[-0-9a-f]+,officer\.open-file,,done,,\r\n/, 'an administrator who was not cleared learns of no case')
    assert.deepEqual([await looks('officer.look-at-record'), await looks('officer.take-record')], [(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  })

  it('goes on where a page ended, without leaving one out or showing one twice, of entries of one instant too', async () => {
    const at = office.services.clock.now()
    await asActor(office.database.pools.portal, visitor, {}, async (tx) => {
      for (let n = 0; n < 120; n += 1) await recordEntry(tx, { operation: 'test.many', actor: visitor, at, outcome: 'refused', refusal: `n${n}`, requestId: null })
    })
    let page = await admin.open('/audit?operation=test.many')
    const seen: string[] = []
    for (;;) {
      seen.push(...[...page.text.matchAll(/Refused: (n\d+)/g)].map(([, n = '']) => n))
      const next = /href="(\/audit\?[^"]*ordinal=[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
      if (!next) break
      page = await admin.open(next)
    }
    assert.deepEqual(seen, Array.from({ length: 120 }, (_, n) => `n${119 - n}`))
  })

  it('says that it is whole, and until when; and raises an alarm when an administrator of the database changed an entry', async () => {
    assert.match((await admin.open('/audit')).text, /It has not been walked yet/)
    assert.deepEqual(await verify(), [])
    assert.match((await admin.open('/audit')).text, /entries are sealed.*nothing in it was changed/)
    await sql`update audit.entry set outcome = 'refused' where operation = 'officer.open-file'`.execute(office.database.pools.owner as never)
    office.services.clock.advance({ minutes: 2 })
    assert.deepEqual(await verify(), ['audit-record-changed'])
    assert.match((await admin.open('/audit')).text, /The record was changed behind the system: one fault/)
  })

  it('is not shown to who is not named', async () => {
    assert.equal((await officer.ask('GET', '/audit')).location, '/')
    assert.equal((await officer.ask('GET', '/audit/record.csv')).location, '/')
  })
})
