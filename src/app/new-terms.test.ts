import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock } from '../platform/clock.ts'
import type { Visit } from '../platform/http/visit.ts'
import { portalRoutesOf } from './composition.ts'
import type { Deployment } from './deployment.ts'

/** The addresses are data: what stands behind them is not asked here. */
const routes = portalRoutesOf({ partsFor: () => ({}) } as unknown as Deployment)

/** A person with an account who has signed in with both factors, and has new terms before them. */
const beforeNewTerms: Visit = {
  actor: { kind: 'account', id: '0190a1b2-0000-7000-8000-000000000001', roles: [], sessionId: 'session' },
  endedAccount: null,
  session: {
    id: 'session',
    idleEndsAt: systemClock.now(),
    endsAt: systemClock.now(),
    holder: {
      account: '0190a1b2-0000-7000-8000-000000000001',
      stage: 'sign-up',
      nextStep: 'terms',
      accountType: 'applicant',
      hasRecentProof: true,
      hasParkedForm: false,
    },
  },
}

/** What anyone may open, signed in or not. */
const forEverybody = new Set(['anyone', 'signed out'])

test('new terms are not walked around: every page of a signed-in person leads to them, and the rest is everybody’s', () => {
  const guarded = routes.filter(({ access }) => !forEverybody.has(access.name) && access.name !== 'sign-up step terms')
  const signedIn = guarded.filter(({ access }) => /^(signed in|sign-up step)/.test(access.name))
  assert.ok(signedIn.length > 30, `${signedIn.length} addresses`)
  for (const { path, access } of guarded) {
    const verdict = access.check(beforeNewTerms, path.pattern)
    assert.notEqual(verdict, 'allowed', `${path.pattern} (${access.name})`)
    if (signedIn.some((route) => route.path === path))
      assert.deepEqual(verdict, { goTo: '/sign-up/terms' }, `${path.pattern} (${access.name})`)
  }
})
