import assert from 'node:assert/strict'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testKeys, testNow } from '../../test/cast/services.ts'
import { readConfig } from '../config.ts'
import { PayFailure } from '../platform/pay/index.ts'
import { openCashier, paymentsOf } from './pay.ts'
import { StartRefused } from './start-refused.ts'

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

const standing = () => ({
  config: configOf({}),
  keys: testKeys(),
  agency: { demonstrationOnly: false },
  clock: { now: () => Temporal.Instant.from(testNow) },
})

test('production never takes the cards of the demonstration: nothing can be paid there before there is a provider', async () => {
  const keys = testKeys()
  const { pay } = await paymentsOf({ ...standing(), config: production(), keys })
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

const secrets = { STRIPE_SECRET_KEY: 'sk_test_abcdefgh', STRIPE_WEBHOOK_SECRET: 'whsec_abcdefgh' }
const refuses = (words: RegExp) => (fault: unknown) => fault instanceof StartRefused && words.test(fault.message)

test('a key of Stripe makes it take the payments, and a demonstration still follows what its cashier took', async () => {
  const { pay, formerPay } = await paymentsOf({ ...standing(), config: configOf(secrets) })
  assert.deepEqual([pay.name, pay.pageOrigin], ['stripe', 'https://checkout.stripe.com'])
  assert.deepEqual(formerPay?.map(({ name }) => name), ['cashier'])
})

test('a live key that stands in a file does not start a demonstration either, nor a pack that is one', async () => {
  const file = join(home(), 'key')
  writeFileSync(file, 'rk_live_abcdefgh\n')
  const { STRIPE_SECRET_KEY: _, ...rest } = secrets
  const config = configOf({ ...rest, STRIPE_SECRET_KEY_FILE: file })
  await assert.rejects(paymentsOf({ ...standing(), config }), refuses(/a demonstration takes no live payment key/))
  const inProduction = { ...production(), stripe: config.stripe }
  const agency = { demonstrationOnly: true }
  await assert.rejects(paymentsOf({ ...standing(), config: inProduction, agency }), refuses(/takes no live payment key/))
  assert.equal((await paymentsOf({ ...standing(), config: inProduction })).pay.name, 'stripe')
})

test('secrets that cannot be right are said, all at once, and never repeated', async () => {
  const config = configOf({ STRIPE_SECRET_KEY: 'pk_test_oops', STRIPE_WEBHOOK_SECRET: 'oops-secret' })
  await assert.rejects(paymentsOf({ ...standing(), config }), (fault: Error) => {
    assert.match(fault.message, /STRIPE_SECRET_KEY[\s\S]*STRIPE_WEBHOOK_SECRET/)
    assert.doesNotMatch(fault.message, /oops/)
    return true
  })
})
