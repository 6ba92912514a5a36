import assert from 'node:assert/strict'
import { test } from 'node:test'
import { relyingPartyOf } from './relying-party.ts'

test('a site with a name keeps its passkeys under it, for its own origin alone', () => {
  assert.deepEqual(relyingPartyOf('https://portal.example.org:8443'), {
    id: 'portal.example.org',
    origin: 'https://portal.example.org:8443',
  })
  assert.equal(relyingPartyOf('http://localhost:8080')?.origin, 'http://localhost:8080')
})

for (const [url, origin] of [
  ['http://127.0.0.1:8080', 'http://localhost:8080'],
  ['http://127.1.2.3:9500', 'http://localhost:9500'],
  ['http://[::1]:8080', 'http://localhost:8080'],
] as const)
  test(`at ${url} passkeys are to be had at ${origin}: no browser binds one to a number`, () => {
    assert.deepEqual(relyingPartyOf(url), { id: 'localhost', origin })
  })

for (const url of ['https://192.0.2.10', 'https://[2001:db8::1]'])
  test(`at ${url} there are no passkeys: a network’s number is nobody’s name`, () => assert.equal(relyingPartyOf(url), null))
