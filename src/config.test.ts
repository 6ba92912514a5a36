import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig } from './config.ts'

type Environment = Record<string, string>

const production: Environment = {
  PORTOLAN_MODE: 'production',
  OPERATOR_NAME: 'Harbour Agency',
  MASTER_KEY: 'read later',
  SMTP_URL: 'smtps://mail.example',
  PUBLIC_URL: 'https://portal.example',
  OFFICE_URL: 'https://office.example',
  TRUSTED_PROXIES: '10.0.0.0/8',
  AGENCY_PACK: 'agency/harbour',
}

/** The settings that are at fault, in the order in which they are named. */
const named = (environment: Environment) => {
  const read = readConfig(environment)
  return read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])
}

const without = (name: string) => {
  const { [name]: _, ...rest } = production
  return rest
}

describe('production', () => {
  it('starts on what an operator brings', () => assert.deepEqual(named(production), []))

  for (const [setting, asked] of [
    ['OPERATOR_NAME', 'OPERATOR_NAME'],
    ['MASTER_KEY', 'MASTER_KEY or MASTER_KEY_FILE'],
    ['SMTP_URL', 'SMTP_URL'],
    ['TRUSTED_PROXIES', 'TRUSTED_PROXIES'],
  ] as const) {
    it(`does not start without ${setting}`, () => assert.deepEqual(named(without(setting)), [asked]))
  }

  it('takes no blank for an operator’s name', () =>
    assert.deepEqual(named({ ...production, OPERATOR_NAME: '   ' }), ['OPERATOR_NAME']))

  for (const setting of ['PUBLIC_URL', 'OFFICE_URL']) {
    it(`refuses a ${setting} in plain http beyond this machine, and nothing but http and https`, () => {
      assert.deepEqual(named({ ...production, [setting]: 'http://portal.example' }), [setting])
      assert.deepEqual(named({ ...production, [setting]: 'http://127.0.0.1.example' }), [setting])
      assert.deepEqual(named({ ...production, [setting]: 'ftp://portal.example' }), [setting])
    })
  }

  it('starts without a scanner, and refuses the address of one that it cannot read', () => {
    assert.deepEqual(named({ ...production, CLAMAV_URL: 'unix:///run/clamav/clamd.ctl' }), [])
    assert.deepEqual(named({ ...production, CLAMAV_URL: 'tcp://scanner:3310' }), [])
    assert.deepEqual(named({ ...production, CLAMAV_URL: 'http://scanner:3310' }), ['CLAMAV_URL'])
  })

  it('runs in plain http on this machine alone, and then needs no proxy', () => {
    const local = { PUBLIC_URL: 'http://127.0.0.1:8080', OFFICE_URL: 'http://[::1]:8081' }
    assert.deepEqual(named({ ...without('TRUSTED_PROXIES'), ...local }), [])
    assert.deepEqual(named({ ...without('TRUSTED_PROXIES'), ...local, OFFICE_URL: 'https://office.example' }), ['TRUSTED_PROXIES'])
  })

  it('says every fault at once', () =>
    assert.deepEqual(named({ PORTOLAN_MODE: 'production', PUBLIC_URL: 'http://a.example', OFFICE_URL: 'http://b.example' }), [
      'OPERATOR_NAME',
      'MASTER_KEY or MASTER_KEY_FILE',
      'SMTP_URL',
      'PUBLIC_URL',
      'OFFICE_URL',
    ]))
})

describe('trusted proxies', () => {
  it('are networks, or the names of those that are nobody’s outside', () => {
    for (const good of ['10.0.0.1', '10.0.0.0/8, fd00::/8', 'loopback uniquelocal', '::1'])
      assert.deepEqual(named({ TRUSTED_PROXIES: good }), [], good)
  })

  it('are never everybody, and never a word that the server would stumble over', () => {
    for (const bad of ['0.0.0.0/0', '::/0', 'true', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '10.0.0.0/'])
      assert.deepEqual(named({ TRUSTED_PROXIES: bad }), ['TRUSTED_PROXIES'], bad)
  })
})

describe('a demonstration', () => {
  it('needs no setting at all', () => assert.deepEqual(named({}), []))

  it('listens on this machine only, unless the operator says yes to the network', () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'portal.example', '127.0.0.1.example']) {
      assert.deepEqual(named({ HOST }), ['HOST'], HOST)
      assert.deepEqual(named({ HOST, PORTOLAN_DEMO_PUBLIC: 'no' }), ['HOST'], HOST)
      assert.deepEqual(named({ HOST, PORTOLAN_DEMO_PUBLIC: 'yes' }), [], HOST)
    }
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.8.8.8']) assert.deepEqual(named({ HOST }), [], HOST)
  })

  it('takes no live payment key, of either kind', () => {
    for (const STRIPE_SECRET_KEY of ['sk_live_abc', 'rk_live_abc'])
      assert.ok(faultsOf({ STRIPE_SECRET_KEY }).includes('STRIPE_SECRET_KEY: a demonstration takes no live payment key'))
  })

  it('takes a test key with the secret of its events, and asks another server than Stripe’s own on this machine only', () => {
    const both = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abcdefgh' }
    assert.deepEqual(named(both), [])
    assert.deepEqual(named({ STRIPE_SECRET_KEY: 'sk_test_abc' }), ['STRIPE_WEBHOOK_SECRET or STRIPE_WEBHOOK_SECRET_FILE'])
    assert.deepEqual(named({ ...both, STRIPE_API_URL: 'http://127.0.0.1:9099' }), [])
    assert.deepEqual(named({ ...both, STRIPE_API_URL: 'https://api.example' }), ['STRIPE_API_URL'])
  })

  it('sends mail and text messages to this machine only', () => {
    for (const SMTP_URL of ['smtp://mail.example:25', 'smtps://127.0.0.1.example', 'smtp://192.0.2.1'])
      assert.deepEqual(named({ SMTP_URL }), ['SMTP_URL'], SMTP_URL)
    assert.deepEqual(named({ SMTP_URL: 'smtp://localhost:1025' }), [])
    const beyond = 'SMS_URL: a demonstration sends text messages to this machine only'
    assert.ok(faultsOf({ SMS_URL: 'https://sid:token@api.messages.example' }).includes(beyond))
    assert.ok(!faultsOf({ SMS_URL: 'http://sid:token@127.0.0.1:9099' }).includes(beyond))
  })
})

describe('where files lie', () => {
  const told = (environment: Environment) => faultsOf(environment).filter((fault) => /^(STORAGE_URL|AWS_)/.test(fault))

  it('is a folder, or a bucket with both its keys; anything else is refused in words', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'canary' }
    const STORAGE_URL = 's3://papers?region=eu-central-1'
    assert.deepEqual(told({}), [])
    assert.deepEqual(told({ STORAGE_URL: 'file:///srv/files' }), [])
    assert.deepEqual(told({ STORAGE_URL, ...keys }), [])
    const both = 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: files in a bucket need both'
    assert.deepEqual(told({ STORAGE_URL, AWS_ACCESS_KEY_ID: 'id' }), [both])
    assert.deepEqual(told({ STORAGE_URL: 's3://papers' }).length, 2)
    for (const url of ['ftp://papers', 'file://elsewhere/files'])
      assert.deepEqual(told({ STORAGE_URL: url }), ['STORAGE_URL: use file: and a folder, or s3: and a bucket'], url)
  })
})

const faultsOf = (environment: Environment) => {
  const read = readConfig(environment)
  return read.ok ? [] : read.faults
}
