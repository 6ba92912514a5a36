// A change of many cases in a process of its own: their people and cases are filled in, then the change is looked over and confirmed;
// says on one line what each took, until the job is through and every mail has left. The floor: the same words to the same people
// through the same mail server, over five connections, with nothing written down.
import { createTransport } from 'nodemailer'
import { Client } from 'pg'
import { setTimeout as wait } from 'node:timers/promises'
import { sealEmail } from '../../src/accounts/email-address.ts'
import { emailHash } from '../../src/accounts/index.ts'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { readConfig } from '../../src/config.ts'
import { confirmBulk, prepareBulk } from '../../src/officer/bulk/bulk.ts'
import type { Keys } from '../../src/platform/crypto/keys.ts'
import { newId } from '../../src/platform/ids.ts'
import { openPool } from '../../src/platform/db/pools.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { knowStaff } from '../../test/cast/cleared-staff.ts'
import { staffActor } from '../../test/cast/cases-ground.ts'
import { inLanes, nowMs } from '../measure.ts'

const [count = '', superuserUrl = '', smtpUrl = ''] = process.argv.slice(2)
const people = Number(count)
const pauseMilliseconds = 100
const pausesMost = 3000

const emailOf = (person: number) => `many-${person}@example.test`
const receiptOf = (person: number) => `MNY${String(person).padStart(10, '0')}`

async function fill(client: Client, keys: Keys): Promise<void> {
  const rows = Array.from({ length: people }, (_, person) => {
    const id = newId()
    return { id, hash: emailHash(keys, emailOf(person)), sealed: sealEmail(keys, id, emailOf(person)).toString('base64'), receipt: receiptOf(person), case: newId(), n: String(900_000_000_000 + person) }
  })
  const given = JSON.stringify(rows)
  const of = 'from json_to_recordset($1::json) as r(id uuid, hash text, sealed text, receipt text, "case" uuid, n text)'
  await client.query(
    `insert into accounts.account (id, email_hash, email_sealed, language, begun_at, asked_at, account_type, online_account_number, completed_at)
      select id, hash, decode(sealed, 'base64'), 'en', now(), now(), 'applicant', n, now() ${of}`,
    [given],
  )
  await client.query(
    `insert into cases."case" select "case", receipt, 'i-90', 'paper', 'received', '2026-01-05', now(), '2026-01-05', null, false, now(), now() ${of}`,
    [given],
  )
  await client.query(`insert into cases.party ("case", account, role, from_at) select "case", id, 'applicant', now() ${of}`, [given])
  for (const table of ['accounts.account', 'cases."case"', 'cases.party']) await client.query(`vacuum (analyze) ${table}`)
}

/** Settles when the query says true. */
async function until(client: Client, text: string, values: readonly string[]): Promise<void> {
  for (let pause = 0; pause < pausesMost; pause += 1) {
    if ((await client.query(text, [...values])).rows[0].over) return
    await wait(pauseMilliseconds)
  }
  throw new Error('the change of many does not come to an end')
}

async function bareMails(): Promise<number> {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 5, ignoreTLS: true })
  const began = nowMs()
  await inLanes({ operations: people, parallel: 5 }, async (person) => {
    await transport.sendMail({ from: 'no-reply@example.test', to: `bare-${person}@example.test`, subject: 'There is news', text: 'There is news about your case.', html: '<p>There is news about your case.</p>' })
  })
  transport.close()
  return nowMs() - began
}

const read = readConfig()
if (!read.ok) throw new Error(read.faults.join('; '))

await withDeployment(read.config, async (deployment) => {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  await fill(client, deployment.services.keys)
  const staff = staffActor('supervisor')
  const owner = openPool(superuserUrl, 'owner', 1, () => undefined)
  await knowStaff({ database: { pools: { owner } }, services: deployment.services }, staff)
  await owner.destroy()
  const { perform } = performerFor(deployment.partsFor('office'), staff, { id: null, network: null })
  const bulk = newId()
  const receipts = Array.from({ length: people }, (_, person) => receiptOf(person))
  const began = nowMs()
  const looked = await perform(prepareBulk, { receipts, status: 'actively-reviewed', reason: 'Sorted', press: bulk })
  const prepareMs = nowMs() - began
  const from = nowMs()
  const confirmed = await perform(confirmBulk, { bulk })
  if (!looked.ok || !confirmed.ok) throw new Error('the change of many was refused')
  await until(client, 'select exists (select from officer.bulk where id = $1 and ended_at is not null) as over', [bulk])
  const changedMs = nowMs() - from
  await until(client, "select not exists (select from mail.queued where kind = 'cases.news' and sent_at is null) as over", [])
  const toldMs = nowMs() - from
  const { rows } = await client.query("select count(*)::int as mails, count(distinct person)::int as told from mail.queued where kind = 'cases.news' and sent_at is not null")
  await client.end()
  console.log(JSON.stringify({ prepareMs, changedMs, toldMs, ...rows[0], bareMs: await bareMails() }))
})
