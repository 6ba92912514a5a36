import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath, withNext } from './next-path.ts'

test('a sign-in leads back to a place of the office and nowhere else', () => {
  assert.equal(ownPath('/cases/IOE1234567890'), '/cases/IOE1234567890')
  assert.equal(ownPath('/queues/received?after=x'), '/queues/received')
  for (const place of ['/refunds', '/money/2026-11-23/cashier', '/support', '/intake', '/printing/batches/00000000-0000-4000-8000-000000000000', '/payments-taken-back', '/numbers', '/audit', '/approvals', '/appointments/times', '/messages', '/inquiries', '/sent-evidence', '/evidence-requests', '/outages', '/protected', '/papers', '/people', '/views', '/work', '/bulk', '/access-codes']) assert.equal(ownPath(place), place)
  for (const elsewhere of [
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/sign-out',
    '/queues/../sign-out',
    '/queuesx',
    '/cases/a\n',
    undefined,
  ])
    assert.equal(ownPath(elsewhere), undefined, `${elsewhere}`)
  assert.equal(withNext('/sign-in', '//evil.test'), '/sign-in')
  assert.equal(withNext('/sign-in', '/queues'), '/sign-in?next=%2Fqueues')
})
