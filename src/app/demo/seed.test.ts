import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { runningPortolan } from '../../../test/running.ts'

let running: Awaited<ReturnType<typeof runningPortolan>>
let truth: Client
before(async () => {
  running = await runningPortolan({ seeded: true })
  truth = new Client({ connectionString: running.database.urls.superuser })
  await truth.connect()
})
after(async () => {
  await truth.end()
  await running.end()
})

const counted = async (what: string): Promise<number> => Number((await truth.query(`select count(*) from ${what}`)).rows[0].count)

test('the demonstration has something on every page of what comes after a filing', async () => {
  for (const what of [
    `correspondence.evidence_request where state = 'open' and due_at > now()`,
    `correspondence.inquiry where answered_at is not null`,
    `correspondence.inquiry where answered_at is null`,
    `correspondence.thread where state = 'answered' and messages = 2`,
    `correspondence.thread where state = 'waits'`,
    `correspondence.notice where kind like 'appointment%'`,
    `correspondence.notice where kind = 'denial'`,
    `correspondence.hold where released_at is null`,
    `correspondence.transfer`,
    `correspondence.decision where kind = 'denial' and state = 'made'`,
    `cases.task where ended_at is null`,
    `representation.practice where certified_at is not null`,
    `representation.licence where removed_at is null`,
    `representation.client where kind = 'company'`,
    `representation.client_note`,
  ])
    assert.ok((await counted(what)) > 0, what)
})
