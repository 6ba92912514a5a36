import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsRoutes } from '../pages/routes.ts'
import { toldOperations } from './account-changes.ts'

/** Recorded under Security and not worth a line of the person's history, and why. */
const untold: Readonly<Record<string, string>> = {
  'accounts.try-password': 'is counted among the tries',
  'accounts.try-code': 'is counted among the tries',
  'accounts.begin-app': 'nothing has changed until the app is proven',
  'accounts.ask-phone': 'nothing has changed until the phone is proven',
  'accounts.send-another-phone-proof': 'nothing has changed until the phone is proven',
  'accounts.take-passkey-registration': 'nothing has changed until the passkey is added',
  'accounts.choose-session-length': 'ends with the visit',
}

const recorded = accountsRoutes.flatMap(({ path, audit }) =>
  'records' in audit ? audit.records.map((operation) => ({ operation, path: path.pattern })) : [],
)

test('whatever is done under Security stands in the person’s history, or has a reason not to', () => {
  const underSecurity = recorded.filter(({ path }) => path.startsWith('/account/security')).map(({ operation }) => operation)
  assert.ok(underSecurity.length > 10)
  assert.deepEqual(
    underSecurity.filter((operation) => !toldOperations.includes(operation) && untold[operation] === undefined),
    [],
  )
})

test('every line of the history is of an operation that is there', () => {
  const byOperator = ['accounts.end-sessions-by-operator']
  const there = new Set([...recorded.map(({ operation }) => operation), ...byOperator])
  assert.deepEqual([...toldOperations, ...Object.keys(untold)].filter((operation) => !there.has(operation)), [])
})
