import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryOf } from './country.ts'

test('the country of a public network is told, of IPv4, IPv6 and IPv4 in IPv6’s clothes', () => {
  assert.equal(countryOf('8.8.8.8'), 'US')
  assert.equal(countryOf('::ffff:8.8.8.8'), 'US')
  assert.equal(countryOf('2001:4860:4860::8888'), 'US')
})

test('private, loopback and documentation addresses lie in no country, also those the database puts in one', () => {
  const nowhere = [
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.1.1', '100.64.0.1', '192.0.2.7', '203.0.113.5', '0.0.0.0',
    '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00::1', '2001:db8::1', '::ffff:192.168.1.1', 'ff02::1',
  ]
  for (const address of nowhere) assert.equal(countryOf(address), null, address)
})

test('what is no address lies in no country', () => {
  for (const text of ['', 'unknown', '999.1.1.1', 'portal.test', '8.8.8.8, 1.1.1.1']) assert.equal(countryOf(text), null)
})
