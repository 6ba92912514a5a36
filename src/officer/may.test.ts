import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, systemActor, visitor } from '../platform/actor.ts'
import { cleared, mayDo, type Right, rights, staffRoles } from './may.ts'

const staff = (...roles: string[]): Actor => ({ kind: 'staff', id: 'someone', roles, sessionId: 'session' })
const everyRight = Object.keys(rights) as Right[]

const deskRights: readonly Right[] = ['see-support', 'open-support', 'work-support', 'confirm-identity', 'protect', 'see-protected', 'decide-unprotect', 'take-in-paper', 'print-letters', 'see-whose-was-rejected', 'mail-codes', 'end-representation', 'decide-whose-case', 'check-licences', 'decide-protected-case', 'review-decision', 'lift-conflict', 'see-numbers', 'see-audit']

/** What concerns no case. */
const officeRights: readonly Right[] = ['declare-outage']

/** What a supervisor alone does, of those who work cases. */
const supervisorRights: readonly Right[] = ['keep-appointment-times', 'decide-refund', 'see-money', 'assign-work', 'change-many', 'see-shared-contacts']

test('officers and supervisors work cases; intake, support and administrators come to no case', () => {
  for (const role of staffRoles) {
    const worksCases = role === 'officer' || role === 'supervisor'
    for (const right of everyRight.filter((each) => !deskRights.includes(each) && !supervisorRights.includes(each) && !officeRights.includes(each)))
      assert.equal(mayDo(staff(role), right), worksCases, `${role}: ${right}`)
  }
})

test('the times of offices are opened and closed by supervisors alone', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'keep-appointment-times'), role === 'supervisor', role)
})

test('an outage is declared by supervisors and administrators', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'declare-outage'), role === 'supervisor' || role === 'admin', role)
})

test('whose form was rejected is told to supervisors, besides who rejected it', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'see-whose-was-rejected'), role === 'supervisor', role)
})

test('who is protected is seen by supervisors and by who was cleared for it, whatever their role, and lifted by supervisors alone', () => {
  for (const role of staffRoles) {
    assert.equal(mayDo(staff(role), 'see-protected'), role === 'supervisor', role)
    assert.equal(mayDo(staff(role, cleared), 'see-protected'), true, role)
    assert.equal(mayDo(staff(role, cleared), 'decide-unprotect'), role === 'supervisor', role)
    for (const right of everyRight.filter((each) => each !== 'see-protected')) assert.equal(mayDo(staff(role, cleared), right), mayDo(staff(role), right), `${role}: ${right}`)
  }
})

test('a decision that takes two is agreed to, and a conflict of interest lifted, by a supervisor alone', () => {
  for (const role of staffRoles) for (const right of ['review-decision', 'lift-conflict'] as const) assert.equal(mayDo(staff(role), right), role === 'supervisor', `${role}: ${right}`)
})

test('anybody who works cases or answers support protects at once; intake does not', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'protect'), ['officer', 'supervisor', 'support'].includes(role), role)
})

test('a refund is decided, the daily money looked at, and work given to others, by a supervisor alone', () => {
  for (const role of staffRoles)
    for (const right of supervisorRights) assert.equal(mayDo(staff(role), right), role === 'supervisor', `${role}: ${right}`)
})

test('the numbers and the record are for supervisors and administrators', () => {
  for (const role of staffRoles)
    for (const right of ['see-numbers', 'see-audit'] as const) assert.equal(mayDo(staff(role), right), role === 'supervisor' || role === 'admin', `${role}: ${right}`)
})

test('support works requests, supervisors read them, and no role both records and confirms who somebody is', () => {
  for (const role of staffRoles) {
    assert.equal(mayDo(staff(role), 'open-support'), role === 'support' || role === 'supervisor', role)
    assert.equal(mayDo(staff(role), 'work-support'), role === 'support', role)
    assert.ok(!(mayDo(staff(role), 'work-support') && mayDo(staff(role), 'confirm-identity')), role)
  }
})

test('forms on paper are taken in, and letters printed, by intake and supervisors', () => {
  for (const role of staffRoles)
    for (const right of ['take-in-paper', 'print-letters', 'decide-whose-case'] as const) assert.equal(mayDo(staff(role), right), role === 'intake' || role === 'supervisor', role)
})

test('whose a form is that may be of a protected person is decided by a supervisor alone', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'decide-protected-case'), role === 'supervisor', role)
})

test('a code is mailed anew or withdrawn by whoever helps people with their case, and by no administrator', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'mail-codes'), role !== 'admin', role)
})

test('a representative’s access is ended for a person by support and supervisors', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'end-representation'), role === 'support' || role === 'supervisor', role)
})

test('nobody but signed-in staff may do anything, whatever roles they claim', () => {
  const others: Actor[] = [
    visitor,
    systemActor('job'),
    { ...staff('officer'), kind: 'account' },
    staff(),
    { ...staff('officer'), id: null },
  ]
  for (const actor of others) for (const right of everyRight) assert.equal(mayDo(actor, right), false)
})

test('licences are checked by intake and supervisors, and by nobody who decides the cases of their clients alone', () => {
  for (const role of staffRoles) assert.equal(mayDo(staff(role), 'check-licences'), role === 'intake' || role === 'supervisor', role)
})
