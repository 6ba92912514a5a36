import assert from 'node:assert/strict'
import test from 'node:test'
import { portalRoutesOf } from '../../src/app/composition.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { paths } from '../../src/platform/paths.ts'
import { stepUpFaults } from './step-up.ts'

/** Addresses are read off the routes alone: nothing of a deployment is asked. */
const routes = portalRoutesOf({ partsFor: () => ({}) } as never)

test('whatever matters asks for a factor of the last five minutes, on its page and on its post (security.md; ASVS V7.5.1, V7.5.3)', () => {
  assert.deepEqual(stepUpFaults(routes), [])
})

const accessOf = (name: string) => ({ name, check: () => 'allowed' }) as const
const route = (pattern: string, access: string, posts = true) =>
  ({ kind: 'page', path: { pattern }, access: accessOf(access), ...(posts ? { submit: {} } : {}) }) as unknown as Route

test('the guard finds a new address under a guarded prefix, and an exception that excuses nothing', () => {
  assert.deepEqual(stepUpFaults([...routes, route('/account/security/apps/:app/remove', 'signed in')]), [
    '/account/security/apps/:app/remove changes something that matters and asks for no recent proof',
  ])
  assert.deepEqual(stepUpFaults([...routes, route('/account/data', 'signed in', false)]), [
    '/account/data shows something that matters and asks for no recent proof',
  ])
  const without = routes.filter(({ path }) => path.pattern !== paths.endVisit.pattern)
  assert.deepEqual(stepUpFaults(without), ['/account/security/sign-out is excused and is no address'])
})
