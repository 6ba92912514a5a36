import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, mock, test } from 'node:test'
import { intakeImport } from '../../src/cli/intake-import.ts'
import { template } from '../../src/officer/intake/file/template.ts'
import { wholeText } from '../cast/printed.ts'
import { signInToOffice } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { eventually } from './post.ts'

let running: RunningPortolan
let folder: string
before(async () => {
  running = await runningPortolan({ seeded: true })
  folder = mkdtempSync(join(tmpdir(), 'portolan-letters-'))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await running?.end()
})

async function takeIn(receiptNumber: string): Promise<void> {
  const [header = '', filing = ''] = template().split('\r\n')
  const file = join(folder, 'filing.csv')
  writeFileSync(file, `${header}\r\n${receiptNumber}${filing}\r\n`)
  const quiet = mock.method(console, 'log', () => undefined)
  assert.equal(await intakeImport(running.config, file, { json: true }), 0)
  quiet.mock.restore()
}

const posted = async (receiptNumber: string) => (await running.outbox()).find(({ channel, text }) => channel === 'post' && text.includes(receiptNumber))

test('a filing that is taken in has its letter in the outbox, as text and as PDF, and in the next batch', async () => {
  await takeIn('IOE9100000099')
  const letter = await eventually('a letter', () => posted('IOE9100000099'))
  const code = /^Online Access Code: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}-[0-9A-Z])$/m.exec(letter.text)?.[1]
  assert.ok(code && /^Online Account Number: \d{4} \d{4} \d{4}$/m.test(letter.text), letter.text)
  const [attached] = letter.attachments
  const answer = await fetch(attached?.url ?? '')
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pdf'])
  assert.ok((await wholeText(Buffer.from(await answer.arrayBuffer()))).includes(code))

  const { client } = await signInToOffice(running, 'intake@example.test')
  await client.get('/printing')
  await client.press('Make a batch')
  const bundle = await eventually('a batch', async () => {
    await client.get('/printing')
    return /href="(\/printing\/batches\/[\w-]+)"/.exec(client.last.html)?.[1]
  })
  await client.get(`${bundle}/letters.zip`)
  const [batch] = (await running.database.pools.owner?.selectFrom('cases.print_batch').selectAll().execute()) ?? []
  assert.ok(batch?.fetched_at && batch.letters === 1)
})
