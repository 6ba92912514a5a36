import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { mock, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { freePort } from '../../test/cast/submit-portal.ts'
import { openCashier } from '../app/pay.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../platform/clock.ts'
import { withDeployment } from './with-deployment.ts'
import { paymentsReport } from './payments-report.ts'

async function said(work: () => Promise<number>) {
  const words: string[] = []
  const keep = (text: unknown) => {
    words.push(String(text))
    return true
  }
  const mocks = [mock.method(console, 'error', keep), mock.method(console, 'log', keep), mock.method(process.stdout, 'write', keep)]
  try {
    return { code: await work(), words: words.join('\n') }
  } finally {
    for (const each of mocks) each.mock.restore()
  }
}

/** Money that the provider has of yesterday noon and that no payment of ours is for. */
function slipIn(home: string, cents: number) {
  const at = systemClock.now().toZonedDateTimeISO('America/New_York').subtract({ days: 1 }).with({ hour: 12 }).epochMilliseconds
  const file = new DatabaseSync(join(home, 'cashier.sqlite'))
  file.exec(`insert into checkouts (id, status, request, reference, created_at, expires_at) values ('co_slipped', 'captured', '{}', 'of-nobody', ${at}, ${at});
    insert into movements (checkout_id, kind, amount_cents, at) values ('co_slipped', 'charge', ${cents}, ${at})`)
  file.close()
}

test('the command ends with 0 for a day that balances and 1 for one that does not or that the provider does not tell of', async () => {
  const home = mkdtempSync(join(tmpdir(), 'portolan-money-'))
  chmodSync(home, 0o755)
  const { urls, drop } = await testDatabase()
  const read = readConfig({
    PORTOLAN_HOME: home,
    PORTOLAN_LOG: 'silent',
    CASHIER_PORT: `${await freePort()}`,
    DATABASE_URL: urls.portal,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_OFFICE_URL: urls.office,
    DATABASE_WORKER_URL: urls.worker,
  })
  assert.ok(read.ok)
  const report = (options = {}) => said(() => paymentsReport(read.config, options))
  const nobody = await report()
  assert.deepEqual([nobody.code, /did not tell what moved \(unreachable\)/.test(nobody.words)], [1, true])

  const cashier = await withDeployment(read.config, async ({ services }) => openCashier(read.config, services.keys))
  try {
    const whole = await report()
    assert.deepEqual([whole.code, /Balances to the cent\./.test(whole.words)], [0, true], whole.words)
    slipIn(home, 700)
    const short = await report()
    assert.equal(short.code, 1)
    assert.match(short.words, /unknown-money captured: ours 0\.00, theirs 7\.00, payment none, at the provider co_slipped\n/)
    assert.match(short.words, /Does not balance: our books hold 7\.00 USD less than the provider\./)
    const [kept] = JSON.parse((await report({ json: true })).words)
    assert.deepEqual([kept.balances, kept.offByCents, kept.money.captured.theirs.cents], [false, -700, 700])
    assert.match((await report({ csv: true })).words, /result,.*,does not balance,,,,,-7\.00,,/)
    const future = await report({ day: '2999-01-01' })
    assert.deepEqual([future.code, /is not over yet/.test(future.words)], [2, true])
  } finally {
    await cashier.close()
    await drop()
    rmSync(home, { recursive: true, force: true })
  }
})
