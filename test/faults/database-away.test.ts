import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { promisify } from 'node:util'
import type { From } from '../../src/filing/payment/transitions.ts'
import { root } from '../guards/source-files.ts'
import { plainText } from '../web-client.ts'
import { type Act, heard, hearsNothing, heldAt, inItsTransaction, opened, paidAndChanged, pay, payAgain, press, rowIsFree, signAgain, then } from './payment-acts.ts'
import { farDatabase, type Filing, type PayingServer, payingServer } from './paying-server.ts'
import { until } from './uploader.ts'
import { assertWhole } from './whole-filing.ts'

let far: Awaited<ReturnType<typeof farDatabase>>
let ground: PayingServer
before(async () => {
  far = await farDatabase()
  ground = await payingServer(far)
})
afterEach(() => {
  far.comeBack()
  ground.gate.letPass()
})
after(async () => {
  await ground?.end()
  await far?.end()
})

/** When the database goes away, and what follows. */
interface Away {
  readonly when: string
  readonly bring: Act
  /** What others do meanwhile. */
  readonly meanwhile: Act
  /** Once it is back: the filing's page, and where the same press leads. */
  readonly says: RegExp
  readonly again: RegExp
  readonly goOn?: Act
  readonly ends: readonly From[]
}

const received = /We received your form.*IOE\d{10}/
const aways: readonly Away[] = [
  { when: 'in the middle of the press, before the provider is asked', bring: inItsTransaction(press), meanwhile: rowIsFree, says: /Pay and submit/, again: /Card number/, goOn: payAgain, ends: ['captured'] },
  { when: 'between the page that the provider opened and our writing it down', bring: heldAt('open', 'acted', press), meanwhile: heard('open'), says: /We are preparing your payment|Your payment is waiting/, again: /We are preparing your payment|Card number/, goOn: payAgain, ends: ['captured'] },
  { when: 'while the event of a payment arrives', bring: opened, meanwhile: then(hearsNothing, pay), says: /Your payment is waiting/, again: /Your card was accepted/, ends: ['captured'] },
  { when: 'in the middle of the receipt', bring: then(opened, inItsTransaction(pay)), meanwhile: then(hearsNothing, rowIsFree), says: /Your payment is waiting/, again: /Your card was accepted/, ends: ['captured'] },
  { when: 'between the money that the provider took and our writing it down', bring: then(opened, heldAt('capture', 'acted', pay)), meanwhile: heard('capture'), says: received, again: received, ends: ['captured'] },
  { when: 'between the money that the provider let go and our writing it down', bring: then(paidAndChanged, heldAt('cancel', 'acted', heard('find'))), meanwhile: heard('cancel'), says: /Your form was not submitted.*no money was taken/, again: /Sign/, goOn: then(signAgain, press, payAgain), ends: ['released', 'captured'] },
]

const statusAt = async (path: string) => (await fetch(ground.server.portalUrl + path)).status

const pageOf = async ({ draft }: Filing) => {
  const [payment] = await ground.paymentsOf(draft)
  return payment ? `/submissions/${payment.submission}` : `/drafts/${draft}/pay`
}

/** A page of ours in plain words, with a way on and nothing of the inside. */
async function assertPlain({ client }: Filing, path: string): Promise<void> {
  const { status, html } = await client.get(path)
  assert.equal(status, 503)
  assert.match(plainText(html), /We cannot reach our records right now It is not your fault\. Nothing was half done, and what you saved before is safe\. Try again in a few minutes\..*Go to the front page/)
  assert.match(html, /<html[^>]* lang="en"[\s\S]*<\/html>/)
  assert.doesNotMatch(html, /ECONN|postgres|Connection terminated|\.ts:\d/)
}

async function textAt({ client }: Filing, path: string): Promise<string> {
  const { status, html } = await client.get(path)
  assert.equal(status, 200, plainText(html).slice(0, 200))
  return plainText(html)
}

async function awayWhile({ bring, meanwhile, says, again, goOn, ends }: Away): Promise<void> {
  const filing = await ground.signed()
  await bring(ground, filing)
  const page = await pageOf(filing)
  far.goAway()
  await meanwhile(ground, filing)
  await assertPlain(filing, page)
  assert.equal(await ground.press(filing), '503', 'a press is answered, and does nothing')
  assert.deepEqual([await statusAt('/health'), await statusAt('/ready')], [200, 503])
  await far.untilMissed()
  far.comeBack()
  await until('it serves again', async () => (await statusAt('/ready')) === 200)
  assert.match(await textAt(filing, page), says)
  assert.match(await textAt(filing, (await ground.press(filing)) ?? '/none'), again)
  ground.gate.letPass()
  await goOn?.(ground, filing)
  await ground.untilState(filing.draft, ends.at(-1) as From)
  assert.deepEqual((await ground.paymentsOf(filing.draft)).map(({ state }) => state), ends)
  await assertWhole(ground, filing, 'captured')
}

const secondsMost = 120
for (const away of aways)
  test(`the database goes away ${away.when}: pages say so plainly, and once it is back nothing is lost or charged twice and it ends well`, { timeout: secondsMost * 1000 }, () =>
    awayWhile(away))

test('every event of the provider that came while the database was away came again and is kept once', async () => {
  const { truth } = ground
  const unheard = `select count(*)::int as n from filing.payment p where p.state = 'captured'
    and (select count(*) from filing.payment_event e where e.provider_id = p.provider_id and e.kind = 'authorised') <> 1`
  await until('every event is there', async () => (await truth.query<{ n: number }>(unheard)).rows[0]?.n === 0)
})

test('the doctor says that it is the database that is away, where it was looked for, and ends with 1', async () => {
  far.goAway()
  const environment = { ...process.env, PORTOLAN_HOME: ground.server.home, ...ground.settings }
  const asked = promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'doctor', '--no-files'], { cwd: root, env: environment })
  const { code, stdout, stderr } = await asked.then(
    (given) => ({ ...given, code: 0 }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  )
  assert.equal(code, 1)
  const { hostname, port } = new URL(ground.settings.DATABASE_URL ?? '')
  assert.match(stdout + stderr, new RegExp(`DATABASE_URL.*${hostname}:${port}`))
})
