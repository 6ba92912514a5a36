import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep, type SignUpFacts, signUpSteps, stepPath, stepPlace } from './steps.ts'

const rulesOf = (version: string, resetQuestions: readonly (readonly string[])[] = [['first-toy']]) => ({ terms: { version }, resetQuestions })
const rules = rulesOf('1')
const now = Temporal.Instant.from('2026-11-23T15:00:00Z')

const nothing: SignUpFacts = {
  email_confirmed_at: null,
  terms_version: null,
  password_set_at: null,
  code_channel: null,
  channel_proven_at: null,
  backup_code_kept_at: null,
  reset_questions_set_at: null,
  service: null,
  account_type: null,
  representative_kind: null,
}

/** Each step's fact, in the order of the model. */
const facts: [string, Partial<SignUpFacts>][] = [
  ['email', { email_confirmed_at: now }],
  ['terms', { terms_version: '1' }],
  ['password', { password_set_at: now }],
  ['verification-method', { code_channel: 'email' }],
  ['verification-code', { channel_proven_at: now }],
  ['backup-code', { backup_code_kept_at: now }],
  ['reset-questions', { reset_questions_set_at: now }],
  ['services', { service: 'my-agency' }],
  ['account-type', { account_type: 'applicant' }],
]

test('the steps come in the order of the model, each after all before it', () => {
  let done = nothing
  for (const [name, fact] of facts) {
    assert.equal(nextStep(done, rules), name)
    done = { ...done, ...fact }
  }
  assert.equal(nextStep(done, rules), null)
})

test('a fact that came too early does not jump a step', () => {
  for (const [name, fact] of facts.slice(1)) assert.equal(nextStep({ ...nothing, ...fact }, rules), 'email', name)
})

test('only a representative is asked what kind', () => {
  const all = { ...nothing, ...Object.assign({}, ...facts.map(([, fact]) => fact)) }
  assert.equal(nextStep({ ...all, account_type: 'representative' }, rules), 'representative')
  assert.equal(nextStep({ ...all, account_type: 'representative', representative_kind: 'attorney' }, rules), null)
})

test('new terms are the next step of a finished account, and only they', () => {
  const all = { ...nothing, ...Object.assign({}, ...facts.map(([, fact]) => fact)) }
  assert.equal(nextStep(all, rulesOf('2')), 'terms')
  assert.equal(nextStep({ ...all, terms_version: '2' }, rulesOf('2')), null)
})

test('the addresses are those of the contract, and nothing left to do leads home', () => {
  assert.deepEqual(
    signUpSteps.map(({ name }) => stepPath(name)),
    [
      '/sign-up/check-your-email',
      '/sign-up/terms',
      '/sign-up/password',
      '/sign-up/verification-method',
      '/sign-up/verification-code',
      '/sign-up/backup-code',
      '/sign-up/reset-questions',
      '/services',
      '/sign-up/account-type',
      '/sign-up/representative',
    ],
  )
  assert.equal(stepPath(null), '/account')
})

test('an applicant counts nine steps, a representative ten', () => {
  assert.deepEqual(stepPlace('terms', rules), { current: 2, of: 9 })
  assert.deepEqual(stepPlace('account-type', rules), { current: 9, of: 9 })
  assert.deepEqual(stepPlace('representative', rules), { current: 10, of: 10 })
})

test('a pack without reset questions does not ask them', () => {
  const before = { ...nothing, ...Object.assign({}, ...facts.slice(0, 6).map(([, fact]) => fact)) }
  assert.equal(nextStep(before, rules), 'reset-questions')
  assert.equal(nextStep(before, rulesOf('1', [])), 'services')
  assert.deepEqual(stepPlace('services', rulesOf('1', [])), { current: 7, of: 8 })
})
