import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { agency } from './agency.ts'
import { stagingReceipts } from './staging-receipts.ts'
import { statuses } from './statuses.ts'
import texts from './texts/en/statuses.json' with { type: 'json' }

const words: Record<string, string> = texts
const codes: readonly string[] = statuses.map(({ code }) => code)
const nextOf = (code: string): readonly string[] => statuses.find((status) => status.code === code)?.next ?? []

test('status codes are unique and every next status is in the catalogue', () => {
  assert.equal(new Set(codes).size, codes.length)
  for (const { code, next } of statuses) {
    assert.equal(new Set(next).size, next.length, `${code} names a next status twice`)
    for (const to of next) assert.ok(codes.includes(to), `${code} leads to the unknown ${to}`)
  }
})

test('every status can be reached, and from every status that is not final something follows', () => {
  const reached = new Set<string>(statuses.filter((status) => 'opens' in status || 'apart' in status).map(({ code }) => code))
  for (const code of reached) for (const to of nextOf(code)) reached.add(to)
  assert.deepEqual(
    codes.filter((code) => !reached.has(code)),
    [],
  )
  for (const status of statuses) assert.ok('final' in status || status.next.length > 0, status.code)
})

test('a denial, a motion refused and a reversal take two officers', () => {
  const two = statuses.filter((status) => 'twoPeople' in status).map(({ code }) => code)
  assert.deepEqual(two, ['denied', 'motion-dismissed', 'reopened'])
  assert.ok(statuses.every((status) => !('twoPeople' in status) || 'apart' in status))
})

test('whatever an act of its own enters is entered by no choice: decisions, requests and answers, appointments, transfers, holds, motions, withdrawals and the steps of a card', () => {
  const apart = statuses.filter((status) => 'apart' in status).map(({ code }) => code)
  for (const code of ['approved', 'denied', 'reopened', 'transferred', 'on-hold', 'on-hold-litigation', 'motion-received', 'motion-dismissed', 'withdrawn'])
    assert.ok((apart as string[]).includes(code), code)
  for (const { code, group } of statuses) if (group === 'card') assert.ok((apart as string[]).includes(code), code)
  const { appointments, caseActs, decisions, evidenceRequests } = agency
  const visits = appointments.kinds.flatMap((kind) => (['booked', 'moved', 'attended'] as const).flatMap((part) => (part in kind ? [(kind as Record<string, unknown>)[part]] : [])))
  const acts = [
    ...evidenceRequests.kinds.map(({ status }) => status),
    ...statuses.filter((status) => 'answered' in status).map(({ code }) => code),
    ...visits,
    ...Object.values(decisions.statuses),
    ...Object.values(caseActs.cards.steps),
    ...caseActs.holds.map(({ status }) => status),
    ...[caseActs.transfers.status, caseActs.motions.status],
  ]
  assert.deepEqual(acts.filter((code) => !(apart as unknown[]).includes(code)), [])
})

test('there are about fifty public statuses, and no code that was ever used is gone', () => {
  assert.ok(codes.length >= 50 && codes.length <= 70, `${codes.length}`)
  const first = 'received received-payment-pending accepted-at-lockbox receipt-notice-emailed receipt-notice-sent fees-waived rejected-fee rejected-payment-failed rejected-unsigned rejected-old-edition rejected-improperly-filed biometrics-scheduled biometrics-taken actively-reviewed remains-pending on-hold initial-evidence-requested evidence-requested evidence-received intent-to-deny correspondence-received interview-ready interview-scheduled interview-rescheduled interview-completed transferred name-updated date-of-birth-updated notice-returned approved fee-request-granted fee-request-refused denied withdrawn closed reopened appeal-dismissed card-in-production card-mailed card-picked-up card-delivered card-returned card-destroyed'
  assert.deepEqual(first.split(' ').filter((code) => !codes.includes(code)), [])
})

test('from every status that a case may be opened with, a decision can be reached', () => {
  for (const status of statuses.filter((each) => 'opens' in each)) {
    const reached = new Set<string>([status.code])
    for (const code of reached) for (const to of nextOf(code)) reached.add(to)
    assert.ok(reached.has('withdrawn') && (reached.has('approved') || 'unpaid' in status), status.code)
  }
})

test('every status has a title, a description that names form, receipt and date, and what happens next', () => {
  const values = { form: 'Form X', receiptNumber: 'IOE1234567890', date: 'May 5' }
  for (const code of codes) {
    for (const part of ['title', 'next']) assert.ok(words[`status.${code}.${part}`]?.trim(), `${code} ${part}`)
    const said = new IntlMessageFormat(words[`status.${code}.description`] ?? '', 'en').format(values)
    for (const value of Object.values(values)) assert.ok(String(said).includes(value), `${code}: ${said}`)
  }
  assert.equal(Object.keys(words).length, codes.length * 3 + 5)
})

test('the fifty published staging receipts are there, half of them with a history', () => {
  assert.equal(new Set(stagingReceipts.map(({ receiptNumber }) => receiptNumber)).size, 50)
  assert.equal(stagingReceipts.filter(({ steps }) => steps.length > 1).length, 25)
})

test('the history of every staging receipt is a walk along the status table, in order of days', () => {
  for (const { receiptNumber, steps } of stagingReceipts) {
    const [first] = steps
    assert.ok(statuses.some((status) => status.code === first?.status && 'opens' in status), receiptNumber)
    steps.slice(1).forEach((step, index) => {
      const before = steps[index]
      assert.ok(before && nextOf(before.status).includes(step.status), `${receiptNumber} to ${step.status}`)
      assert.ok(before && before.on <= step.on, receiptNumber)
    })
  }
})
