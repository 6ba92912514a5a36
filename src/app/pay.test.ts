import assert from 'node:assert/strict'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testKeys, testNow } from '../../test/cast/services.ts'
import { readConfig } from '../config.ts'
import { PayFailure } from '../platform/pay/index.ts'
import { openCashier, payFor } from './pay.ts'

const home = () => mkdtempSync(join(tmpdir(), 'portolan-pay-'))
const configOf = (environment: Record<string, string>) => {
  const read = readConfig({ PORTOLAN_HOME: home(), CASHIER_PORT: '0', ...environment })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.config
}
const production = () =>
  configOf({
    PORTOLAN_MODE: 'production',
    OPERATOR_NAME: 'An operator',
    MASTER_KEY: 'not read here',
    SMTP_URL: 'smtp://127.0.0.1:25',
    AGENCY_PACK: 'agency/another',
  })
const checkout = { amountCents: 100, currency: 'USD', reference: 'r', lines: [], returnUrl: '', cancelUrl: '', webhookUrl: '' }

test('production never takes the cards of the demonstration: nothing can be paid there before there is a provider', async () => {
  const keys = testKeys()
  const pay = payFor(production(), keys)
  await assert.rejects(pay.open(checkout, 'a-key-of-ours'), (fault) => fault instanceof PayFailure && !fault.isTransient)
  assert.equal(pay.verifyEvent({}, '{}', Temporal.Instant.from(testNow)), null)
  await assert.rejects(async () => openCashier(production(), keys), /cashier is for demonstrations/)
})

test('the cashier of a demonstration keeps its payments in a file that only its owner reads', async () => {
  const config = configOf({})
  const cashier = await openCashier(config, testKeys())
  try {
    for (const file of ['cashier.sqlite', 'cashier.sqlite-wal'])
      assert.equal(statSync(join(config.home, file)).mode & 0o077, 0, file)
  } finally {
    await cashier.close()
  }
})
